package org.bourse.client.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bourse.client.scenario.wire.WireMessage;
import org.jspecify.annotations.Nullable;

/** The orders of a scenario that rest, as far as their reports say so. Thread-safe. */
final class OpenOrders {

  private static final Set<String> DONE = Set.of("2", "4", "8", "C");
  private static final Set<String> PENDING = Set.of("6", "E");

  private final Map<String, Order> open = new LinkedHashMap<>();

  /** What a request that cancels it needs. */
  record Order(
      String session,
      String orderId,
      String clOrdId,
      String symbol,
      String side,
      String orderQty) {}

  /** Takes note of a message that was received. */
  synchronized void seen(String session, WireMessage message) {
    String orderId = message.get(37);
    String status = message.get(39);
    if (!message.type().equals("8") || orderId == null || status == null) {
      return;
    }
    boolean notAboutTheOrder = "8".equals(message.get(150)) || "NONE".equals(orderId);
    if (notAboutTheOrder) {
      return;
    }
    if (DONE.contains(status)) {
      open.remove(orderId);
      return;
    }
    boolean pending = PENDING.contains(text(message, 150));
    String clOrdId = pending && message.get(41) != null ? message.get(41) : message.get(11);
    open.put(
        orderId,
        new Order(
            session,
            orderId,
            clOrdId == null ? orderId : clOrdId,
            text(message, 55),
            text(message, 54),
            text(message, 38)));
  }

  private static String text(WireMessage message, int tag) {
    @Nullable String value = message.get(tag);
    return value == null ? "" : value;
  }

  synchronized List<Order> of(String session) {
    return open.values().stream().filter(order -> order.session().equals(session)).toList();
  }
}
