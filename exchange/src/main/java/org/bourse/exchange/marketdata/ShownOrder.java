package org.bourse.exchange.marketdata;

import org.jspecify.annotations.Nullable;

/** An order as the book shows it, and as subscribers were last told of it. */
final class ShownOrder {
  final long id;
  @Nullable Level level; // null: not in the book
  @Nullable ShownOrder before;
  @Nullable ShownOrder after;
  long quantity;

  /** The level in which it was last told of, null: in none. */
  @Nullable Level toldIn;

  long toldQuantity;
  boolean isTouched;

  /** Whether it has lost its place since it was last told of. */
  boolean isMoved;

  ShownOrder(long id) {
    this.id = id;
  }

  /** Whether it is new where it is to those who know what was told last. */
  boolean isNew() {
    return level != null && (level != toldIn || isMoved);
  }

  /** Whether it is where it was, with another quantity. */
  boolean isOther() {
    return level != null && !isNew() && quantity != toldQuantity;
  }

  void told() {
    toldIn = level;
    toldQuantity = level == null ? 0 : quantity;
    isTouched = false;
    isMoved = false;
  }
}
