package org.bourse.exchange.engine;

import java.util.Arrays;

/**
 * Triggers stop orders. Those that one trade triggers go in the order in which they have waited;
 * what their own trades trigger comes behind them.
 */
final class Stops {
  private final Orders orders;
  private final Terms terms;
  private final Reports reports;
  private final Placement placement;
  private final Routing routing;
  private long[] queue = new long[64];
  private long[] keys = new long[64];
  private long[] batch = new long[64];
  private int head;
  private int tail;

  Stops(Orders orders, Terms terms, Reports reports, Placement placement, Routing routing) {
    this.orders = orders;
    this.terms = terms;
    this.reports = reports;
    this.placement = placement;
    this.routing = routing;
  }

  /** Triggers what the trades and quotes since the last call have reached. */
  void trigger(ListedInstrument instrument) {
    WaitingOrders waiting = instrument.waiting();
    if (waiting == null || !waiting.hasStops() || !instrument.isContinuous()) {
      instrument.forgetRange();
      return;
    }
    head = 0;
    tail = 0;
    collect(instrument, waiting);
    while (head < tail) {
      trigger(queue[head++], instrument);
      collect(instrument, waiting);
    }
  }

  /** Whether the market is where a stop order is triggered, before any further trade. */
  boolean isReached(long orderId, ListedInstrument instrument) {
    if (!instrument.isContinuous() || !OrderKind.isStop(orders.ordType(orderId))) {
      return false;
    }
    long stop = terms.stopPrice(orders.terms(orderId));
    if (placement.isBuy(orderId)) {
      return stop <= highest(instrument, instrument.lastPrice());
    }
    return stop >= lowest(instrument, lastOrNone(instrument));
  }

  /** Triggers an order that was reached when it came. */
  void triggerAtOnce(long orderId, ListedInstrument instrument) {
    trigger(orderId, instrument);
  }

  private static long lastOrNone(ListedInstrument instrument) {
    return instrument.lastPrice() == 0 ? Long.MAX_VALUE : instrument.lastPrice();
  }

  private void trigger(long orderId, ListedInstrument instrument) {
    orders.mark(orderId, Marks.TRIGGERED);
    reports.unsolicited(orderId, ExecType.RESTATED, Restatement.OTHER, Restatement.TRIGGERED_TEXT);
    routing.send(orderId, instrument);
  }

  private void collect(ListedInstrument instrument, WaitingOrders waiting) {
    if (!instrument.isContinuous()) {
      return;
    }
    int count = 0;
    long high = highest(instrument, instrument.highest());
    PriceLevels buys = waiting.stops(true);
    while (buys.best() != 0 && price(buys, instrument) <= high) {
      count = take(buys, instrument, count);
    }
    long low = lowest(instrument, instrument.lowest());
    PriceLevels sells = waiting.stops(false);
    while (sells.best() != 0 && price(sells, instrument) >= low) {
      count = take(sells, instrument, count);
    }
    instrument.forgetRange();
    append(count);
  }

  private static long price(PriceLevels stops, ListedInstrument instrument) {
    return stops.ticks(stops.best()) * instrument.rules().tickSize();
  }

  private static long highest(ListedInstrument instrument, long traded) {
    if (!instrument.rules().trading().stopByQuote()) {
      return traded;
    }
    PriceLevels offers = instrument.book().offers();
    return offers.best() == 0 ? 0 : price(offers, instrument);
  }

  private static long lowest(ListedInstrument instrument, long traded) {
    if (!instrument.rules().trading().stopByQuote()) {
      return traded;
    }
    PriceLevels bids = instrument.book().bids();
    return bids.best() == 0 ? Long.MAX_VALUE : price(bids, instrument);
  }

  private int take(PriceLevels stops, ListedInstrument instrument, int count) {
    long orderId = instrument.book().orderId(stops.first(stops.best()));
    placement.withdraw(orderId, instrument);
    if (count == batch.length) {
      batch = Arrays.copyOf(batch, 2 * count);
      keys = Arrays.copyOf(keys, 2 * count);
    }
    batch[count] = orderId;
    keys[count] = terms.priority(orders.terms(orderId));
    return count + 1;
  }

  private void append(int count) {
    Arrays.sort(keys, 0, count);
    if (tail + count > queue.length) {
      queue = Arrays.copyOf(queue, 2 * (tail + count));
    }
    for (int i = 0; i < count; i++) {
      long key = terms.priority(orders.terms(batch[i]));
      queue[tail + Arrays.binarySearch(keys, 0, count, key)] = batch[i];
    }
    tail += count;
  }
}
