package org.bourse.exchange.config;

import java.math.BigDecimal;
import java.util.List;
import org.bourse.exchange.access.Limits;
import org.bourse.exchange.access.MessageRate;
import org.jspecify.annotations.Nullable;

/** Reads the limits of a participant, or of one instrument for it. */
final class LimitsEntry {

  static final List<String> KEYS =
      List.of(
          "max-order-quantity",
          "max-notional",
          "price-collar",
          "max-open-orders",
          "max-gross-position",
          "duplicate-order-window");

  /** What only a participant's own limits have. */
  static final List<String> RATE_KEYS = List.of("message-rate", "message-burst");

  private static final int MOST_OPEN_ORDERS = 50_000_000;
  private static final int HIGHEST_RATE = 1_000_000;
  private static final int LARGEST_BURST = 10_000_000;

  private LimitsEntry() {}

  /** What an entry says, and for the rest what holds above it. */
  static Limits read(Section entry, Limits above) {
    return new Limits(
        positive(entry, "max-order-quantity", above.maxOrderQuantity()),
        positive(entry, "max-notional", above.maxNotional()),
        positive(entry, "price-collar", above.priceCollar()),
        entry.has("max-open-orders")
            ? entry.whole("max-open-orders", 0, MOST_OPEN_ORDERS)
            : above.maxOpenOrders(),
        positive(entry, "max-gross-position", above.maxGrossPosition()),
        entry.time("duplicate-order-window", above.duplicateOrderWindow()));
  }

  /** The message rate, null: no limit. */
  static @Nullable MessageRate rate(Section entry) {
    Integer perSecond = entry.whole("message-rate", 1, HIGHEST_RATE);
    Integer burst = entry.whole("message-burst", 1, LARGEST_BURST);
    if (burst != null && !entry.has("message-rate")) {
      entry.fault("message-burst", "has no effect without message-rate");
    }
    return perSecond == null ? null : new MessageRate(perSecond, burst == null ? perSecond : burst);
  }

  private static @Nullable BigDecimal positive(
      Section entry, String key, @Nullable BigDecimal above) {
    if (!entry.has(key)) {
      return above;
    }
    BigDecimal number = entry.decimal(key);
    if (number != null && number.signum() <= 0) {
      entry.fault(key, "must be above 0, was " + number.toPlainString());
    }
    return number;
  }
}
