package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** Reads {@code instruments.yaml}: a list of at least one instrument, each symbol once. */
final class InstrumentsFile {

  static final String NAME = "instruments.yaml";

  private static final String LIST = "instruments";

  private final FaultLog faults;
  private final Map<String, String> places = new HashMap<>();
  private final List<Instrument> instruments = new ArrayList<>();

  private InstrumentsFile(FaultLog faults) {
    this.faults = faults;
  }

  /** The instruments; not to be used where there are faults. */
  static List<Instrument> read(Path folder, FaultLog faults) {
    InstrumentsFile file = new InstrumentsFile(faults);
    Section root = YamlFile.root(folder.resolve(NAME), List.of(LIST), faults);
    if (root != null) {
      file.instruments(root);
    }
    return file.instruments;
  }

  private void instruments(Section root) {
    root.require(LIST);
    List<YamlNode> items = root.items(LIST);
    if (items == null) {
      return;
    }
    if (items.isEmpty()) {
      root.fault(LIST, "empty, at least one instrument is needed");
    }
    for (int i = 0; i < items.size(); i++) {
      String path = YamlPath.item(LIST, i);
      Section entry = entry(items.get(i), path);
      if (entry != null) {
        instrument(entry, path);
      }
    }
  }

  private @Nullable Section entry(YamlNode item, String path) {
    if (item instanceof YamlNode.Mapping mapping) {
      return new Section(mapping, path, faults, InstrumentEntry.KEYS);
    }
    if (!(item instanceof YamlNode.Refused)) {
      faults.add(item.line(), path, "must be a mapping, was " + item.kind());
    }
    return null;
  }

  private void instrument(Section entry, String path) {
    String symbol = InstrumentEntry.symbol(entry);
    if (symbol != null) {
      String first = places.putIfAbsent(symbol, path + " in line " + entry.line());
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
