package org.bourse.exchange.config;

import java.time.Duration;
import java.util.List;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.marketdata.WhenSlow;

/** Reads what {@code exchange.yaml} says of market data. */
final class MarketDataSection {
  static final List<String> KEYS = List.of("queue", "when-slow", "cut-after", "bandwidth");

  private static final String CUT_AFTER = "cut-after";
  private static final String CONFLATE = "conflate";
  private static final String CUT = "cut";
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private MarketDataSection() {}

  static FeedLimits read(Section section) {
    FeedLimits usual = FeedLimits.USUAL;
    return new FeedLimits(
        section.size("queue", usual.queueBytes(), 64 * ByteSize.KB, 16 * ByteSize.MB),
        section.choice("when-slow", List.of(CONFLATE, CUT), CONFLATE).equals(CUT)
            ? WhenSlow.CUT
            : WhenSlow.CONFLATE,
        cutAfter(section, usual.cutAfter()),
        section.size("bandwidth", usual.bytesPerSecond(), ByteSize.MB, ByteSize.GB));
  }

  private static Duration cutAfter(Section section, Duration usual) {
    Duration time = section.time(CUT_AFTER, usual);
    if (time.compareTo(SHORTEST) >= 0) {
      return time;
    }
    section.fault(
        CUT_AFTER,
        "must be at least 1s, was " + Quoted.of(String.valueOf(section.text(CUT_AFTER))));
    return usual;
  }
}
