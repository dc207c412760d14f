package org.bourse.exchange.journal;

import org.agrona.DirectBuffer;

/** Receives records from a {@link JournalReader}, on the reader's thread. */
@FunctionalInterface
public interface RecordHandler {
  /**
   * One record. The buffer is the reader's own and holds the payload only until this returns. What
   * is thrown leaves {@link JournalReader#read}; the record counts as read.
   *
   * @param sequence of the record, one above that of the record before
   * @param timeNanos as given to {@link Journal#append}
   * @param buffer holds the payload
   * @param offset of the payload's first byte
   * @param length of the payload in bytes, 0 or more
   */
  void onRecord(long sequence, long timeNanos, DirectBuffer buffer, int offset, int length);
}
