package org.bourse.exchange.fix;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Arrays for what is written to sockets, used again and again: much market data would else be much
 * garbage. Safe for several threads.
 */
final class Chunks {
  /** How many bytes each has. */
  static final int SIZE = 1 << 16;

  private static final int MOST_KEPT = 256;

  private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(MOST_KEPT);

  /** Takes one, of whatever content. */
  byte[] take() {
    byte[] chunk = free.poll();
    return chunk == null ? new byte[SIZE] : chunk;
  }

  /** Gives one back that nobody reads or writes any more. */
  void giveBack(byte[] chunk) {
    free.offer(chunk);
  }
}
