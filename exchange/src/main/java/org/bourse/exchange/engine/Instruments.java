package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.model.TradingRules;

/** The instruments by number, each with its book. All books share one store of resting orders. */
final class Instruments {
  private static final int MOST_DECIMALS = 9;

  private final List<ListedInstrument> listed = new ArrayList<>();
  private final RestingOrders resting;
  private final Timers timers;

  Instruments(RestingOrders resting, Timers timers) {
    this.resting = resting;
    this.timers = timers;
  }

  boolean has(int instrumentId) {
    return instrumentId >= 0 && instrumentId < listed.size();
  }

  int count() {
    return listed.size();
  }

  ListedInstrument get(int instrumentId) {
    return listed.get(instrumentId);
  }

  /**
   * Takes a definition: a new instrument has the next number; a known one keeps its symbol and
   * scales, and its tick and lot while it has open orders.
   *
   * @return whether the definition holds together and was taken
   */
  boolean define(int instrumentId, Instrument rules, boolean enabled) {
    if (instrumentId < 0 || instrumentId > listed.size() || !isSound(rules)) {
      return false;
    }
    if (instrumentId == listed.size()) {
      for (ListedInstrument other : listed) {
        if (other.rules().symbol().equals(rules.symbol())) {
          return false;
        }
      }
      listed.add(
          new ListedInstrument(
              instrumentId, rules, enabled, new OrderBook(resting), resting, timers));
      return true;
    }
    ListedInstrument known = listed.get(instrumentId);
    Instrument old = known.rules();
    boolean sameSteps = old.tickSize() == rules.tickSize() && old.lotSize() == rules.lotSize();
    if (!old.symbol().equals(rules.symbol())
        || old.priceScale() != rules.priceScale()
        || old.quantityScale() != rules.quantityScale()
        || (!sameSteps && !known.isEmpty())) {
      return false;
    }
    known.redefine(rules, enabled);
    return true;
  }

  private static boolean isSound(Instrument rules) {
    return !rules.symbol().isEmpty()
        && rules.symbol().length() <= Instrument.SYMBOL_LENGTH
        && rules.priceScale() <= MOST_DECIMALS
        && rules.quantityScale() <= MOST_DECIMALS
        && rules.tickSize() > 0
        && rules.lotSize() > 0
        && rules.maxPrice() >= rules.tickSize()
        && rules.maxPrice() <= Instrument.LARGEST
        && rules.maxQuantity() >= rules.lotSize()
        && rules.maxQuantity() <= Instrument.LARGEST
        && rules.trading().isSound();
  }

  /** Writes all but the books. */
  void save(StateWriter to) throws IOException {
    to.writeInt(listed.size());
    for (ListedInstrument instrument : listed) {
      Instrument rules = instrument.rules();
      to.writeText(rules.symbol());
      to.writeInt(rules.priceScale());
      to.writeInt(rules.quantityScale());
      to.writeLong(rules.tickSize());
      to.writeLong(rules.lotSize());
      to.writeLong(rules.maxPrice());
      to.writeLong(rules.maxQuantity());
      TradingRules trading = rules.trading();
      to.writeLong(trading.referencePrice());
      to.writeInt(trading.priceBand());
      to.writeInt(trading.volatilityBand());
      to.writeInt(trading.volatilityAuctionMillis());
      to.writeInt(trading.marketProtection());
      to.writeInt(trading.stopByQuote() ? 1 : 0);
      to.writeInt(trading.repricePostOnly() ? 1 : 0);
      to.writeInt(instrument.enabled() ? 1 : 0);
      instrument.save(to);
    }
  }

  /** Reads all but the books, which are empty then. */
  void load(StateReader from) throws IOException {
    int count = from.readCount("the number of instruments", 0, Integer.MAX_VALUE);
    for (int id = 0; id < count; id++) {
      Instrument rules =
          new Instrument(
              from.readText(),
              from.readInt(),
              from.readInt(),
              from.readLong(),
              from.readLong(),
              from.readLong(),
              from.readLong(),
              trading(from));
      if (!isSound(rules)) {
        throw from.damaged("instrument " + id + " can't be: " + rules);
      }
      boolean enabled = from.readCount("whether an instrument is traded", 0, 1) == 1;
      ListedInstrument instrument =
          new ListedInstrument(id, rules, enabled, new OrderBook(resting), resting, timers);
      instrument.load(from);
      listed.add(instrument);
    }
  }

  private static TradingRules trading(StateReader from) throws IOException {
    return new TradingRules(
        from.readLong(),
        from.readInt(),
        from.readInt(),
        from.readInt(),
        from.readInt(),
        from.readCount("what triggers stops", 0, 1) == 1,
        from.readCount("what becomes of post-only orders", 0, 1) == 1);
  }

  /**
   * Puts an open order behind all others at its price, where it can be in the book or beside it.
   *
   * @return its slot, 0 where it can't be there
   */
  int restore(Orders orders, Terms terms, long orderId) {
    int instrumentId = orders.instrumentId(orderId);
    int place = orders.terms(orderId);
    byte side = orders.side(orderId);
    if (!has(instrumentId)
        || !terms.has(place)
        || !mayWait(orders, orderId)
        || (side != Side.BUY.code() && side != Side.SELL.code())
        || orders.leavesQty(orderId) <= 0) {
      return 0;
    }
    boolean buy = side == Side.BUY.code();
    ListedInstrument instrument = get(instrumentId);
    int beside = orders.marks(orderId) & Marks.PLACE;
    return beside == 0
        ? restoreInBook(orders, terms, orderId, instrument, buy)
        : restoreBeside(orders, terms, orderId, instrument, buy);
  }

  /** What may not rest in the book can still wait for its stop price. */
  private static boolean mayWait(Orders orders, long orderId) {
    return OrderKind.mayRest(orders.timeInForce(orderId))
        || orders.isMarked(orderId, Marks.IN_STOPS);
  }

  private static int restoreInBook(
      Orders orders, Terms terms, long orderId, ListedInstrument instrument, boolean buy) {
    long price = orders.price(orderId);
    long leaves = orders.leavesQty(orderId);
    boolean isIceberg = orders.isMarked(orderId, Marks.ICEBERG);
    long shown = isIceberg ? terms.shown(orders.terms(orderId)) : leaves;
    if (!OrderKind.hasLimit(orders.ordType(orderId))
        || price <= 0
        || price % instrument.rules().tickSize() != 0
        || shown <= 0
        || shown > leaves) {
      return 0;
    }
    instrument.icebergs(isIceberg ? 1 : 0);
    long ticks = price / instrument.rules().tickSize();
    return instrument.book().restore(buy, orderId, ticks, shown, !instrument.isContinuous());
  }

  private static int restoreBeside(
      Orders orders, Terms terms, long orderId, ListedInstrument instrument, boolean buy) {
    int mark = orders.marks(orderId) & Marks.PLACE;
    long stop = terms.stopPrice(orders.terms(orderId));
    if (Integer.bitCount(mark) != 1
        || (mark == Marks.IN_STOPS && (stop <= 0 || stop % instrument.rules().tickSize() != 0))) {
      return 0;
    }
    long ticks = mark == Marks.IN_STOPS ? stop / instrument.rules().tickSize() : 0;
    return instrument
        .roomToWait()
        .of(mark, buy)
        .appendLast(orderId, ticks, orders.leavesQty(orderId));
  }

  /**
   * Visits the orders that rest, by instrument: its buy side, then its sell side, the best price
   * first, the oldest first; then those beside the book.
   */
  <E extends Exception> void forEachOpenOrder(OrderVisitor<E> visitor) throws E {
    for (ListedInstrument instrument : listed) {
      forEachOpenOrder(instrument, visitor);
    }
  }

  /** Visits the orders of one instrument that rest, in that order. */
  static <E extends Exception> void forEachOpenOrder(
      ListedInstrument instrument, OrderVisitor<E> visitor) throws E {
    instrument.book().bids().forEach(visitor);
    instrument.book().offers().forEach(visitor);
    WaitingOrders waiting = instrument.waiting();
    if (waiting != null) {
      waiting.forEach(visitor);
    }
  }

  long openOrderCount() {
    long count = 0;
    for (ListedInstrument instrument : listed) {
      count += instrument.book().bids().orderCount() + instrument.book().offers().orderCount();
      WaitingOrders waiting = instrument.waiting();
      count += waiting == null ? 0 : waiting.count();
    }
    return count;
  }
}
