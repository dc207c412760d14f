package org.bourse.exchange.access;

/** What happens instead of a trade between two orders of one participant. */
public enum SelfTradePrevention {
  /** They trade. */
  OFF("off"),
  /** The order that came last is canceled. */
  CANCEL_AGGRESSOR("cancel-aggressor"),
  /** The order that rests is canceled. */
  CANCEL_RESTING("cancel-resting"),
  /** Both are canceled. */
  CANCEL_BOTH("cancel-both"),
  /** Both lose the quantity that they would have traded. */
  DECREMENT("decrement");

  private final String word;

  SelfTradePrevention(String word) {
    this.word = word;
  }

  /** As it is written in the configuration. */
  @Override
  public String toString() {
    return word;
  }
}
