package org.bourse.exchange.engine;

import java.io.IOException;

/** Gives back the open orders that an {@link OpenOrderSink} has taken. */
@FunctionalInterface
public interface OpenOrderSource {
  /**
   * All of them. Called once, after the rest of the state has been read: whoever reads them on
   * another thread meanwhile waits for it here.
   *
   * @throws IOException where they can't be had
   */
  RankedOrders read() throws IOException;
}
