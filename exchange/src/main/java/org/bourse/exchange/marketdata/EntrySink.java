package org.bourse.exchange.marketdata;

/**
 * Takes the entries of one message, in their order. Prices and quantities are scaled by the
 * instrument's scales. Called on the thread that follows the market.
 */
public interface EntrySink {
  /** MDUpdateAction(279): it was not there. */
  char NEW = '0';

  /** It was there, and is another now. */
  char CHANGE = '1';

  /** It is there no longer. */
  char DELETE = '2';

  /**
   * A price level.
   *
   * @param position from the best on, beginning with 1, once the entries before this are applied;
   *     of a deleted one, where it was
   * @param orders how many there are at the price
   */
  void level(char action, EntryKind side, int position, long price, long quantity, int orders);

  /**
   * An order.
   *
   * @param position among the orders of its side, beginning with 1; 0: not told
   */
  void order(char action, EntryKind side, int position, long orderId, long price, long quantity);

  /** A trade. */
  void trade(TradeTick trade);

  /** A value of the instrument. */
  void statistic(char action, Statistic value);
}
