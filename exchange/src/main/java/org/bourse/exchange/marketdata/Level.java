package org.bourse.exchange.marketdata;

import org.jspecify.annotations.Nullable;

/** The orders at one price, the oldest first, as they are and as subscribers were last told. */
final class Level {
  final long price;
  @Nullable ShownOrder first;
  @Nullable ShownOrder last;
  long quantity;
  int orders;
  long toldQuantity;
  int toldOrders;
  boolean isTouched;

  /** For one view, while it tells what has changed: whether it sees the level no longer. */
  boolean isGone;

  Level(long price) {
    this.price = price;
  }

  void append(ShownOrder order, long shown) {
    order.level = this;
    order.quantity = shown;
    order.before = last;
    order.after = null;
    if (last == null) {
      first = order;
    } else {
      last.after = order;
    }
    last = order;
    quantity += shown;
    orders++;
  }

  void remove(ShownOrder order) {
    if (order.before == null) {
      first = order.after;
    } else {
      order.before.after = order.after;
    }
    if (order.after == null) {
      last = order.before;
    } else {
      order.after.before = order.before;
    }
    order.before = null;
    order.after = null;
    order.level = null;
    quantity -= order.quantity;
    orders--;
  }

  void change(ShownOrder order, long shown) {
    quantity += shown - order.quantity;
    order.quantity = shown;
  }

  boolean isThere() {
    return orders > 0;
  }

  boolean wasThere() {
    return toldOrders > 0;
  }

  boolean isOther() {
    return quantity != toldQuantity || orders != toldOrders;
  }

  void told() {
    toldQuantity = quantity;
    toldOrders = orders;
    isTouched = false;
  }
}
