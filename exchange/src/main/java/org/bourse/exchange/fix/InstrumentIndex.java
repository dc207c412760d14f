package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bourse.exchange.access.Names;
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

  private final List<Numbered> byId = new ArrayList<>();
  private final Map<String, Numbered> bySymbol = new HashMap<>();

  /** An index over instruments in the order of their numbers. */
  InstrumentIndex(List<Instrument> listed) {
    for (int id = 0; id < listed.size(); id++) {
      Numbered instrument = new Numbered(id, listed.get(id));
      byId.add(instrument);
      bySymbol.put(instrument.rules().symbol(), instrument);
    }
  }

  @Nullable Numbered find(String symbol) {
    return bySymbol.get(symbol);
  }

  /** The numbers of the instruments whose symbols are allowed, in their order. */
  List<Integer> all(Names allowed) {
    List<String> list = allowed.list();
    Stream<@Nullable Numbered> found =
        list == null ? byId.stream() : list.stream().map(bySymbol::get);
    return found.filter(Objects::nonNull).map(Numbered::id).distinct().sorted().toList();
  }
}
