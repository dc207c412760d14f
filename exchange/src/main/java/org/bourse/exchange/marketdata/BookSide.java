package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;

/** The price levels of one side, and those that were touched since subscribers were last told. */
final class BookSide {
  final EntryKind kind;
  private final boolean highestIsBest;
  private final List<Level> levels =
      new ArrayList<>(); // the worst first: most changes are at the end
  private final List<Level> touched = new ArrayList<>();
  private final List<ShownOrder> touchedOrders = new ArrayList<>();
  private final Long2ObjectHashMap<Level> byPrice = new Long2ObjectHashMap<>();
  private final Comparator<Level> bestFirst;

  BookSide(EntryKind kind) {
    this.kind = kind;
    highestIsBest = kind == EntryKind.BID;
    bestFirst = (a, b) -> isBetter(a.price, b.price) ? -1 : a.price == b.price ? 0 : 1;
  }

  boolean isBetter(long price, long other) {
    return highestIsBest ? price > other : price < other;
  }

  int size() {
    return levels.size();
  }

  /** The level at a position, from the best on, beginning with 1. */
  Level at(int position) {
    return levels.get(levels.size() - position);
  }

  /** How many levels have a better price. */
  int better(long price) {
    int low = 0; // first index whose level is better
    int high = levels.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBetter(levels.get(middle).price, price)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return levels.size() - low;
  }

  /** Puts an order behind all others at a price. */
  void append(ShownOrder order, long price, long shown) {
    Level level = byPrice.get(price);
    if (level == null) {
      level = new Level(price);
      byPrice.put(price, level);
    }
    touch(level);
    touch(order);
    if (!level.isThere()) {
      levels.add(levels.size() - better(price), level);
    }
    level.append(order, shown);
    order.isMoved = true;
  }

  void remove(ShownOrder order, Level level) {
    touch(level);
    touch(order);
    level.remove(order);
    if (!level.isThere()) {
      levels.remove(levels.size() - 1 - better(level.price));
    }
  }

  void change(ShownOrder order, Level level, long shown) {
    touch(level);
    touch(order);
    level.change(order, shown);
  }

  private void touch(Level level) {
    if (!level.isTouched) {
      level.isTouched = true;
      touched.add(level);
    }
  }

  private void touch(ShownOrder order) {
    if (!order.isTouched) {
      order.isTouched = true;
      touchedOrders.add(order);
    }
  }

  /** The levels that were touched, the best first. */
  List<Level> touched() {
    touched.sort(bestFirst);
    return touched;
  }

  List<ShownOrder> touchedOrders() {
    return touchedOrders;
  }

  /** Subscribers know all from now on. */
  void told() {
    for (Level level : touched) {
      level.told();
      if (!level.isThere()) {
        byPrice.remove(level.price);
      }
    }
    touched.clear();
    touchedOrders.forEach(ShownOrder::told);
    touchedOrders.clear();
  }
}
