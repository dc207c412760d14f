package org.bourse.exchange.journal;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** CRC32C over a record, salted with its segment's epoch. Allocates nothing; one thread. */
final class RecordChecksum {
  private final CRC32C crc = new CRC32C();

  /** Folds an epoch to what is mixed into each checksum of its segment. */
  static int salt(long epoch) {
    return (int) (epoch ^ (epoch >>> 32));
  }

  /** Moves the buffer's position and limit. */
  int of(ByteBuffer bytes, int record, int size, int salt) {
    bytes.limit(record + size).position(record + RecordLayout.LENGTH);
    crc.reset();
    crc.update(bytes);
    return (int) crc.getValue() ^ salt;
  }
}
