package org.bourse.exchange.engine;

import org.bourse.exchange.model.TimeInForce;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** Where an accepted order goes: through the book, into it, or beside it. */
final class Routing {
  private static final int ARRIVAL_BITS = 20;

  private final Orders orders;
  private final Terms terms;
  private final Placement placement;
  private final Matching matching;
  private long arrivals;

  Routing(Orders orders, Terms terms, Placement placement, Matching matching) {
    this.orders = orders;
    this.terms = terms;
    this.placement = placement;
    this.matching = matching;
  }

  /** The place of the command in hand: stops that wait from now on come after those from before. */
  void begin(long position) {
    arrivals = position << ARRIVAL_BITS;
  }

  /** Whether the order would go through the book at once. */
  boolean isThroughBook(long orderId, ListedInstrument instrument) {
    return instrument.isContinuous() && !isDormant(orderId) && !waitsForClose(orderId, instrument);
  }

  /**
   * Sends an order on its way that was taken just now.
   *
   * @param request whose acceptance is to be told with the first fill; null: it has been told
   */
  void enter(long orderId, ListedInstrument instrument, @Nullable Request request) {
    if (isThroughBook(orderId, instrument)) {
      matching.enter(orderId, instrument, request);
    } else {
      keep(orderId, instrument);
    }
  }

  /** Sends an open order that does not rest on its way again. */
  void send(long orderId, ListedInstrument instrument) {
    if (isThroughBook(orderId, instrument)) {
      matching.run(orderId, instrument);
    } else {
      keep(orderId, instrument);
    }
  }

  private void keep(long orderId, ListedInstrument instrument) {
    if (isDormant(orderId)) {
      terms.priority(orders.terms(orderId), arrivals++);
      placement.inStops(orderId, instrument);
    } else if (waitsForClose(orderId, instrument)) {
      placement.forClose(orderId, instrument);
    } else if (OrderKind.isImmediate(orders.timeInForce(orderId))) {
      matching.endRemainder(orderId, instrument);
    } else {
      matching.restForAuction(orderId, instrument);
    }
  }

  private boolean isDormant(long orderId) {
    return OrderKind.isStop(orders.ordType(orderId)) && !orders.isMarked(orderId, Marks.TRIGGERED);
  }

  private boolean waitsForClose(long orderId, ListedInstrument instrument) {
    return orders.timeInForce(orderId) == TimeInForce.AT_THE_CLOSE.code()
        && instrument.phase() != TradingPhase.CLOSING_AUCTION;
  }
}
