package org.bourse.exchange.engine;

import java.util.Arrays;

/**
 * The price at which an auction would take place: that of the largest volume; of those, of the
 * smallest surplus; of those, the highest where buyers are left over and the lowest where sellers
 * are; of those, the nearest to the reference.
 */
final class AuctionPrice {
  private static final int TICKS = 0;
  private static final int BUY = 1;
  private static final int SELL = 2;
  private static final int WORDS = 3;

  private final Orders orders;
  private long[] levels = new long[64 * WORDS]; // price, what is bid at it, what is offered at it
  private int count;
  private long demand;
  private long supply;
  private long price;
  private long volume;
  private long surplus;

  AuctionPrice(Orders orders) {
    this.orders = orders;
  }

  /** The price in ticks, 0: nothing would trade. */
  long price() {
    return price;
  }

  /** What would trade at it. */
  long volume() {
    return volume;
  }

  /** What would be left at it: above 0 of the buyers, below of the sellers. */
  long surplus() {
    return surplus;
  }

  /** Finds it for the orders that are there. */
  void find(ListedInstrument instrument) {
    count = 0;
    price = 0;
    volume = 0;
    surplus = 0;
    demand = atMarket(instrument, true);
    supply = atMarket(instrument, false);
    OrderBook book = instrument.book();
    long lowestBid = supply > 0 ? 0 : best(book.offers(), Long.MAX_VALUE);
    long highestOffer = demand > 0 ? Long.MAX_VALUE : best(book.bids(), 0);
    collect(instrument, book.bids(), BUY, lowestBid);
    collect(instrument, book.offers(), SELL, highestOffer);
    addReference(instrument);
    sort();
    choose(instrument.reference() / instrument.rules().tickSize());
  }

  private static long best(PriceLevels side, long otherwise) {
    return side.best() == 0 ? otherwise : side.ticks(side.best());
  }

  private long atMarket(ListedInstrument instrument, boolean buy) {
    WaitingOrders waiting = instrument.waiting();
    if (waiting == null || waiting.market(buy).best() == 0) {
      return 0;
    }
    return waiting.market(buy).quantity(waiting.market(buy).best());
  }

  /** Takes the levels that could trade; what is bid is demanded at every price below, too. */
  private void collect(ListedInstrument instrument, PriceLevels side, int what, long bound) {
    for (int level = side.best(); level != 0; level = side.worse(level)) {
      long ticks = side.ticks(level);
      if (what == BUY ? ticks < bound : ticks > bound) {
        return;
      }
      long quantity = quantity(instrument, side, level);
      add(ticks, what, quantity);
      if (what == BUY) {
        demand += quantity;
      }
    }
  }

  private long quantity(ListedInstrument instrument, PriceLevels side, int level) {
    if (instrument.icebergs() == 0) {
      return side.quantity(level);
    }
    long sum = 0;
    OrderBook book = instrument.book();
    for (int slot = side.first(level); slot != 0; slot = book.after(slot)) {
      sum += orders.leavesQty(book.orderId(slot));
    }
    return sum;
  }

  private void addReference(ListedInstrument instrument) {
    long reference = instrument.reference() / instrument.rules().tickSize();
    if (reference > 0) {
      add(reference, BUY, 0);
    }
  }

  private void add(long ticks, int what, long quantity) {
    if ((count + 1) * WORDS > levels.length) {
      levels = Arrays.copyOf(levels, 2 * levels.length);
    }
    int at = count++ * WORDS;
    levels[at + TICKS] = ticks;
    levels[at + BUY] = what == BUY ? quantity : 0;
    levels[at + SELL] = what == SELL ? quantity : 0;
  }

  /** Sorts by price, and puts together what is at the same. */
  private void sort() {
    long[] keys = new long[count];
    for (int i = 0; i < count; i++) {
      keys[i] = levels[i * WORDS + TICKS];
    }
    long[] prices = Arrays.stream(keys).sorted().distinct().toArray();
    long[] merged = new long[Math.max(1, prices.length) * WORDS];
    for (int i = 0; i < count; i++) {
      int at = Arrays.binarySearch(prices, keys[i]) * WORDS;
      merged[at + TICKS] = keys[i];
      merged[at + BUY] += levels[i * WORDS + BUY];
      merged[at + SELL] += levels[i * WORDS + SELL];
    }
    levels = merged;
    count = prices.length;
  }

  private void choose(long reference) {
    long buyers = demand;
    long sellers = supply;
    long lowest = 0;
    long highest = 0;
    boolean allBuyers = true;
    boolean allSellers = true;
    long nearest = 0;
    for (int i = 0; i < count; i++) {
      int at = i * WORDS;
      sellers += levels[at + SELL];
      long trades = Math.min(buyers, sellers);
      long left = buyers - sellers;
      long ticks = levels[at + TICKS];
      buyers -= levels[at + BUY];
      if (trades == 0) {
        continue;
      }
      boolean better = trades > volume || (trades == volume && Math.abs(left) < Math.abs(surplus));
      boolean equal = trades == volume && Math.abs(left) == Math.abs(surplus);
      if (better) {
        volume = trades;
        surplus = left;
        lowest = ticks;
        allBuyers = left > 0;
        allSellers = left < 0;
        nearest = ticks;
      } else if (equal) {
        allBuyers &= left > 0;
        allSellers &= left < 0;
        nearest = nearer(nearest, ticks, reference);
      }
      if (better || equal) {
        highest = ticks;
      }
    }
    price = allBuyers ? highest : allSellers ? lowest : nearest;
    surplus = volume == 0 ? 0 : at(price);
  }

  private static long nearer(long known, long other, long reference) {
    return reference != 0 && Math.abs(other - reference) < Math.abs(known - reference)
        ? other
        : known;
  }

  private long at(long ticks) {
    long buyers = demand;
    long sellers = supply;
    for (int i = 0; i < count; i++) {
      sellers += levels[i * WORDS + SELL];
      if (levels[i * WORDS + TICKS] == ticks) {
        break;
      }
      buyers -= levels[i * WORDS + BUY];
    }
    return buyers - sellers;
  }
}
