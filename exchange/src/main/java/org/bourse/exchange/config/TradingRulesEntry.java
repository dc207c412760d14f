package org.bourse.exchange.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.bourse.exchange.model.TradingRules;
import org.jspecify.annotations.Nullable;

/** Reads what one item of the list of instruments says of how it is traded. */
final class TradingRulesEntry {

  static final List<String> KEYS =
      List.of(
          "reference-price",
          "price-band",
          "volatility-band",
          "volatility-auction",
          "market-protection",
          "stop-trigger",
          "post-only");

  private static final Duration AUCTION = Duration.ofSeconds(30);
  private static final BigDecimal LARGEST_PERCENT = BigDecimal.valueOf(1_000);
  private static final int PERCENT_PLACES = 2;

  private TradingRulesEntry() {}

  /**
   * The rules; not to be used where faults are reported.
   *
   * @param prices how prices are counted, null where faults say why it is not known
   */
  static TradingRules read(Section entry, ScaledRange.@Nullable Scaled prices) {
    Long reference =
        prices == null ? null : InstrumentEntry.PRICES.value(entry, "reference-price", prices);
    int volatilityBand = basisPoints(entry, "volatility-band");
    return new TradingRules(
        reference == null ? 0 : reference,
        basisPoints(entry, "price-band"),
        volatilityBand,
        auctionMillis(entry, volatilityBand),
        basisPoints(entry, "market-protection"),
        entry.choice("stop-trigger", List.of("last", "quote"), "last").equals("quote"),
        entry.choice("post-only", List.of("refuse", "reprice"), "refuse").equals("reprice"));
  }

  private static int auctionMillis(Section entry, int volatilityBand) {
    Duration length = entry.time("volatility-auction", AUCTION);
    if (length.isZero()) {
      entry.fault("volatility-auction", "must be above 0, was 0");
    } else if (entry.has("volatility-auction") && !entry.has("volatility-band")) {
      entry.fault("volatility-auction", "there is none without volatility-band");
    }
    return volatilityBand == 0 ? 0 : Math.toIntExact(length.toMillis());
  }

  /** The percentage at the key in basis points, 0 where it is absent or faulty. */
  private static int basisPoints(Section entry, String key) {
    BigDecimal percent = entry.decimal(key);
    if (percent == null) {
      return 0;
    }
    if (percent.signum() <= 0 || percent.compareTo(LARGEST_PERCENT) > 0) {
      entry.fault(
          key,
          "must be a percentage above 0 and up to "
              + LARGEST_PERCENT
              + ", was "
              + percent.toPlainString());
      return 0;
    }
    if (PlainDecimal.places(percent) > PERCENT_PLACES) {
      entry.fault(
          key,
          "must have at most "
              + PERCENT_PLACES
              + " decimal places, was "
              + percent.toPlainString());
      return 0;
    }
    return percent.movePointRight(PERCENT_PLACES).intValueExact();
  }
}
