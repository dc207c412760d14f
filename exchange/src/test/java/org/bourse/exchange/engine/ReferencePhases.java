package org.bourse.exchange.engine;

import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.model.TradingPhase;

/** What the phases do to orders as an instrument goes from one to the next. */
final class ReferencePhases {
  private static final String AUCTION_OVER = "Not filled in the auction";
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ReferenceMarket market;

  ReferencePhases(ReferenceMarket market) {
    this.market = market;
  }

  void enter(ReferenceListing listing, TradingPhase next, String reason) {
    if (listing.phase == next) {
      return;
    }
    boolean wasAuction = listing.isCall() && listing.phase != TradingPhase.PRE_OPEN;
    boolean ends = next != TradingPhase.HALTED && (wasAuction || next == TradingPhase.CONTINUOUS);
    if (next == TradingPhase.HALTED) {
      listing.phaseBefore = listing.phase;
    } else {
      listing.auctionEnds = 0;
    }
    if (ends) {
      listing.traded.clear();
      market.auctions.uncross(listing);
    }
    if (ends && next != TradingPhase.CLOSED) {
      endAfterAuction(listing, '2');
      endAfterAuction(listing, '7');
    } else if (next == TradingPhase.CLOSED) {
      endAll(listing, '7');
    }
    int ofVenue = market.inquiries.phase();
    listing.phase = next;
    market.reports.market(listing, MarketState.PHASE, 0, 0, 0, reason);
    market.inquiries.changed(listing, ofVenue);
    listing.book.isChanged = true;
    switch (next) {
      case HALTED -> halt(listing);
      case CONTINUOUS -> {
        if (listing.lastPrice != 0) {
          listing.traded.add(listing.lastPrice);
        }
        market.stops.trigger(listing);
      }
      case CLOSED -> close(listing);
      case CLOSING_AUCTION -> {
        for (ReferenceOrder order : listing.book.forClose()) {
          listing.book.remove(order);
          market.routing.rest(order, listing);
        }
      }
      default -> {}
    }
  }

  /** A halted instrument goes on as it was, and its volatility auction has the end it had. */
  void resume(ReferenceListing listing) {
    long auctionEnds = listing.auctionEnds;
    enter(listing, listing.phaseBefore, "Resumed");
    if (listing.phase == TradingPhase.INTRADAY_AUCTION) {
      listing.auctionEnds = auctionEnds;
    }
  }

  void beginVolatilityAuction(ReferenceListing listing) {
    enter(listing, TradingPhase.INTRADAY_AUCTION, "Volatility");
    listing.auctionEnds =
        market.time.now + listing.rules().volatilityAuctionMillis() * NANOS_PER_MILLI;
  }

  private void halt(ReferenceListing listing) {
    for (ReferenceOrder order : market.open(listing)) {
      if (order.isCanceledOnHalt()) {
        market.end(order, ReferenceOrder.CANCELED, 6, "Canceled on trading halt");
      }
    }
  }

  /** Ends what is left of the orders that were in the auction and are for it alone. */
  private void endAfterAuction(ReferenceListing listing, char timeInForce) {
    for (ReferenceOrder order : market.open(listing)) {
      boolean waits = timeInForce == '7' && order.place != Place.BOOK;
      if (order.timeInForce == timeInForce && !waits) {
        market.end(order, ReferenceOrder.CANCELED, -1, AUCTION_OVER);
      }
    }
  }

  private void endAll(ReferenceListing listing, char timeInForce) {
    for (ReferenceOrder order : market.open(listing)) {
      if (order.timeInForce == timeInForce) {
        market.end(order, ReferenceOrder.CANCELED, -1, AUCTION_OVER);
      }
    }
  }

  private void close(ReferenceListing listing) {
    for (ReferenceOrder order : market.open(listing)) {
      if (endsWithTheDay(order)) {
        market.end(order, ReferenceOrder.EXPIRED, -1, "");
      }
    }
  }

  private boolean endsWithTheDay(ReferenceOrder order) {
    int lastDay = order.conditions.expireDate();
    return switch (order.timeInForce) {
      case '1' -> false;
      case '6' -> lastDay != 0 && lastDay <= ReferenceTime.number(market.time.today());
      default -> true;
    };
  }
}
