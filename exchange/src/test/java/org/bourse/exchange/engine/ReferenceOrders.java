package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All orders there have been, by OrderID, and by each participant's ClOrdIDs. */
final class ReferenceOrders {
  private final List<ReferenceOrder> orders = new ArrayList<>();
  private final Map<Integer, Map<String, ReferenceOrder>> named = new HashMap<>();

  long nextOrderId() {
    return orders.size() + 1L;
  }

  void add(ReferenceOrder order) {
    orders.add(order);
    name(order, order.clOrdId);
  }

  /** From now on this ClOrdID of the order's participant is used up, and stands for the order. */
  void name(ReferenceOrder order, String clOrdId) {
    named.computeIfAbsent(order.participantId, id -> new HashMap<>()).put(clOrdId, order);
  }

  @Nullable ReferenceOrder named(int participantId, String clOrdId) {
    return named.getOrDefault(participantId, Map.of()).get(clOrdId);
  }

  @Nullable ReferenceOrder numbered(int participantId, long orderId) {
    if (orderId < 1 || orderId > orders.size()) {
      return null;
    }
    ReferenceOrder order = orders.get((int) orderId - 1);
    return order.participantId == participantId ? order : null;
  }
}
