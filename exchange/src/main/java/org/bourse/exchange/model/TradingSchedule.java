package org.bourse.exchange.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Which instruments are traded when. Immutable.
 *
 * @param groups each with at least one instrument
 * @param groupBySymbol the group's name; an instrument that is not in here is always traded
 */
public record TradingSchedule(List<TradingHours> groups, SortedMap<String, String> groupBySymbol) {

  /** Every instrument is always traded. */
  public static final TradingSchedule NONE = new TradingSchedule(List.of(), new TreeMap<>());

  /** Copies the collections. */
  public TradingSchedule {
    groups = List.copyOf(groups);
    groupBySymbol = Collections.unmodifiableSortedMap(new TreeMap<>(groupBySymbol));
  }

  /** The schedule of those groups that have an instrument. */
  public static TradingSchedule of(List<TradingHours> groups, Map<String, String> groupBySymbol) {
    List<TradingHours> used =
        groups.stream().filter(group -> groupBySymbol.containsValue(group.name())).toList();
    return new TradingSchedule(used, new TreeMap<>(groupBySymbol));
  }

  /** When an instrument is traded, null: always. */
  public @Nullable TradingHours hours(String symbol) {
    String name = groupBySymbol.get(symbol);
    for (TradingHours group : groups) {
      if (group.name().equals(name)) {
        return group;
      }
    }
    return null;
  }

  /** A number that tells one schedule from the next, 0 for {@link #NONE} alone. */
  public int number() {
    if (groups.isEmpty()) {
      return 0;
    }
    CRC32 sum = new CRC32();
    sum.update(toString().getBytes(UTF_8));
    return Math.max(1, (int) sum.getValue() & Integer.MAX_VALUE);
  }
}
