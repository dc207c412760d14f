package org.bourse.exchange.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.bourse.exchange.engine.ReferenceOrder.Place;

/** Stop orders: which are triggered when, and in which order. */
final class ReferenceStops {
  private final ReferenceMarket market;

  ReferenceStops(ReferenceMarket market) {
    this.market = market;
  }

  /** Triggers what has been reached, and what is reached by the trades of those. */
  void trigger(ReferenceListing listing) {
    Deque<ReferenceOrder> triggered = new ArrayDeque<>(takeReached(listing));
    while (!triggered.isEmpty()) {
      trigger(triggered.remove());
      List<ReferenceOrder> more = takeReached(listing);
      if (!more.isEmpty()) {
        market.reached.add("a stop cascade");
      }
      triggered.addAll(more);
    }
    listing.traded.clear();
  }

  void trigger(ReferenceOrder order) {
    order.isTriggered = true;
    market.reports.unasked('D', order, 99, "Triggered");
    market.routing.send(order);
  }

  /** Whether the market is already where an order that has just come is triggered. */
  boolean isReachedAtOnce(ReferenceOrder order) {
    ReferenceListing listing = market.listing(order);
    List<Long> last = listing.lastPrice == 0 ? List.of() : List.of(listing.lastPrice);
    return order.isDormant() && listing.isContinuous() && isReached(order, listing, last);
  }

  private List<ReferenceOrder> takeReached(ReferenceListing listing) {
    if (!listing.isContinuous()) {
      return List.of();
    }
    List<ReferenceOrder> reached = new ArrayList<>();
    for (boolean buy : new boolean[] {true, false}) {
      for (ReferenceOrder order : listing.book.inTurn(Place.STOPS, buy)) {
        if (isReached(order, listing, listing.traded)) {
          reached.add(order);
        }
      }
    }
    reached.sort(Comparator.comparingLong(order -> order.turn));
    reached.forEach(listing.book::remove);
    listing.traded.clear();
    return reached;
  }

  private static boolean isReached(
      ReferenceOrder order, ReferenceListing listing, List<Long> traded) {
    long stop = order.conditions.stopPrice();
    if (listing.rules().stopByQuote()) {
      ReferenceOrder best = listing.book.best(!order.isBuy());
      return best != null && (order.isBuy() ? best.price >= stop : best.price <= stop);
    }
    if (traded.isEmpty()) {
      return false;
    }
    return order.isBuy() ? Collections.max(traded) >= stop : Collections.min(traded) <= stop;
  }
}
