package org.bourse.exchange.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.model.Instrument;

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

  void save(DataOutput out) throws IOException {
    out.writeInt(listed.size());
    for (ListedInstrument instrument : listed) {
      Instrument rules = instrument.rules();
      out.writeUTF(rules.symbol());
      out.writeInt(rules.priceScale());
      out.writeInt(rules.quantityScale());
      out.writeLong(rules.tickSize());
      out.writeLong(rules.lotSize());
      out.writeLong(rules.maxPrice());
      out.writeLong(rules.maxQuantity());
      out.writeBoolean(instrument.enabled());
      instrument.book().save(out);
    }
  }

  void load(DataInput in) throws IOException {
    int count = in.readInt();
    for (int id = 0; id < count; id++) {
      Instrument rules =
          new Instrument(
              in.readUTF(),
              in.readInt(),
              in.readInt(),
              in.readLong(),
              in.readLong(),
              in.readLong(),
              in.readLong());
      OrderBook book = new OrderBook(resting);
      listed.add(new ListedInstrument(id, rules, in.readBoolean(), book));
      book.load(in);
    }
  }
}
