package org.bourse.exchange.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.nio.ByteBuffer;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Records in memory, as they will be written. Allocates only to grow. */
final class Batch {
  static final int LIMIT = 1 << 30;
  private static final int INITIAL = 1 << 16;

  private final RecordChecksum checksum = new RecordChecksum();
  private ByteBuffer bytes = ByteBuffer.allocateDirect(INITIAL);
  private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
  private int end;

  /** Bytes in the batch. */
  int end() {
    return end;
  }

  /**
   * Adds a record.
   *
   * @throws IllegalStateException if the batch would be over its limit
   */
  void add(
      long sequence,
      long timeNanos,
      long forced,
      int salt,
      DirectBuffer payload,
      int offset,
      int length) {
    int size = RecordLayout.size(length);
    reserve(size);
    int padded = end + size;
    buffer.putLong(padded - Long.BYTES, 0);
    buffer.putInt(end + RecordLayout.LENGTH, length, LITTLE_ENDIAN);
    buffer.putLong(end + RecordLayout.SEQUENCE, sequence, LITTLE_ENDIAN);
    buffer.putLong(end + RecordLayout.TIME, timeNanos, LITTLE_ENDIAN);
    buffer.putLong(end + RecordLayout.FORCED, forced, LITTLE_ENDIAN);
    buffer.putBytes(end + RecordLayout.PAYLOAD, payload, offset, length);
    int sum = checksum.of(bytes, end, size, salt);
    buffer.putInt(end + RecordLayout.CHECKSUM, sum, LITTLE_ENDIAN);
    end = padded;
  }

  /** A part of the batch, to be written; valid until the next call. */
  ByteBuffer part(int from, int to) {
    return bytes.limit(to).position(from);
  }

  void clear() {
    end = 0;
  }

  private void reserve(int size) {
    int needed = end + size;
    if (needed <= bytes.capacity()) {
      return;
    }
    if (needed > LIMIT) {
      throw new IllegalStateException("Over " + LIMIT + " bytes were appended without a commit");
    }
    ByteBuffer larger =
        ByteBuffer.allocateDirect(Math.min(LIMIT, Math.max(needed, 2 * bytes.capacity())));
    larger.put(part(0, end));
    bytes = larger;
    buffer.wrap(larger);
  }
}
