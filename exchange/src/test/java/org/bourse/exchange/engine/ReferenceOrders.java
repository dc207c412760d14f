package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All orders there have been, by OrderID, and by each participant's ClOrdIDs. */
final class ReferenceOrders {
  private final ReferenceTime time;
  private final List<ReferenceOrder> orders = new ArrayList<>();
  private final List<Integer> dayOf = new ArrayList<>();
  private final TreeMap<Long, ReferenceOrder> open = new TreeMap<>();
  private final Map<Integer, Map<String, Use>> named = new HashMap<>();

  /** What a ClOrdID stands for, and the day on which it was given. */
  private record Use(ReferenceOrder order, int day) {}

  ReferenceOrders(ReferenceTime time) {
    this.time = time;
  }

  long nextOrderId() {
    return orders.size() + 1L;
  }

  /** Whether an order came today. */
  boolean isOfToday(ReferenceOrder order) {
    return dayOf.get((int) order.orderId - 1) == time.days;
  }

  void add(ReferenceOrder order) {
    addUnnamed(order);
    name(order, order.clOrdId);
  }

  /** An order that no ClOrdID stands for. */
  void addUnnamed(ReferenceOrder order) {
    dayOf.add(time.days);
    orders.add(order);
  }

  /** The order is open from now on, or again. */
  void opened(ReferenceOrder order) {
    open.put(order.orderId, order);
  }

  /** The open orders of an instrument, by OrderID. */
  List<ReferenceOrder> open(int instrumentId) {
    open.values().removeIf(order -> !order.isOpen());
    return open.values().stream().filter(order -> order.instrumentId == instrumentId).toList();
  }

  /** From now on this ClOrdID of the order's participant is used up, and stands for the order. */
  void name(ReferenceOrder order, String clOrdId) {
    named
        .computeIfAbsent(order.participantId, id -> new HashMap<>())
        .put(clOrdId, new Use(order, time.days));
  }

  /** The order that a ClOrdID stands for, or did on an earlier day. */
  @Nullable ReferenceOrder named(int participantId, String clOrdId) {
    Use use = named.getOrDefault(participantId, Map.of()).get(clOrdId);
    return use == null ? null : use.order;
  }

  /** The order whose ClOrdID may not be given again: it was given today, or the order is open. */
  @Nullable ReferenceOrder inUse(int participantId, String clOrdId) {
    Use use = named.getOrDefault(participantId, Map.of()).get(clOrdId);
    return use == null || (use.day != time.days && !use.order.isOpen()) ? null : use.order;
  }

  @Nullable ReferenceOrder numbered(long orderId) {
    return orderId < 1 || orderId > orders.size() ? null : orders.get((int) orderId - 1);
  }

  @Nullable ReferenceOrder numbered(int participantId, long orderId) {
    ReferenceOrder order = numbered(orderId);
    return order == null || order.participantId != participantId ? null : order;
  }
}
