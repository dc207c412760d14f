package org.bourse.exchange.config;

import java.util.List;
import java.util.Set;
import org.bourse.exchange.model.TradingHours;
import org.jspecify.annotations.Nullable;

/**
 * What {@code schedule.yaml} says.
 *
 * @param names the groups that it has, faulty ones too; null: that could not be read
 * @param groups those that are sound
 */
record ConfiguredGroups(@Nullable Set<String> names, List<TradingHours> groups) {

  /** There is no such file. */
  static final ConfiguredGroups NONE = new ConfiguredGroups(Set.of(), List.of());

  /** Reports an instrument's group that there is not. */
  void check(Section instrument, String name) {
    if (names == null || names.contains(name)) {
      return;
    }
    String known =
        names.isEmpty()
            ? ScheduleFile.NAME + " has none"
            : ScheduleFile.NAME + " has " + String.join(", ", names);
    instrument.fault("group", "there is no such group, " + known + ", was " + Quoted.of(name));
  }
}
