package org.bourse.exchange.marketdata;

/** What becomes of a subscriber that does not keep up. */
public enum WhenSlow {
  /**
   * He gets the newest book when he can take it, and every trade, up to {@link RecentTrades#MOST}.
   */
  CONFLATE,
  /** He is logged out. */
  CUT
}
