package org.bourse.exchange.fix;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** The instruments that the engine knows, by Symbol(55). Never changes. */
final class InstrumentIndex {
  /**
   * An instrument and its number.
   *
   * @param id the number that the engine knows it by
   * @param rules its scales and steps
   */
  record Numbered(int id, Instrument rules) {}

  private final Map<String, Numbered> bySymbol = new HashMap<>();

  /** An index over instruments in the order of their numbers. */
  InstrumentIndex(List<Instrument> byId) {
    for (int id = 0; id < byId.size(); id++) {
      Instrument rules = byId.get(id);
      bySymbol.put(rules.symbol(), new Numbered(id, rules));
    }
  }

  @Nullable Numbered find(String symbol) {
    return bySymbol.get(symbol);
  }
}
