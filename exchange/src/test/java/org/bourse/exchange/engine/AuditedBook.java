package org.bourse.exchange.engine;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.bourse.exchange.event.OrderReport;

/** A book put together from reports alone: OrderIDs in their turn at each price. */
final class AuditedBook {
  private final NavigableMap<Long, Set<Long>> bids = new TreeMap<>();
  private final NavigableMap<Long, Set<Long>> asks = new TreeMap<>();

  void add(OrderReport report) {
    side(report)
        .computeIfAbsent(report.price(), price -> new LinkedHashSet<>())
        .add(report.orderId());
  }

  void remove(OrderReport report) {
    side(report)
        .computeIfPresent(
            report.price(),
            (price, level) -> {
              level.remove(report.orderId());
              return level.isEmpty() ? null : level;
            });
  }

  /** Whether no order of its side has a better price, or came earlier at the same. */
  boolean isFirst(OrderReport report) {
    Map.Entry<Long, Set<Long>> best = report.side() == '1' ? bids.lastEntry() : asks.firstEntry();
    if (best == null) {
      return false;
    }
    Iterator<Long> queue = best.getValue().iterator();
    return queue.next() == report.orderId();
  }

  boolean isCrossed() {
    return !bids.isEmpty() && !asks.isEmpty() && bids.lastKey() >= asks.firstKey();
  }

  private NavigableMap<Long, Set<Long>> side(OrderReport report) {
    return report.side() == '1' ? bids : asks;
  }
}
