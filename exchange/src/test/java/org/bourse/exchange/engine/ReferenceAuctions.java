package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.event.MarketState;

/** Auctions: all trade at one price, orders without a limit first, then by price and time. */
final class ReferenceAuctions {
  private final ReferenceMarket market;

  ReferenceAuctions(ReferenceMarket market) {
    this.market = market;
  }

  /** Tells what the auction would give now. */
  void indicate(ReferenceListing listing) {
    listing.book.isChanged = false;
    ReferenceAuctionPrice result = ReferenceAuctionPrice.of(listing);
    tell(listing, MarketState.INDICATIVE, result);
    market.inquiries.indicated(listing, result);
  }

  /** Holds the auction, and ends what is left of orders without a limit. */
  void uncross(ReferenceListing listing) {
    ReferenceAuctionPrice result = ReferenceAuctionPrice.of(listing);
    market.reached.add(result.chosenFor(listing));
    long left = result.volume();
    while (left > 0) {
      ReferenceOrder buyer = first(listing, true);
      ReferenceOrder seller = first(listing, false);
      long quantity = Math.min(left, Math.min(buyer.shown, seller.shown));
      market.matching.fill(listing, buyer, seller, result.price(), quantity, true);
      listing.book.filled(buyer, quantity);
      listing.book.filled(seller, quantity);
      left -= quantity;
    }
    if (result.volume() > 0) {
      tell(listing, MarketState.UNCROSSED, result);
    }
    List<ReferenceOrder> leftOver = new ArrayList<>(listing.book.inTurn(Place.MARKET, true));
    leftOver.addAll(listing.book.inTurn(Place.MARKET, false));
    for (ReferenceOrder order : leftOver) {
      listing.book.remove(order);
      if (order.ordType == 'K' && result.volume() > 0) {
        market.matching.takeLimit(order, listing, result.price());
      } else {
        market.matching.endRemainder(order);
      }
    }
  }

  private static ReferenceOrder first(ReferenceListing listing, boolean buy) {
    List<ReferenceOrder> atMarket = listing.book.inTurn(Place.MARKET, buy);
    return atMarket.isEmpty() ? Objects.requireNonNull(listing.book.best(buy)) : atMarket.get(0);
  }

  private void tell(ReferenceListing listing, int kind, ReferenceAuctionPrice result) {
    market.reports.market(listing, kind, result.price(), result.volume(), result.surplus(), "");
  }
}
