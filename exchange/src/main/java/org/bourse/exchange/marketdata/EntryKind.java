package org.bourse.exchange.marketdata;

import org.jspecify.annotations.Nullable;

/** What an entry of market data is about. */
public enum EntryKind {
  /** The side of the buyers. */
  BID('0'),
  /** The side of the sellers. */
  OFFER('1'),
  /** A trade. */
  TRADE('2'),
  /** The first price of the business day; in an auction, the price that it would give. */
  OPENING('4'),
  /** The last price of the business day before; in the closing auction, what it would give. */
  CLOSING('5'),
  /** The highest price of the business day. */
  HIGH('7'),
  /** The lowest price of the business day. */
  LOW('8'),
  /** The average price of the business day, by quantity. */
  VWAP('9'),
  /** What is left over at the price that an auction would give. */
  IMBALANCE('A'),
  /** The quantity traded on the business day. */
  VOLUME('B');

  private static final EntryKind[] ALL = values();

  private final char code;

  EntryKind(char code) {
    this.code = code;
  }

  /** MDEntryType(269). */
  public char code() {
    return code;
  }

  /** The kind of an MDEntryType(269), null where the venue has none. */
  public static @Nullable EntryKind of(char code) {
    for (EntryKind kind : ALL) {
      if (kind.code == code) {
        return kind;
      }
    }
    return null;
  }
}
