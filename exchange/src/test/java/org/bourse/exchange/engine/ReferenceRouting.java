package org.bourse.exchange.engine;

import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.model.TradingPhase;

/** Where an open order goes that does not wait anywhere. */
final class ReferenceRouting {
  private final ReferenceMarket market;

  ReferenceRouting(ReferenceMarket market) {
    this.market = market;
  }

  /** Sends an order on its way that has been taken before. */
  void send(ReferenceOrder order) {
    ReferenceListing listing = market.listing(order);
    if (isThroughBook(order)) {
      market.matching.run(order, listing, 0);
    } else {
      keep(order, listing);
    }
  }

  /** Sends an order on its way that was taken just now. */
  void enter(ReferenceOrder order) {
    ReferenceListing listing = market.listing(order);
    if (isThroughBook(order)) {
      market.matching.run(order, listing, order.conditions.minQuantity());
    } else {
      keep(order, listing);
    }
  }

  /** Whether the order would trade now if it could. */
  boolean isThroughBook(ReferenceOrder order) {
    ReferenceListing listing = market.listing(order);
    return listing.isContinuous() && !order.isDormant() && !waitsForClose(order, listing);
  }

  private void keep(ReferenceOrder order, ReferenceListing listing) {
    if (order.isDormant()) {
      listing.book.put(order, Place.STOPS);
    } else if (waitsForClose(order, listing)) {
      listing.book.put(order, Place.FOR_CLOSE);
    } else if (order.isImmediate()) {
      market.matching.endRemainder(order);
    } else {
      rest(order, listing);
    }
  }

  /** Lets an order wait for the auction, with its limit or without one. */
  void rest(ReferenceOrder order, ReferenceListing listing) {
    listing.book.put(order, order.hasLimit() ? Place.BOOK : Place.MARKET);
  }

  private static boolean waitsForClose(ReferenceOrder order, ReferenceListing listing) {
    return order.timeInForce == '7' && listing.phase != TradingPhase.CLOSING_AUCTION;
  }
}
