package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads all segments of a journal, verifies each record, and makes the last segment ready to be
 * written. Changes nothing before all is verified.
 */
final class SegmentRecovery {
  private final SegmentFolder folder;
  private final ByteBuffer buffer = SegmentWindow.newBuffer();
  private long nextSequence = 1;
  private @Nullable TornTail tornTail;

  SegmentRecovery(SegmentFolder folder) {
    this.folder = folder;
  }

  long nextSequence() {
    return nextSequence;
  }

  @Nullable TornTail tornTail() {
    return tornTail;
  }

  /** The last segment, all its records forced; null if there is no segment at all. */
  @Nullable Segment run() throws IOException {
    folder.refuseForeignFiles();
    List<SegmentName> names = folder.segments();
    SegmentHeader first = null;
    for (int i = 0; i < names.size() - 1; i++) {
      SegmentName name = names.get(i);
      try (StorageFile file = folder.storage().openToRead(name.path())) {
        SegmentHeader header = readHeader(name, file, first);
        first = first == null ? header : first;
        SegmentWindow window = new SegmentWindow(buffer, name, file, header);
        refuseUnlessBlank(window, name, verify(window, name));
      }
    }
    return names.isEmpty() ? null : openLast(names.get(names.size() - 1), first);
  }

  private Segment openLast(SegmentName name, @Nullable SegmentHeader first) throws IOException {
    StorageFile file = folder.storage().open(name.path());
    try {
      SegmentHeader header = readHeader(name, file, first);
      SegmentWindow window = new SegmentWindow(buffer, name, file, header);
      long end = verify(window, name);
      tornTail = TailVerdict.of(window, name, end, nextSequence);
      writeAgain(window, file, end);
      if (tornTail != null) {
        BlankSegment.zero(file, end, header.segmentBytes(), () -> false);
      }
      file.force();
      folder.force();
      return new Segment(name, header, file, end);
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, file);
      throw failure;
    }
  }

  private SegmentHeader readHeader(
      SegmentName name, StorageFile file, @Nullable SegmentHeader first) throws IOException {
    SegmentHeader header = SegmentHeader.read(name, file);
    if (first != null && header.journal() != first.journal()) {
      throw new JournalDamagedException(
          name.path(),
          16,
          String.format(
              "a segment of journal %016x among those of journal %016x",
              header.journal(), first.journal()),
          "Put the right file in its place.");
    }
    if (header.firstSequence() != nextSequence) {
      throw new JournalDamagedException(
          name.path(),
          24,
          "first sequence " + header.firstSequence() + " where " + nextSequence + " is next",
          "Put the segments that hold the records between back in the folder.");
    }
    return header;
  }

  /** Offset after the last sound record; {@link #nextSequence} follows. */
  private long verify(SegmentWindow window, SegmentName name) throws IOException {
    long at = SegmentHeader.SIZE;
    while (window.recordAt(at)) {
      if (window.sequence() != nextSequence) {
        throw new JournalDamagedException(
            name.path(),
            at,
            "sequence " + window.sequence() + " where " + nextSequence + " is next",
            JournalDamagedException.RESTORE);
      }
      at += window.recordSize();
      nextSequence++;
    }
    return at;
  }

  private void refuseUnlessBlank(SegmentWindow window, SegmentName name, long end)
      throws IOException {
    if (window.firstNotZero(end, window.fileSize()) != window.fileSize()) {
      throw new JournalDamagedException(
          name.path(),
          end,
          "no sound record "
              + nextSequence
              + " and no end of the segment, and later segments follow",
          JournalDamagedException.RESTORE);
    }
  }

  /**
   * Writes the records again of which it is not known that they were forced. If a force failed in
   * an earlier run, the system may hold them as clean in memory although they are not on the disk;
   * a force alone would then succeed and do nothing.
   */
  private void writeAgain(SegmentWindow window, StorageFile file, long end) throws IOException {
    long at = SegmentHeader.SIZE;
    long forced = 0;
    while (at < end && window.recordAt(at)) {
      forced = Math.max(forced, window.forced());
      at += window.recordSize();
    }
    at = SegmentHeader.SIZE;
    while (at < end && window.recordAt(at) && window.sequence() <= forced) {
      at += window.recordSize();
    }
    while (at < end) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      int count = file.read(buffer, at);
      file.write(buffer.flip(), at);
      at += count;
    }
    window.forget();
  }
}
