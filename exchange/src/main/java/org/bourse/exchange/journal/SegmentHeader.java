package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.OptionalLong;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of a segment.
 *
 * @param journal random, the same in all segments of one journal
 * @param firstSequence sequence of the first record, at least 1
 * @param epoch random, of this segment alone
 * @param segmentBytes length of the file
 */
record SegmentHeader(long journal, long firstSequence, long epoch, long segmentBytes) {
  static final int SIZE = 64;
  static final int FORMAT = 1;

  private static final long MAGIC = 0x4c4e524a_53524f42L; // "BORSJRNL", read as little endian
  private static final int CHECKSUM = SIZE - Integer.BYTES;

  /** Refuses a length that a segment can't have. */
  static void requireLength(long segmentBytes) {
    if (segmentBytes < Journal.MIN_SEGMENT_BYTES
        || segmentBytes > Journal.MAX_SEGMENT_BYTES
        || segmentBytes % RecordLayout.ALIGNMENT != 0) {
      throw new IllegalArgumentException(
          "A segment has from %d to %d bytes, a multiple of %d, not %d"
              .formatted(
                  Journal.MIN_SEGMENT_BYTES,
                  Journal.MAX_SEGMENT_BYTES,
                  RecordLayout.ALIGNMENT,
                  segmentBytes));
    }
  }

  /**
   * Begins a new journal.
   *
   * @param identity of the journal, empty: one that no other has
   */
  static SegmentHeader first(long segmentBytes, OptionalLong identity) {
    SecureRandom random = new SecureRandom();
    long journal = identity.isPresent() ? identity.getAsLong() : random.nextLong();
    return new SegmentHeader(journal, 1, random.nextLong(), segmentBytes);
  }

  void write(StorageFile file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(MAGIC).putInt(FORMAT).putInt(SIZE);
    bytes.putLong(journal).putLong(firstSequence).putLong(epoch).putLong(segmentBytes);
    bytes.putInt(CHECKSUM, checksum(bytes));
    bytes.clear();
    file.write(bytes, 0);
  }

  /** Reads the header of a file, and holds the file's name and length against it. */
  static SegmentHeader read(SegmentName name, StorageFile file) throws IOException {
    Path path = name.path();
    ByteBuffer bytes = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    int count = file.read(bytes, 0);
    if (count < SIZE) {
      throw new JournalDamagedException(
          path,
          0,
          "a file of " + count + " bytes, shorter than a header",
          JournalDamagedException.RESTORE);
    }
    if (bytes.getLong(0) != MAGIC) {
      throw new JournalDamagedException(
          path,
          0,
          String.format("0x%016x where a segment begins with 0x%016x", bytes.getLong(0), MAGIC),
          "If this file does not belong to the journal, move it elsewhere; else restore it from a"
              + " copy.");
    }
    if (bytes.getInt(Long.BYTES) != FORMAT) {
      throw new JournalDamagedException(
          path,
          Long.BYTES,
          "format " + bytes.getInt(Long.BYTES) + ", and this version reads format " + FORMAT,
          "Start the version that wrote it.");
    }
    if (bytes.getInt(CHECKSUM) != checksum(bytes)) {
      throw new JournalDamagedException(
          path, CHECKSUM, "a header whose checksum is wrong", JournalDamagedException.RESTORE);
    }
    SegmentHeader header =
        new SegmentHeader(
            bytes.getLong(16), bytes.getLong(24), bytes.getLong(32), bytes.getLong(40));
    if (header.firstSequence != name.firstSequence()) {
      throw new JournalDamagedException(
          path,
          24,
          "first sequence " + header.firstSequence + ", and the name says " + name.firstSequence(),
          "Files were renamed or swapped: give each the name that its first sequence asks for.");
    }
    if (header.segmentBytes != file.size()) {
      throw new JournalDamagedException(
          path,
          40,
          "a length of " + header.segmentBytes + " bytes, and the file has " + file.size(),
          JournalDamagedException.RESTORE);
    }
    return header;
  }

  private static int checksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate().limit(CHECKSUM).position(0));
    return (int) crc.getValue();
  }
}
