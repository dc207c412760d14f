package org.bourse.client.replay;

import java.math.BigDecimal;
import java.util.List;

/**
 * One line of an actions file.
 *
 * @param seq the file's number, {@link #SEED} for the book as it stood at the start
 * @param kind what is done
 * @param order the order it concerns, by its place in the file's list of orders
 * @param buy its side
 * @param price its price, in dollars x 10,000
 * @param quantity shares; for REDUCE what remains
 * @param fills the resting orders that it must hit, in order
 */
record Action(
    long seq, Kind kind, int order, boolean buy, long price, long quantity, List<Fill> fills) {

  /** Comes before all numbers. */
  static final long SEED = -1;

  enum Kind {
    NEW,
    IOC,
    CANCEL,
    REDUCE;

    boolean isOrder() {
      return this == NEW || this == IOC;
    }
  }

  /** What an action must do to one resting order, at that order's price. */
  record Fill(int order, long quantity, long price) {}

  static BigDecimal decimal(long price) {
    return BigDecimal.valueOf(price, 4);
  }
}
