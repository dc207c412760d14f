package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open orders of one instrument: on each side the best price first, at each price the oldest.
 */
final class ReferenceBook {
  private final NavigableMap<Long, List<ReferenceOrder>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Long, List<ReferenceOrder>> asks = new TreeMap<>();

  boolean isEmpty() {
    return bids.isEmpty() && asks.isEmpty();
  }

  void add(ReferenceOrder order) {
    side(order.isBuy()).computeIfAbsent(order.price, price -> new ArrayList<>()).add(order);
  }

  void remove(ReferenceOrder order) {
    side(order.isBuy())
        .computeIfPresent(
            order.price,
            (price, level) -> {
              level.remove(order);
              return level.isEmpty() ? null : level;
            });
  }

  /** The order that this one would trade with next, null where there is none. */
  @Nullable ReferenceOrder counterpart(ReferenceOrder aggressor) {
    Map.Entry<Long, List<ReferenceOrder>> best = side(!aggressor.isBuy()).firstEntry();
    return best != null && accepts(aggressor, best.getKey()) ? best.getValue().get(0) : null;
  }

  boolean canFill(ReferenceOrder aggressor) {
    long missing = aggressor.leavesQty;
    for (Map.Entry<Long, List<ReferenceOrder>> level : side(!aggressor.isBuy()).entrySet()) {
      if (!accepts(aggressor, level.getKey())) {
        return false;
      }
      for (ReferenceOrder resting : level.getValue()) {
        missing -= resting.leavesQty;
        if (missing <= 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean accepts(ReferenceOrder aggressor, long price) {
    return aggressor.isMarket()
        || (aggressor.isBuy() ? price <= aggressor.price : price >= aggressor.price);
  }

  private NavigableMap<Long, List<ReferenceOrder>> side(boolean buy) {
    return buy ? bids : asks;
  }
}
