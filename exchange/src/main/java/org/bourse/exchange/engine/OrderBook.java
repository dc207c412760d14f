package org.bourse.exchange.engine;

import org.jspecify.annotations.Nullable;

/**
 * The book of one instrument: resting limit orders by price, then time. Prices are in ticks,
 * quantities in scaled units. It knows orders by the id that its caller gives and answers with a
 * slot, by which an order is reached without a search.
 */
final class OrderBook {
  /** Takes what a match has found. */
  interface FillListener {
    /**
     * One fill, at the resting order's price.
     *
     * @param restingOrderId the id that the resting order was given
     * @param ticks the price
     * @param quantity what traded
     * @param left of the resting order; at 0 it has left the book
     */
    void onFill(long restingOrderId, long ticks, long quantity, long left);
  }

  /** Asked before each fill of a match that must not join some orders. */
  interface Guard {
    /** The book is another now: look again. */
    long AGAIN = -1;

    /**
     * The next order that would trade.
     *
     * @param left of the order that takes
     * @return the same: trade; else what is left of it now, or {@link #AGAIN}, the book being
     *     another
     */
    long onMeeting(long restingOrderId, long left);
  }

  private final RestingOrders orders;
  private final PriceLevels bids;
  private final PriceLevels offers;

  OrderBook(RestingOrders orders) {
    this.orders = orders;
    bids = new PriceLevels(orders, true);
    offers = new PriceLevels(orders, false);
  }

  /**
   * Trades against the other side, best price first, in each price the oldest first, up to a limit.
   *
   * @return what is left of the quantity
   */
  long match(boolean buy, long limitTicks, long quantity, FillListener listener) {
    return match(buy, limitTicks, quantity, listener, null);
  }

  /** As the other, with a guard; null: none. */
  long match(
      boolean buy, long limitTicks, long quantity, FillListener listener, @Nullable Guard guard) {
    PriceLevels opposite = buy ? offers : bids;
    long left = quantity;
    while (left > 0) {
      int level = opposite.best();
      if (level == 0) {
        break;
      }
      long ticks = opposite.ticks(level);
      if (buy ? ticks > limitTicks : ticks < limitTicks) {
        break;
      }
      int slot = opposite.first(level);
      long resting = orders.quantity(slot);
      long orderId = orders.orderId(slot);
      if (guard != null) {
        long after = guard.onMeeting(orderId, left);
        if (after != left) {
          left = after == Guard.AGAIN ? left : after;
          continue;
        }
      }
      long fill = Math.min(left, resting);
      left -= fill;
      if (fill == resting) {
        opposite.remove(slot);
      } else {
        opposite.reduce(slot, resting - fill);
      }
      listener.onFill(orderId, ticks, fill, resting - fill);
    }
    return left;
  }

  /** Whether the other side holds at least a quantity within a limit: what Fill-or-Kill asks. */
  boolean canFill(boolean buy, long limitTicks, long quantity) {
    PriceLevels opposite = buy ? offers : bids;
    long left = quantity;
    for (int level = opposite.best(); level != 0 && left > 0; level = opposite.worse(level)) {
      long ticks = opposite.ticks(level);
      if (buy ? ticks > limitTicks : ticks < limitTicks) {
        return false;
      }
      left -= opposite.quantity(level);
    }
    return left <= 0;
  }

  /** Puts an order behind all others at its price; it must not cross. Returns its slot. */
  int rest(boolean buy, long orderId, long ticks, long quantity) {
    return (buy ? bids : offers).append(orderId, ticks, quantity);
  }

  /**
   * Puts an order of a saved book behind all others of its side.
   *
   * @param mayCross whether it may cross the other side, as in a call for an auction
   * @return its slot, 0 where it would not be the last of its side or would cross
   */
  int restore(boolean buy, long orderId, long ticks, long quantity, boolean mayCross) {
    PriceLevels opposite = buy ? offers : bids;
    int best = opposite.best();
    if (!mayCross
        && best != 0
        && (buy ? ticks >= opposite.ticks(best) : ticks <= opposite.ticks(best))) {
      return 0;
    }
    return (buy ? bids : offers).appendLast(orderId, ticks, quantity);
  }

  /** Takes a resting order out. */
  void remove(boolean buy, int slot) {
    (buy ? bids : offers).remove(slot);
  }

  /** Lowers the open quantity of a resting order, which keeps its place. */
  void reduce(boolean buy, int slot, long quantity) {
    (buy ? bids : offers).reduce(slot, quantity);
  }

  /** Whether an order at a price would trade with the other side. */
  boolean crosses(boolean buy, long ticks) {
    PriceLevels opposite = buy ? offers : bids;
    int best = opposite.best();
    return best != 0 && (buy ? ticks >= opposite.ticks(best) : ticks <= opposite.ticks(best));
  }

  /** What is open of a resting order in the book: of an iceberg, what it shows. */
  long quantity(int slot) {
    return orders.quantity(slot);
  }

  /** The order in a slot. */
  long orderId(int slot) {
    return orders.orderId(slot);
  }

  /** The order behind another at its price, 0: none. */
  int after(int slot) {
    return orders.after(slot);
  }

  /** One of its sides. */
  PriceLevels side(boolean buy) {
    return buy ? bids : offers;
  }

  /** Its bids, best first. */
  PriceLevels bids() {
    return bids;
  }

  /** Its offers, best first. */
  PriceLevels offers() {
    return offers;
  }

  boolean isEmpty() {
    return bids.best() == 0 && offers.best() == 0;
  }
}
