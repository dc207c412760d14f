package org.bourse.exchange.model;

import org.jspecify.annotations.Nullable;

/** What happens where an order would trade with another of its own participant. */
public enum SelfTrade {
  /** They trade. */
  ALLOWED(1, "off"),
  /** What is left of the order that came is canceled. */
  CANCEL_AGGRESSOR(2, "cancel-aggressor"),
  /** The order that rests is canceled, and the other goes on. */
  CANCEL_RESTING(3, "cancel-resting"),
  /** Both are canceled. */
  CANCEL_BOTH(4, "cancel-both"),
  /** Both are smaller by what would have traded; the one that has nothing left is canceled. */
  DECREMENT(5, "decrement");

  private static final SelfTrade[] ALL = values();

  private final byte code;
  private final String word;

  SelfTrade(int code, String word) {
    this.code = (byte) code;
    this.word = word;
  }

  /** In commands' bytes: never given twice; 0 is none of them. */
  public byte code() {
    return code;
  }

  /** As it is written in the configuration. */
  @Override
  public String toString() {
    return word;
  }

  /** The one that has this code, null where none has. */
  public static @Nullable SelfTrade of(int code) {
    for (SelfTrade value : ALL) {
      if (value.code == code) {
        return value;
      }
    }
    return null;
  }
}
