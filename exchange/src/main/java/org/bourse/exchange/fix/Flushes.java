package org.bourse.exchange.fix;

import java.util.concurrent.TimeUnit;

/**
 * What was given to a connection, and when: what left just before the client's end of the stream
 * came may have crossed it, and then nobody reads it. Not safe for several threads.
 */
final class Flushes {
  private static final long CROSSING_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private int last;
  private long lastAt;
  private int sample; // what was flushed at sampledAt
  private long sampledAt;
  private int settled; // that long before sampledAt

  /** All up to a number has been given to the connection. */
  void add(int msgSeqNum, long nanos) {
    if (nanos - sampledAt >= CROSSING_NANOS) {
      settled = nanos - lastAt >= CROSSING_NANOS ? last : sample;
      sample = last;
      sampledAt = nanos;
    }
    last = msgSeqNum;
    lastAt = nanos;
  }

  /** What had been flushed long ago is flushed again. */
  void again(long nanos) {
    lastAt = nanos;
    sample = 0;
    sampledAt = nanos;
    settled = 0;
  }

  /** The last MsgSeqNum that left well before now. */
  int settled(long nanos) {
    if (nanos - lastAt >= CROSSING_NANOS) {
      return last;
    }
    return nanos - sampledAt >= CROSSING_NANOS ? sample : settled;
  }

  /** Numbers begin again. */
  void reset() {
    last = 0;
    sample = 0;
    settled = 0;
  }
}
