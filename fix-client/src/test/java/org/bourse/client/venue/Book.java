package org.bourse.client.venue;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Price-time priority, as plainly as it can be written. */
final class Book {

  static final class Order {
    final int id;
    final boolean buy;
    final BigDecimal price;
    String clOrdId;
    long quantity;
    long filled;

    Order(int id, String clOrdId, boolean buy, BigDecimal price, long quantity) {
      this.id = id;
      this.clOrdId = clOrdId;
      this.buy = buy;
      this.price = price;
      this.quantity = quantity;
    }

    long leaves() {
      return quantity - filled;
    }
  }

  interface Trades {
    void trade(Order resting, Order aggressor, long quantity, BigDecimal price);
  }

  private final NavigableMap<BigDecimal, Deque<Order>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, Deque<Order>> asks = new TreeMap<>();
  private final Map<String, Order> byClOrdId = new HashMap<>();

  void match(Order order, Trades trades) {
    NavigableMap<BigDecimal, Deque<Order>> other = order.buy ? asks : bids;
    while (order.leaves() > 0 && !other.isEmpty()) {
      BigDecimal best = other.firstKey();
      int over = best.compareTo(order.price);
      if (order.buy ? over > 0 : over < 0) {
        return;
      }
      Deque<Order> level = other.firstEntry().getValue();
      Order resting = level.getFirst();
      long quantity = Math.min(order.leaves(), resting.leaves());
      order.filled += quantity;
      resting.filled += quantity;
      if (resting.leaves() == 0) {
        remove(resting);
      }
      trades.trade(resting, order, quantity, best);
    }
  }

  void rest(Order order) {
    side(order).computeIfAbsent(order.price, price -> new ArrayDeque<>()).add(order);
    byClOrdId.put(order.clOrdId, order);
  }

  @Nullable Order find(String clOrdId) {
    return byClOrdId.get(clOrdId);
  }

  void rename(Order order, String clOrdId) {
    byClOrdId.remove(order.clOrdId);
    order.clOrdId = clOrdId;
    byClOrdId.put(clOrdId, order);
  }

  void remove(Order order) {
    Deque<Order> level = side(order).get(order.price);
    if (level != null) {
      level.remove(order);
      if (level.isEmpty()) {
        side(order).remove(order.price);
      }
    }
    byClOrdId.remove(order.clOrdId);
  }

  private NavigableMap<BigDecimal, Deque<Order>> side(Order order) {
    return order.buy ? bids : asks;
  }
}
