package org.bourse.exchange.engine;

import java.io.IOException;

/**
 * Open orders on their way back into an engine: they are taken in any order and given in that of
 * their ranks. Room is taken only for orders that come, whatever number was announced. One thread
 * at a time.
 */
public final class RankedOrders {
  private static final int CHUNK = 1 << 12;
  private static final int WORDS = 1 + OpenOrderSink.RECORD_WORDS; // OrderID, then the record

  private final long[][] chunks;
  private final int expected;
  private int count;

  /**
   * None yet.
   *
   * @param expected how many there must be in the end
   * @throws IOException where there can't be so many
   */
  public RankedOrders(long expected) throws IOException {
    if (expected < 0 || expected > Integer.MAX_VALUE - CHUNK) {
      throw new IOException("there can't be " + expected + " open orders");
    }
    this.expected = (int) expected;
    chunks = new long[(this.expected + CHUNK - 1) / CHUNK][];
  }

  /**
   * Takes an order.
   *
   * @param words its record, which is copied
   * @throws IOException where the rank can't be or has come before, or the OrderID can't be
   */
  public void add(long orderId, long rank, long[] words) throws IOException {
    if (rank < 0 || rank >= expected) {
      throw new IOException("order " + orderId + " has rank " + rank + " of " + expected);
    }
    if (orderId <= 0) {
      throw new IOException("an open order has the OrderID " + orderId);
    }
    int chunk = (int) rank / CHUNK;
    if (chunks[chunk] == null) {
      chunks[chunk] = new long[CHUNK * WORDS];
    }
    int at = (int) rank % CHUNK * WORDS;
    long known = chunks[chunk][at];
    if (known != 0) {
      throw new IOException("orders " + known + " and " + orderId + " have rank " + rank);
    }
    chunks[chunk][at] = orderId;
    System.arraycopy(words, 0, chunks[chunk], at + 1, OpenOrderSink.RECORD_WORDS);
    count++;
  }

  /** Gives all to a sink, by rank. */
  void forEach(OpenOrderSink sink) throws IOException {
    requireAll();
    long[] words = new long[OpenOrderSink.RECORD_WORDS];
    for (int rank = 0; rank < expected; rank++) {
      long[] chunk = chunks[rank / CHUNK];
      int at = rank % CHUNK * WORDS;
      System.arraycopy(chunk, at + 1, words, 0, words.length);
      sink.onOpenOrder(chunk[at], rank, words);
    }
  }

  int expected() {
    return expected;
  }

  private void requireAll() throws IOException {
    if (count != expected) {
      throw new IOException(expected + " open orders announced, " + count + " found");
    }
  }
}
