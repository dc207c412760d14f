package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bourse.exchange.engine.ReferenceOrder.Place;

/**
 * What an auction would give: the price of the largest volume, then of the smallest surplus, then
 * the highest where all of those leave buyers and the lowest where all leave sellers, then the
 * nearest to the reference.
 *
 * @param price 0: nothing would trade
 * @param surplus above 0: of the buyers, below: of the sellers
 */
record ReferenceAuctionPrice(long price, long volume, long surplus) {
  private static final ReferenceAuctionPrice NONE = new ReferenceAuctionPrice(0, 0, 0);

  static ReferenceAuctionPrice of(ReferenceListing listing) {
    List<ReferenceAuctionPrice> best = best(listing);
    return best.isEmpty() ? NONE : choose(best, reference(listing));
  }

  /** The reference, rounded down to a price that there is. */
  private static long reference(ReferenceListing listing) {
    long tick = listing.instrument.tickSize();
    return listing.reference() / tick * tick;
  }

  /** All prices of the largest volume and the smallest surplus at it, the lowest first. */
  private static List<ReferenceAuctionPrice> best(ReferenceListing listing) {
    List<ReferenceAuctionPrice> best = new ArrayList<>();
    for (long price : candidates(listing, reference(listing))) {
      ReferenceAuctionPrice result = at(price, listing);
      int better = best.isEmpty() ? compare(result, NONE) : compare(result, best.get(0));
      if (better > 0) {
        best.clear();
      }
      if (better > 0 || (better == 0 && !best.isEmpty())) {
        best.add(result);
      }
    }
    return best;
  }

  private static TreeSet<Long> candidates(ReferenceListing listing, long reference) {
    TreeSet<Long> candidates = new TreeSet<>();
    for (boolean buy : new boolean[] {true, false}) {
      listing.book.side(buy).forEach(order -> candidates.add(order.price));
    }
    if (reference > 0) {
      candidates.add(reference);
    }
    return candidates;
  }

  private static ReferenceAuctionPrice at(long price, ReferenceListing listing) {
    long buyers = quantity(listing, true, price);
    long sellers = quantity(listing, false, price);
    return new ReferenceAuctionPrice(price, Math.min(buyers, sellers), buyers - sellers);
  }

  private static long quantity(ReferenceListing listing, boolean buy, long price) {
    long sum = 0;
    for (ReferenceOrder order : listing.book.inTurn(Place.MARKET, buy)) {
      sum += order.leavesQty();
    }
    for (ReferenceOrder order : listing.book.inTurn(Place.BOOK, buy)) {
      sum += (buy ? order.price >= price : order.price <= price) ? order.leavesQty() : 0;
    }
    return sum;
  }

  private static int compare(ReferenceAuctionPrice one, ReferenceAuctionPrice other) {
    return one.volume != other.volume
        ? Long.compare(one.volume, other.volume)
        : one.volume == 0 ? 0 : Long.compare(Math.abs(other.surplus), Math.abs(one.surplus));
  }

  /** Which of the rules has chosen among prices that are alike otherwise. */
  String chosenFor(ReferenceListing listing) {
    List<ReferenceAuctionPrice> alike = best(listing);
    if (alike.size() < 2) {
      return "an only price of an auction";
    } else if (alike.stream().allMatch(result -> result.surplus > 0)) {
      return "a price of an auction for the buyers that are left";
    } else if (alike.stream().allMatch(result -> result.surplus < 0)) {
      return "a price of an auction for the sellers that are left";
    }
    return "a price of an auction nearest to the reference";
  }

  /** Of prices that are alike, from the lowest to the highest. */
  private static ReferenceAuctionPrice choose(List<ReferenceAuctionPrice> alike, long reference) {
    if (alike.stream().allMatch(result -> result.surplus > 0)) {
      return alike.get(alike.size() - 1);
    }
    ReferenceAuctionPrice chosen = alike.get(0);
    if (reference == 0 || alike.stream().allMatch(result -> result.surplus < 0)) {
      return chosen;
    }
    for (ReferenceAuctionPrice result : alike) {
      if (Math.abs(result.price - reference) < Math.abs(chosen.price - reference)) {
        chosen = result;
      }
    }
    return chosen;
  }
}
