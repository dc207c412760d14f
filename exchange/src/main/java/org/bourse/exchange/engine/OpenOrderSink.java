package org.bourse.exchange.engine;

import java.io.IOException;

/** Takes the open orders of an engine's state, which are saved apart from the rest of it. */
@FunctionalInterface
public interface OpenOrderSink {
  /** How many longs an order's record has. */
  int RECORD_WORDS = 11;

  /**
   * One open order. They come by instrument, buy side first, the best price first, the oldest
   * first.
   *
   * @param orderId OrderID(37)
   * @param rank its place in that order: 0, 1, 2 and so on
   * @param words its record, {@link #RECORD_WORDS} longs; another order's after this returns
   * @throws IOException where it can't be taken; none follows then
   */
  void onOpenOrder(long orderId, long rank, long[] words) throws IOException;
}
