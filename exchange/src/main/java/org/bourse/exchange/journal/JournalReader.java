package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads records forward, and verifies each. One thread, which need not be the writer's. Allocates
 * nothing per record.
 */
public final class JournalReader implements AutoCloseable {
  private final SegmentFolder folder;
  private final ByteBuffer buffer = SegmentWindow.newBuffer();
  private final long from;

  private SegmentName name;
  private StorageFile file;
  private SegmentWindow window;
  private long position;
  private long next;

  JournalReader(SegmentFolder folder, long fromSequence) throws IOException {
    if (fromSequence < 1) {
      throw new IllegalArgumentException("Sequences begin at 1, not " + fromSequence);
    }
    OpenedSegment opened = OpenedSegment.holding(fromSequence, folder);
    this.folder = folder;
    this.from = fromSequence;
    this.name = opened.name();
    this.file = opened.file();
    this.window = opened.window(buffer);
    this.position = SegmentHeader.SIZE;
    this.next = name.firstSequence();
  }

  /** Sequence of the next record that {@link #read} will give. */
  public long nextSequence() {
    return Math.max(from, next);
  }

  /**
   * Gives the handler all records up to a sequence.
   *
   * @param upToSequence included; it must have been committed when this is called
   * @return how many were given; 0 if all were given before
   * @throws JournalDamagedException if a record up to that sequence is not there or not sound;
   *     those before it were given
   */
  public long read(RecordHandler handler, long upToSequence) throws IOException {
    long count = 0;
    while (next <= upToSequence) {
      if (!window.recordAt(position)) {
        findNext();
      }
      if (window.sequence() != next) {
        throw damaged("sequence " + window.sequence() + " where " + next + " is next");
      }
      position += window.recordSize();
      if (next++ >= from) {
        count++;
        handler.onRecord(
            next - 1,
            window.timeNanos(),
            window.buffer(),
            window.payloadOffset(),
            window.payloadLength());
      }
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The record may have been written since the window was loaded, or begin the next segment. */
  private void findNext() throws IOException {
    window.forget();
    if (window.recordAt(position)) {
      return;
    }
    SegmentName holding = folder.holding(next);
    if (holding.firstSequence() == next && !holding.equals(name)) {
      enter(OpenedSegment.holding(next, folder));
      if (window.recordAt(position)) {
        return;
      }
    }
    throw damaged("no sound record " + next);
  }

  private void enter(OpenedSegment segment) throws IOException {
    window = segment.window(buffer);
    file.close();
    file = segment.file();
    name = segment.name();
    position = SegmentHeader.SIZE;
  }

  private JournalDamagedException damaged(String found) {
    return new JournalDamagedException(
        name.path(), position, found, JournalDamagedException.RESTORE);
  }
}
