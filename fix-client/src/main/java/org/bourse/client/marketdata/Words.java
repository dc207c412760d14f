package org.bourse.client.marketdata;

import java.util.Locale;

/** What rows and messages call the codes of entries. */
final class Words {

  private Words() {}

  static String action(Entry.Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }

  /** The code itself for a type that is not asked for. */
  static String type(Entry entry) {
    return switch (entry.type()) {
      case Entry.BID -> "bid";
      case Entry.OFFER -> "offer";
      case Entry.TRADE -> "trade";
      case Entry.OPENING -> entry.indicative() ? "indicative-opening" : "opening";
      case Entry.CLOSING -> entry.indicative() ? "indicative-closing" : "closing";
      case Entry.HIGH -> "high";
      case Entry.LOW -> "low";
      case Entry.VWAP -> "vwap";
      case Entry.VOLUME -> "volume";
      case Entry.IMBALANCE -> "imbalance";
      default -> String.valueOf(entry.type());
    };
  }

  /** Empty where nobody was the aggressor. */
  static String aggressor(Entry.Aggressor aggressor) {
    return aggressor == Entry.Aggressor.NONE ? "" : aggressor.name().toLowerCase(Locale.ROOT);
  }

  /** The time of day of a UTCTimestamp, to the millisecond at most. */
  static String timeOfDay(String timestamp) {
    String time = timestamp.substring(timestamp.indexOf('-') + 1);
    return time.length() > 12 ? time.substring(0, 12) : time;
  }
}
