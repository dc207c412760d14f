package org.bourse.exchange.config;

import java.util.List;
import java.util.stream.Stream;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingRules;
import org.jspecify.annotations.Nullable;

/** Reads one item of the list of instruments. */
final class InstrumentEntry {

  static final List<String> KEYS =
      Stream.of(
              List.of(
                  "symbol",
                  "tick",
                  "lot",
                  "price-scale",
                  "quantity-scale",
                  "max-price",
                  "max-quantity"),
              TradingRulesEntry.KEYS,
              List.of("group"))
          .flatMap(List::stream)
          .toList();

  static final ScaledRange PRICES =
      new ScaledRange("tick", "price-scale", "max-price", null, 1_000_000L);
  private static final ScaledRange QUANTITIES =
      new ScaledRange("lot", "quantity-scale", "max-quantity", 1L, 1_000_000_000L);

  private InstrumentEntry() {}

  /** The symbol, or null where a fault says why there is none. */
  static @Nullable String symbol(Section entry) {
    entry.require("symbol");
    String symbol = entry.text("symbol");
    if (symbol == null) {
      return null;
    }
    int refused = symbol.codePoints().filter(c -> c <= ' ' || c > '~').findFirst().orElse(-1);
    if (refused >= 0) {
      entry.fault(
          "symbol",
          "must be printable ASCII without blanks, has "
              + Quoted.codePoint(refused)
              + ", was "
              + Quoted.of(symbol));
      return null;
    }
    if (symbol.length() > Instrument.SYMBOL_LENGTH) {
      entry.fault(
          "symbol",
          "must have at most "
              + Instrument.SYMBOL_LENGTH
              + " characters, has "
              + symbol.length()
              + ", was "
              + Quoted.of(symbol));
      return null;
    }
    return symbol;
  }

  /** The instrument, or null where faults say why there is none; the symbol's are reported. */
  static @Nullable Instrument read(Section entry, @Nullable String symbol) {
    ScaledRange.Scaled prices = PRICES.read(entry);
    ScaledRange.Scaled quantities = QUANTITIES.read(entry);
    TradingRules trading = TradingRulesEntry.read(entry, prices);
    if (symbol == null || prices == null || quantities == null) {
      return null;
    }
    return new Instrument(
        symbol,
        prices.scale(),
        quantities.scale(),
        prices.step(),
        quantities.step(),
        prices.most(),
        quantities.most(),
        trading);
  }
}
