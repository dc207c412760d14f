package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.Instrument;

/** Reads {@code instruments.yaml}: a list of at least one instrument, each symbol once. */
final class InstrumentsFile {

  static final String NAME = "instruments.yaml";

  private static final String LIST = "instruments";

  private final Map<String, String> places = new HashMap<>();
  private final List<Instrument> instruments = new ArrayList<>();

  private InstrumentsFile() {}

  /** The instruments; not to be used where there are faults. */
  static List<Instrument> read(Path folder, FaultLog faults) {
    InstrumentsFile file = new InstrumentsFile();
    Section root = YamlFile.root(folder.resolve(NAME), List.of(LIST), faults);
    if (root != null) {
      file.instruments(root);
    }
    return file.instruments;
  }

  private void instruments(Section root) {
    root.require(LIST);
    root.requireItem(LIST, "instrument");
    root.sections(LIST, InstrumentEntry.KEYS).forEach(this::instrument);
  }

  private void instrument(Section entry) {
    String symbol = InstrumentEntry.symbol(entry);
    if (symbol != null) {
      String first = places.putIfAbsent(symbol, entry.path() + " in line " + entry.line());
      if (first != null) {
        entry.fault("symbol", "given twice, first by " + first + ", was " + Quoted.of(symbol));
      }
    }
    Instrument instrument = InstrumentEntry.read(entry, symbol);
    if (instrument != null) {
      instruments.add(instrument);
    }
  }
}
