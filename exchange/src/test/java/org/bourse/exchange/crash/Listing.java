package org.bourse.exchange.crash;

import java.math.BigDecimal;
import java.util.List;

/**
 * An instrument that the traders trade.
 *
 * @param middle the price around which they trade
 */
record Listing(String symbol, BigDecimal tick, BigDecimal lot, BigDecimal middle) {
  static final List<Listing> ALL =
      List.of(of("ABC", "0.01", "1", "10"), of("XYZ", "0.05", "100", "250"), fraction());

  private static Listing fraction() {
    return of("FRAC", "0.0001", "0.001", "0.5");
  }

  private static Listing of(String symbol, String tick, String lot, String middle) {
    return new Listing(symbol, new BigDecimal(tick), new BigDecimal(lot), new BigDecimal(middle));
  }

  /** The one with a symbol. */
  static Listing of(String symbol) {
    return ALL.stream().filter(each -> each.symbol.equals(symbol)).findFirst().orElseThrow();
  }

  /** As instruments.yaml has it. */
  String entry() {
    return "{symbol: %s, tick: %s, lot: %s, quantity-scale: %d}"
        .formatted(symbol, tick, lot, lot.scale());
  }

  /** All of them, as instruments.yaml has them. */
  static String[] entries() {
    return ALL.stream().map(Listing::entry).toArray(String[]::new);
  }

  BigDecimal price(int ticksFromMiddle) {
    return middle.add(tick.multiply(BigDecimal.valueOf(ticksFromMiddle)));
  }

  BigDecimal quantity(int lots) {
    return lot.multiply(BigDecimal.valueOf(lots));
  }
}
