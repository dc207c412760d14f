package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Cuts the end of a journal. Zeroing records in place could leave, after a crash, a bad record with
 * sound ones behind it, which is damage; so the segment is copied up to the cut into a blank one,
 * which then takes its name.
 */
final class Truncation {
  private final SegmentFolder folder;
  private final ByteBuffer buffer = SegmentWindow.newBuffer();

  Truncation(SegmentFolder folder) {
    this.folder = folder;
  }

  /** Returns the segment in which the record of this sequence will follow. */
  Segment from(long sequence) throws IOException {
    List<SegmentName> names = folder.segments();
    int last = names.size() - 1;
    while (last > 0 && names.get(last).firstSequence() >= sequence) {
      folder.storage().delete(names.get(last).path());
      folder.force();
      last--;
    }
    return copy(names.get(last), sequence);
  }

  private Segment copy(SegmentName name, long sequence) throws IOException {
    SegmentHeader header;
    BlankSegment blank;
    long end;
    try (StorageFile source = folder.storage().openToRead(name.path())) {
      header = SegmentHeader.read(name, source);
      end = offsetOf(sequence, new SegmentWindow(buffer, name, source, header));
      blank = BlankSegment.make(folder, "cut", header.segmentBytes(), () -> false);
      try {
        new SegmentCopy(() -> false).copy(source, blank.file(), end);
      } catch (IOException | RuntimeException failure) {
        AfterFailure.close(failure, blank::discard);
        throw failure;
      }
    }
    return blank.promote(header, end);
  }

  private static long offsetOf(long sequence, SegmentWindow window) throws IOException {
    long at = SegmentHeader.SIZE;
    while (window.recordAt(at) && window.sequence() < sequence) {
      at += window.recordSize();
    }
    return at;
  }
}
