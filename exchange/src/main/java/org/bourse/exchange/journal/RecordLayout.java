package org.bourse.exchange.journal;

import org.agrona.BitUtil;

/** Where the fields of a record are, from its start, in bytes. */
final class RecordLayout {
  static final int CHECKSUM = 0;
  static final int LENGTH = 4;
  static final int SEQUENCE = 8;
  static final int TIME = 16;
  static final int FORCED = 24;
  static final int PAYLOAD = 32;

  static final int ALIGNMENT = 8;

  /** Largest record, so that a reader knows how large a buffer it needs. */
  static final int MAX_SIZE = 1 << 20;

  private RecordLayout() {}

  /** Bytes that a record takes with a payload of this length. */
  static int size(int payloadLength) {
    return BitUtil.align(PAYLOAD + payloadLength, ALIGNMENT);
  }
}
