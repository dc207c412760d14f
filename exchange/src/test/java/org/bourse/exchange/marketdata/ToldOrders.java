package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;

/** One side by order as a subscriber knows it who takes only what fits what he was told before. */
final class ToldOrders {
  private final int depth;
  private final boolean dropsItself;
  private final int sign;
  private final List<Told> orders = new ArrayList<>();

  /** An order. */
  record Told(long orderId, long price, long quantity) {}

  ToldOrders(FeedRequest.Content content, EntryKind side) {
    depth = content.depth() == 0 ? Integer.MAX_VALUE : content.depth();
    dropsItself = content.implicitDelete();
    sign = side == EntryKind.BID ? 1 : -1;
  }

  void take(char action, int position, Told order) {
    int at = indexOf(order.orderId);
    switch (action) {
      case EntrySink.NEW -> {
        Require.that(at < 0, "is there already: " + order);
        add(position, order);
      }
      case EntrySink.CHANGE -> {
        requireKnown(at, order);
        Require.that(
            orders.get(at).quantity != order.quantity && order.quantity > 0,
            "a change of nothing, or to nothing: " + order);
        orders.set(at, order);
      }
      case EntrySink.DELETE -> {
        requireKnown(at, order);
        Require.that(orders.get(at).equals(order), "deletes " + order + ", not " + orders.get(at));
        orders.remove(at);
      }
      default -> throw new AssertionError("no such action: " + action);
    }
  }

  private void add(int position, Told order) {
    Require.that(order.quantity > 0, "shows nothing: " + order);
    int rank = 0;
    while (rank < orders.size() && sign * Long.compare(orders.get(rank).price, order.price) >= 0) {
      rank++;
    }
    Require.that(position == rank + 1, order + " is at " + (rank + 1) + ", not " + position);
    orders.add(rank, order);
    int seen = end(orders, depth);
    if (seen < orders.size()) {
      Require.that(dropsItself && rank < seen, "more levels than the depth: " + order);
      orders.subList(seen, orders.size()).clear();
    }
  }

  /** How many of some orders stand at the best prices, so many of these. */
  static int end(List<Told> orders, int depth) {
    if (depth >= orders.size()) {
      return orders.size();
    }
    int levels = 0;
    for (int i = 0; i < orders.size(); i++) {
      if (i == 0 || orders.get(i).price != orders.get(i - 1).price) {
        levels++;
      }
      if (levels > depth) {
        return i;
      }
    }
    return orders.size();
  }

  private int indexOf(long orderId) {
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).orderId == orderId) {
        return i;
      }
    }
    return -1;
  }

  private void requireKnown(int at, Told order) {
    Require.that(at >= 0 && orders.get(at).price == order.price, "not there: " + order);
  }

  List<Told> orders() {
    return orders;
  }
}
