package org.bourse.exchange.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.model.TradingHours;

/** Reads {@code schedule.yaml}, which need not be there: when groups of instruments are traded. */
final class ScheduleFile {

  static final String NAME = "schedule.yaml";

  private static final String GROUPS = "groups";

  private ScheduleFile() {}

  /** The groups; not to be used where there are faults. */
  static ConfiguredGroups read(Path folder, FaultLog faults) {
    Path file = folder.resolve(NAME);
    if (Files.notExists(file)) {
      return ConfiguredGroups.NONE;
    }
    Section root = YamlFile.root(file, List.of(GROUPS), faults);
    if (root == null) {
      return new ConfiguredGroups(null, List.of());
    }
    root.require(GROUPS);
    Set<String> names = root.names(GROUPS);
    Section entries = root.section(GROUPS, List.copyOf(names));
    List<TradingHours> groups = new ArrayList<>();
    for (String name : names) {
      Section entry = entries.section(name, HoursEntry.KEYS);
      TradingHours hours = entries.isSection(name) ? HoursEntry.read(entry, name) : null;
      if (hours != null) {
        DayOverlap.check(entry, hours, groups);
        groups.add(hours);
      }
    }
    if (root.has(GROUPS) && names.isEmpty() && faults.isEmpty()) {
      root.fault(GROUPS, "empty, at least one group is needed");
    }
    return new ConfiguredGroups(names, groups);
  }
}
