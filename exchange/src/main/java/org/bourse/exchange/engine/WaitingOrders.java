package org.bourse.exchange.engine;

/**
 * The orders of one instrument that wait beside the book: those without a limit, for an auction;
 * those with a stop price; those for the auction at the close.
 */
final class WaitingOrders {
  private final PriceLevels marketBuys;
  private final PriceLevels marketSells;
  private final PriceLevels stopBuys;
  private final PriceLevels stopSells;
  private final PriceLevels forClose;

  WaitingOrders(RestingOrders resting) {
    marketBuys = new PriceLevels(resting, true);
    marketSells = new PriceLevels(resting, true);
    stopBuys = new PriceLevels(resting, false);
    stopSells = new PriceLevels(resting, true);
    forClose = new PriceLevels(resting, true);
  }

  /** Orders without a limit, all at price 0. */
  PriceLevels market(boolean buy) {
    return buy ? marketBuys : marketSells;
  }

  /** Stop orders: the one that is triggered first is the best. */
  PriceLevels stops(boolean buy) {
    return buy ? stopBuys : stopSells;
  }

  /** Orders for the auction at the close, all at price 0. */
  PriceLevels forClose() {
    return forClose;
  }

  /** The queue that an order's marks say it is in. */
  PriceLevels of(int marks, boolean buy) {
    if ((marks & Marks.AT_MARKET) != 0) {
      return market(buy);
    }
    return (marks & Marks.IN_STOPS) != 0 ? stops(buy) : forClose;
  }

  boolean isEmpty() {
    return marketBuys.best() == 0
        && marketSells.best() == 0
        && stopBuys.best() == 0
        && stopSells.best() == 0
        && forClose.best() == 0;
  }

  boolean hasStops() {
    return stopBuys.best() != 0 || stopSells.best() != 0;
  }

  long count() {
    return marketBuys.orderCount()
        + marketSells.orderCount()
        + stopBuys.orderCount()
        + stopSells.orderCount()
        + forClose.orderCount();
  }

  /** Visits all, queue by queue, in their order. */
  <E extends Exception> void forEach(OrderVisitor<E> visitor) throws E {
    marketBuys.forEach(visitor);
    marketSells.forEach(visitor);
    stopBuys.forEach(visitor);
    stopSells.forEach(visitor);
    forClose.forEach(visitor);
  }
}
