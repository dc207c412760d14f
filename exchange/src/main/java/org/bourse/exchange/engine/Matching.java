package org.bourse.exchange.engine;

import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.model.TimeInForce;

/** Lets an order trade against the book, and rests or cancels what is left of it. */
final class Matching implements OrderBook.FillListener {
  private final Orders orders;
  private final Reports reports;
  private long aggressor;
  private long tickSize;
  private long matchId;

  Matching(Orders orders, Reports reports) {
    this.orders = orders;
    this.reports = reports;
  }

  /** Number of the last match. */
  long matchId() {
    return matchId;
  }

  void matchId(long value) {
    matchId = value;
  }

  /** Takes an open order that does not rest through the book. */
  void run(long orderId, ListedInstrument instrument) {
    OrderBook book = instrument.book();
    boolean buy = isBuy(orderId);
    long leaves = orders.leavesQty(orderId);
    tickSize = instrument.rules().tickSize();
    long limit = limitTicks(orderId, buy);
    byte timeInForce = orders.timeInForce(orderId);
    if (timeInForce != TimeInForce.FILL_OR_KILL.code() || book.canFill(buy, limit, leaves)) {
      aggressor = orderId;
      leaves = book.match(buy, limit, leaves, this);
    }
    if (leaves == 0) {
      return;
    }
    if (orders.ordType(orderId) == OrdType.LIMIT.code() && Rules.mayRest(timeInForce)) {
      orders.slot(orderId, book.rest(buy, orderId, limit, leaves));
    } else {
      orders.status(orderId, OrdStatus.CANCELED);
      reports.remainderCanceled(orderId);
    }
  }

  /** Takes a resting order out of the book. */
  void withdraw(long orderId, OrderBook book) {
    book.remove(isBuy(orderId), orders.slot(orderId));
    orders.slot(orderId, 0);
  }

  boolean isBuy(long orderId) {
    return orders.side(orderId) == Side.BUY.code();
  }

  @Override
  public void onFill(long restingOrderId, long ticks, long quantity, long left) {
    long price = ticks * tickSize;
    matchId++;
    orders.fill(restingOrderId, price, quantity);
    if (left == 0) {
      orders.slot(restingOrderId, 0);
    }
    orders.fill(aggressor, price, quantity);
    reports.traded(restingOrderId, aggressor, matchId, price, quantity, false);
    reports.traded(aggressor, restingOrderId, matchId, price, quantity, true);
  }

  private long limitTicks(long orderId, boolean buy) {
    if (orders.ordType(orderId) == OrdType.MARKET.code()) {
      return buy ? Long.MAX_VALUE : 0;
    }
    return orders.price(orderId) / tickSize;
  }
}
