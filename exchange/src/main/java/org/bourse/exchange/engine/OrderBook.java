package org.bourse.exchange.engine;

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
   * @return its slot, 0 where it would not be the last of its side or would cross
   */
  int restore(boolean buy, long orderId, long ticks, long quantity) {
    PriceLevels opposite = buy ? offers : bids;
    int best = opposite.best();
    if (best != 0 && (buy ? ticks >= opposite.ticks(best) : ticks <= opposite.ticks(best))) {
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
