package org.bourse.exchange.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an instrument is traded at a time. */
public enum TradingPhase {
  /** Nothing is taken but cancels. */
  CLOSED(1),
  /** Orders are taken and nothing trades yet. */
  PRE_OPEN(2),
  /** Orders are collected for the auction that opens the day. */
  OPENING_AUCTION(3),
  /** Every order trades as it comes. */
  CONTINUOUS(4),
  /** Orders are collected for an auction in the middle of the day. */
  INTRADAY_AUCTION(5),
  /** Trading is stopped; nothing is taken but cancels. */
  HALTED(6),
  /** Orders are collected for the auction that ends the day. */
  CLOSING_AUCTION(7);

  private static final TradingPhase[] ALL = values();

  private final byte code;

  TradingPhase(int code) {
    this.code = (byte) code;
  }

  /** In commands' and events' bytes: never given twice. */
  public byte code() {
    return code;
  }

  /** As operators, the configuration and messages write it: {@code opening-auction}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The one that has this code, null where none has. */
  public static @Nullable TradingPhase of(int code) {
    for (TradingPhase value : ALL) {
      if (value.code == code) {
        return value;
      }
    }
    return null;
  }

  /** Whether it is an auction: what it has collected trades at its end. */
  public boolean isAuction() {
    return isCall() && this != PRE_OPEN;
  }

  /** Whether orders are taken without trading, for an auction to come. */
  public boolean isCall() {
    return this == PRE_OPEN
        || this == OPENING_AUCTION
        || this == INTRADAY_AUCTION
        || this == CLOSING_AUCTION;
  }
}
