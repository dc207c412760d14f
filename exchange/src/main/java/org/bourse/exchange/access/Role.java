package org.bourse.exchange.access;

/** What a user may do. */
public enum Role {
  /** Enter, change and cancel orders. */
  TRADER("trader"),
  /** Be told of the orders of others. */
  DROP_COPY("drop-copy"),
  /** Subscribe to market data. */
  MARKET_DATA("market-data"),
  /** Use the venue's controls. */
  OPERATOR("operator");

  private final String word;

  Role(String word) {
    this.word = word;
  }

  /** The role as it is written in the configuration. */
  @Override
  public String toString() {
    return word;
  }
}
