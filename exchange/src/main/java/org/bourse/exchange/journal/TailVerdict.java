package org.bourse.exchange.journal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a torn tail from damage, at a place of the last segment where no sound record is and not
 * all that follows is zero.
 *
 * <p>A crash may keep some sectors of the writes since the last force and lose others, in any
 * order, and a lost sector is still the zeros that it was made with. So it is a torn tail if either
 *
 * <ul>
 *   <li>no sound record with a later sequence follows, or
 *   <li>each that follows says that the missing record was not yet forced when it was added, and a
 *       sector between the bad place and the first of them is zero.
 * </ul>
 *
 * <p>Anything else is damage: a record that had been forced is gone, or its bytes have changed.
 */
final class TailVerdict {
  private static final int SECTOR = 512;

  private TailVerdict() {}

  /**
   * Null if nothing is there but zeros.
   *
   * @param expected sequence of the record that should be at the offset
   * @throws JournalDamagedException if it is not a torn tail
   */
  static @Nullable TornTail of(SegmentWindow window, long offset, long expected)
      throws IOException {
    long size = window.fileSize();
    if (window.firstNotZero(offset, size) == size) {
      return null;
    }
    long firstSound = size;
    int sound = 0;
    for (long at = offset + RecordLayout.ALIGNMENT;
        at + RecordLayout.PAYLOAD <= size;
        at += RecordLayout.ALIGNMENT) {
      if (follows(window, at, expected) && window.recordAt(at)) {
        if (window.forced() >= expected) {
          throw damaged(
              window, offset, expected, window.sequence(), at, "was added after that was forced");
        }
        firstSound = Math.min(firstSound, at);
        sound++;
        at += window.recordSize() - RecordLayout.ALIGNMENT;
      }
    }
    if (sound > 0 && !hasZeroSector(window, offset, firstSound)) {
      long follower = window.longAt(firstSound + RecordLayout.SEQUENCE);
      throw damaged(
          window,
          offset,
          expected,
          follower,
          firstSound,
          "follows, with no sector missing between");
    }
    return new TornTail(window.path(), offset, expected, sound);
  }

  /** A cheap test before the checksum: the sequence is one that could be here. */
  private static boolean follows(SegmentWindow window, long at, long expected) throws IOException {
    long sequence = window.longAt(at + RecordLayout.SEQUENCE);
    long most = (window.fileSize() - SegmentHeader.SIZE) / RecordLayout.PAYLOAD;
    return sequence > expected && sequence <= expected + most;
  }

  private static boolean hasZeroSector(SegmentWindow window, long from, long to)
      throws IOException {
    long at = from;
    while (at < to) {
      long end = Math.min(to, (at / SECTOR + 1) * SECTOR);
      if (window.firstNotZero(at, end) == end) {
        return true;
      }
      at = end;
    }
    return false;
  }

  private static JournalDamagedException damaged(
      SegmentWindow window, long offset, long expected, long follower, long at, String why) {
    return new JournalDamagedException(
        window.path(),
        offset,
        "no sound record "
            + expected
            + ", yet sound record "
            + follower
            + " at offset "
            + at
            + " "
            + why,
        JournalDamagedException.RESTORE);
  }
}
