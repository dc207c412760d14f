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
    SegmentName holding = folder.holding(fromSequence);
    if (holding == null) {
      throw new IOException(
          "No journal segment in " + folder.path() + " holds record " + fromSequence);
    }
    this.folder = folder;
    this.from = fromSequence;
    this.name = holding;
    this.file = folder.storage().openToRead(holding.path());
    this.window = windowOf(holding, file);
    this.position = SegmentHeader.SIZE;
    this.next = holding.firstSequence();
  }

  /** Sequence of the next record that {@link #read} will give. */
  public long nextSequence() {
    return Math.max(from, next);
  }

  /**
   * Gives the handler all records up to a sequence, and stops early only after {@link
   * Integer#MAX_VALUE} of them.
   *
   * @param upToSequence included; it must have been committed when this is called
   * @return how many were given; 0 if all were given before
   * @throws JournalDamagedException if a record up to that sequence is not there or not sound;
   *     those before it were given
   */
  public int read(RecordHandler handler, long upToSequence) throws IOException {
    int count = 0;
    while (next <= upToSequence && count < Integer.MAX_VALUE) {
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
    if (holding != null && holding.firstSequence() == next && !holding.equals(name)) {
      enter(holding);
      if (window.recordAt(position)) {
        return;
      }
    }
    throw damaged("no sound record " + next);
  }

  private void enter(SegmentName segment) throws IOException {
    StorageFile opened = folder.storage().openToRead(segment.path());
    file.close();
    file = opened;
    name = segment;
    window = windowOf(segment, opened);
    position = SegmentHeader.SIZE;
  }

  private SegmentWindow windowOf(SegmentName segment, StorageFile opened) throws IOException {
    try {
      return new SegmentWindow(buffer, segment, opened, SegmentHeader.read(segment, opened));
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, opened);
      throw failure;
    }
  }

  private JournalDamagedException damaged(String found) {
    return new JournalDamagedException(
        name.path(), position, found, JournalDamagedException.RESTORE);
  }
}
