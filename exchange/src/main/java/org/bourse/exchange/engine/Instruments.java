package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.Side;

/** The instruments by number, each with its book. All books share one store of resting orders. */
final class Instruments {
  private static final int MOST_DECIMALS = 9;

  private final List<ListedInstrument> listed = new ArrayList<>();
  private final RestingOrders resting;

  Instruments(RestingOrders resting) {
    this.resting = resting;
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
      listed.add(new ListedInstrument(instrumentId, rules, enabled, new OrderBook(resting)));
      return true;
    }
    ListedInstrument known = listed.get(instrumentId);
    Instrument old = known.rules();
    boolean sameSteps = old.tickSize() == rules.tickSize() && old.lotSize() == rules.lotSize();
    if (!old.symbol().equals(rules.symbol())
        || old.priceScale() != rules.priceScale()
        || old.quantityScale() != rules.quantityScale()
        || (!sameSteps && !known.book().isEmpty())) {
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
        && rules.maxQuantity() <= Instrument.LARGEST;
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
      to.writeInt(instrument.enabled() ? 1 : 0);
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
              from.readLong());
      if (!isSound(rules)) {
        throw from.damaged("instrument " + id + " can't be: " + rules);
      }
      boolean enabled = from.readCount("whether an instrument is traded", 0, 1) == 1;
      listed.add(new ListedInstrument(id, rules, enabled, new OrderBook(resting)));
    }
  }

  /**
   * Puts an open order behind all others at its price, where it can be in the book.
   *
   * @return its slot, 0 where it can't be there
   */
  int restore(Orders orders, long orderId) {
    int instrumentId = orders.instrumentId(orderId);
    if (!has(instrumentId) || !Rules.mayRest(orders.timeInForce(orderId))) {
      return 0;
    }
    ListedInstrument instrument = get(instrumentId);
    long price = orders.price(orderId);
    boolean buy = orders.side(orderId) == Side.BUY.code();
    if ((!buy && orders.side(orderId) != Side.SELL.code())
        || orders.ordType(orderId) != OrdType.LIMIT.code()
        || price <= 0
        || price % instrument.rules().tickSize() != 0
        || orders.leavesQty(orderId) <= 0) {
      return 0;
    }
    long ticks = price / instrument.rules().tickSize();
    return instrument.book().restore(buy, orderId, ticks, orders.leavesQty(orderId));
  }

  /** Visits the open orders by instrument, buy side first, best price first, oldest first. */
  <E extends Exception> void forEachOpenOrder(OrderVisitor<E> visitor) throws E {
    for (ListedInstrument instrument : listed) {
      instrument.book().bids().forEach(visitor);
      instrument.book().offers().forEach(visitor);
    }
  }

  long openOrderCount() {
    long count = 0;
    for (ListedInstrument instrument : listed) {
      count += instrument.book().bids().orderCount() + instrument.book().offers().orderCount();
    }
    return count;
  }
}
