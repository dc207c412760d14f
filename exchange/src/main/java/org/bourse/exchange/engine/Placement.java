package org.bourse.exchange.engine;

import java.util.TreeSet;
import java.util.function.Consumer;
import org.bourse.exchange.model.Side;

/**
 * Puts orders where they rest, in the book or beside it, and takes them out. Counts what is open.
 */
final class Placement {
  private static final int WITH_THE_END =
      Marks.STOPPED | Marks.SUSPENDED | Marks.DONE_FOR_DAY | Marks.ICEBERG;

  private final Orders orders;
  private final Terms terms;
  private final Instruments instruments;
  private final MarketChanges market;
  private final IdList touched = new IdList();

  /**
   * Open orders that rest nowhere, by OrderID: held ones, suspended ones, those done for the day.
   */
  private final TreeSet<Long> offBook = new TreeSet<>();

  Placement(Orders orders, Terms terms, Instruments instruments, MarketChanges market) {
    this.orders = orders;
    this.terms = terms;
    this.instruments = instruments;
    this.market = market;
  }

  boolean isBuy(long orderId) {
    return orders.side(orderId) == Side.BUY.code();
  }

  boolean rests(long orderId) {
    return orders.slot(orderId) != 0;
  }

  /** Whether it is in the book, not beside it. */
  boolean isInBook(long orderId) {
    return rests(orderId) && !orders.isMarked(orderId, Marks.PLACE);
  }

  /** Notes that an open order rests nowhere for now. */
  void takeOff(long orderId) {
    if (rests(orderId)) {
      withdraw(orderId, instruments.get(orders.instrumentId(orderId)));
    }
    if (offBook.add(orderId)) {
      instruments.get(orders.instrumentId(orderId)).offBook(1);
    }
  }

  /** Forgets that an order rests nowhere: it is about to, or has ended. */
  void takeOn(long orderId) {
    if (!offBook.isEmpty() && offBook.remove(orderId)) {
      instruments.get(orders.instrumentId(orderId)).offBook(-1);
    }
  }

  /** Whether an open order must rest nowhere until somebody says otherwise. */
  boolean mustStayOff(long orderId) {
    return orders.isMarked(orderId, Marks.SUSPENDED | Marks.DONE_FOR_DAY);
  }

  /** Visits the open orders of an instrument: those that rest, then those that rest nowhere. */
  <E extends Exception> void forEachOpen(ListedInstrument instrument, OrderVisitor<E> visitor)
      throws E {
    Instruments.forEachOpenOrder(instrument, visitor);
    for (long orderId : offBook) {
      if (orders.instrumentId(orderId) == instrument.id()) {
        visitor.visit(orderId);
      }
    }
  }

  /** Finds out after a load what is open: that is not saved. */
  void recount() {
    for (long orderId = 1; orderId <= orders.count(); orderId++) {
      if (orders.isOpen(orderId) && instruments.has(orders.instrumentId(orderId))) {
        if (orders.slot(orderId) == 0) {
          takeOff(orderId);
        }
        if (orders.state(orderId) != OrdStatus.PENDING_NEW) {
          opened(orderId, instruments.get(orders.instrumentId(orderId)));
        }
      }
    }
  }

  /** Puts an order with a limit into the book, behind all others at its price. */
  void inBook(long orderId, ListedInstrument instrument) {
    long ticks = orders.price(orderId) / instrument.rules().tickSize();
    long leaves = orders.leavesQty(orderId);
    long shown = toShow(orderId, leaves);
    if (shown < leaves) {
      hide(orderId, instrument, shown);
    }
    orders.slot(orderId, instrument.book().rest(isBuy(orderId), orderId, ticks, shown));
    market.behind(orderId);
    touch(instrument);
  }

  private void touch(ListedInstrument instrument) {
    instrument.indicationDue(true);
    if (!instrument.isTouched()) {
      instrument.touched(true);
      touched.add(instrument.id());
    }
  }

  /** Gives the instruments whose orders have changed since the last call, by number. */
  void takeTouched(Consumer<ListedInstrument> to) {
    touched.sort();
    for (int i = 0; i < touched.size(); i++) {
      to.accept(instruments.get((int) touched.get(i)));
    }
    for (int i = 0; i < touched.size(); i++) {
      instruments.get((int) touched.get(i)).touched(false);
    }
    touched.clear();
  }

  private long toShow(long orderId, long leaves) {
    int place = orders.terms(orderId);
    long floor = place == 0 ? 0 : terms.maxFloor(place);
    return floor == 0 ? leaves : Math.min(floor, leaves);
  }

  private void hide(long orderId, ListedInstrument instrument, long shown) {
    terms.shown(orders.terms(orderId), shown);
    if (!orders.isMarked(orderId, Marks.ICEBERG)) {
      orders.mark(orderId, Marks.ICEBERG);
      instrument.icebergs(1);
    }
  }

  /** Keeps an order without a limit for the auction. */
  void atMarket(long orderId, ListedInstrument instrument) {
    wait(orderId, Marks.AT_MARKET, instrument, 0);
  }

  /** Keeps a stop order until its price is reached. */
  void inStops(long orderId, ListedInstrument instrument) {
    long ticks = terms.stopPrice(orders.terms(orderId)) / instrument.rules().tickSize();
    wait(orderId, Marks.IN_STOPS, instrument, ticks);
  }

  /** Keeps an order for the auction at the close. */
  void forClose(long orderId, ListedInstrument instrument) {
    wait(orderId, Marks.FOR_CLOSE, instrument, 0);
  }

  private void wait(long orderId, int mark, ListedInstrument instrument, long ticks) {
    orders.mark(orderId, mark);
    PriceLevels queue = instrument.roomToWait().of(mark, isBuy(orderId));
    orders.slot(orderId, queue.append(orderId, ticks, orders.leavesQty(orderId)));
    touch(instrument);
  }

  /** Takes an order out of where it rests, if it does. */
  void withdraw(long orderId, ListedInstrument instrument) {
    int slot = orders.slot(orderId);
    if (slot == 0) {
      return;
    }
    int place = orders.marks(orderId) & Marks.PLACE;
    if (place == 0) {
      instrument.book().remove(isBuy(orderId), slot);
      market.changed(orderId);
    } else {
      instrument.roomToWait().of(place, isBuy(orderId)).remove(slot);
    }
    left(orderId, instrument);
  }

  /** The order has left where it rested. */
  void left(long orderId, ListedInstrument instrument) {
    orders.slot(orderId, 0);
    touch(instrument);
    int marks = orders.marks(orderId);
    if ((marks & (Marks.PLACE | Marks.ICEBERG)) != 0) {
      orders.unmark(orderId, Marks.PLACE | Marks.ICEBERG);
      instrument.icebergs((marks & Marks.ICEBERG) != 0 ? -1 : 0);
    }
  }

  /**
   * A resting order has traded and its queue has been told; at left 0 it has left the queue, and an
   * iceberg comes back behind all others.
   */
  void filled(long orderId, ListedInstrument instrument, long left) {
    if (!orders.isMarked(orderId, Marks.PLACE)) {
      market.changed(orderId);
    }
    if (left > 0) {
      if (orders.isMarked(orderId, Marks.ICEBERG)) {
        terms.shown(orders.terms(orderId), left);
      }
      return;
    }
    if (orders.leavesQty(orderId) == 0) {
      left(orderId, instrument);
    } else {
      orders.slot(orderId, 0);
      long leaves = orders.leavesQty(orderId);
      long shown = toShow(orderId, leaves);
      if (shown == leaves) {
        left(orderId, instrument);
      }
      inBook(orderId, instrument);
    }
  }

  /** Lowers what is open of a resting order, which keeps its place. */
  void reduced(long orderId, ListedInstrument instrument) {
    touch(instrument);
    long leaves = orders.leavesQty(orderId);
    int slot = orders.slot(orderId);
    int place = orders.marks(orderId) & Marks.PLACE;
    if (place != 0) {
      instrument.roomToWait().of(place, isBuy(orderId)).reduce(slot, leaves);
      return;
    }
    long shown = Math.min(instrument.book().quantity(slot), leaves);
    instrument.book().reduce(isBuy(orderId), slot, shown);
    market.changed(orderId);
    if (orders.isMarked(orderId, Marks.ICEBERG)) {
      terms.shown(orders.terms(orderId), shown);
      if (shown == leaves) {
        orders.unmark(orderId, Marks.ICEBERG);
        instrument.icebergs(-1);
      }
    }
  }

  /** The order is open from now on. */
  void opened(long orderId, ListedInstrument instrument) {
    instrument
        .positions()
        .opened(orders.participantId(orderId), isBuy(orderId), orders.leavesQty(orderId));
  }

  /** What is open of the order is about to change: {@link #opened} is to follow. */
  void reopening(long orderId, ListedInstrument instrument) {
    instrument
        .positions()
        .closed(orders.participantId(orderId), isBuy(orderId), orders.leavesQty(orderId));
  }

  /** Ends an open order: it is out of where it rested, and has the state. */
  void end(long orderId, ListedInstrument instrument, byte state) {
    if (orders.state(orderId) != OrdStatus.PENDING_NEW) {
      reopening(orderId, instrument);
    }
    withdraw(orderId, instrument);
    takeOn(orderId);
    orders.state(orderId, state);
    if (orders.isMarked(orderId, WITH_THE_END)) {
      orders.unmark(orderId, WITH_THE_END);
    }
  }
}
