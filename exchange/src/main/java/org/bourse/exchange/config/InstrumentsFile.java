package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingSchedule;

/** Reads {@code instruments.yaml}: a list of at least one instrument, each symbol once. */
final class InstrumentsFile {

  static final String NAME = "instruments.yaml";

  private static final String LIST = "instruments";

  private final Map<String, String> places = new HashMap<>();
  private final List<Instrument> instruments = new ArrayList<>();
  private final Map<String, String> groupBySymbol = new HashMap<>();
  private final ConfiguredGroups groups;

  private InstrumentsFile(ConfiguredGroups groups) {
    this.groups = groups;
  }

  /** The instruments, and their groups; not to be used where there are faults. */
  static InstrumentsFile read(Path folder, ConfiguredGroups groups, FaultLog faults) {
    InstrumentsFile file = new InstrumentsFile(groups);
    Section root = YamlFile.root(folder.resolve(NAME), List.of(LIST), faults);
    if (root != null) {
      file.instruments(root);
    }
    return file;
  }

  /** In the order of the file. */
  List<Instrument> instruments() {
    return instruments;
  }

  /** The schedule that the instruments follow. */
  TradingSchedule schedule() {
    return TradingSchedule.of(groups.groups(), groupBySymbol);
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
    String group = entry.text("group");
    if (group != null) {
      groups.check(entry, group);
    }
    if (symbol != null && group != null) {
      groupBySymbol.put(symbol, group);
    }
  }
}
