package org.bourse.exchange.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bourse.exchange.event.OrderReport;

/** A book put together from reports alone: the orders in their turn at each price. */
final class AuditedBook {
  private final NavigableMap<Long, Map<Long, OrderReport>> bids = new TreeMap<>();
  private final NavigableMap<Long, Map<Long, OrderReport>> asks = new TreeMap<>();

  void add(OrderReport report) {
    side(report)
        .computeIfAbsent(report.price(), price -> new LinkedHashMap<>())
        .put(report.orderId(), report);
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

  boolean has(OrderReport report) {
    return side(report).getOrDefault(report.price(), Map.of()).containsKey(report.orderId());
  }

  /**
   * Whether no order of its side has a better price, or came earlier at the same. Where there are
   * icebergs at its price, only their peaks' turns say who came earlier, and reports do not.
   */
  boolean isFirst(OrderReport report) {
    Map.Entry<Long, Map<Long, OrderReport>> best =
        report.side() == '1' ? bids.lastEntry() : asks.firstEntry();
    if (best == null || best.getKey() != report.price()) {
      return false;
    }
    Map<Long, OrderReport> queue = best.getValue();
    return queue.keySet().iterator().next() == report.orderId()
        || queue.values().stream().anyMatch(order -> order.details().maxFloor() != 0);
  }

  boolean isCrossed() {
    return !bids.isEmpty() && !asks.isEmpty() && bids.lastKey() >= asks.firstKey();
  }

  private NavigableMap<Long, Map<Long, OrderReport>> side(OrderReport report) {
    return report.side() == '1' ? bids : asks;
  }
}
