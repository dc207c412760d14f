package org.bourse.exchange.venue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingHours.PhaseStart;
import org.bourse.exchange.model.TradingPhase;

/** Trading hours as these tests write them. */
final class Hours {
  private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  private Hours() {}

  /** From Monday to Friday the same phases, such as {@code "09:00 continuous"}. */
  static TradingHours of(String name, String zone, String... phases) {
    return of(name, zone, WEEK, Set.of(), Map.of(), phases);
  }

  /** On every day of the week. */
  static TradingHours daily(String zone, String... phases) {
    return of("daily", zone, EnumSet.allOf(DayOfWeek.class), Set.of(), Map.of(), phases);
  }

  /** From Monday to Friday, with holidays and special days. */
  static TradingHours with(
      Set<LocalDate> holidays, Map<LocalDate, List<PhaseStart>> specialDays, String... phases) {
    return of("holidays", "UTC", WEEK, holidays, specialDays, phases);
  }

  private static TradingHours of(
      String name,
      String zone,
      Set<DayOfWeek> days,
      Set<LocalDate> holidays,
      Map<LocalDate, List<PhaseStart>> specialDays,
      String... phases) {
    return new TradingHours(
        name,
        ZoneId.of(zone),
        new TreeSet<>(days),
        new TreeSet<>(holidays),
        phases(phases),
        new TreeMap<>(specialDays));
  }

  static List<PhaseStart> phases(String... texts) {
    return Arrays.stream(texts).map(Hours::phase).toList();
  }

  private static PhaseStart phase(String text) {
    String[] words = text.split(" ", 2);
    String name = words[1].toUpperCase(Locale.ROOT).replace('-', '_');
    return new PhaseStart(LocalTime.parse(words[0]), TradingPhase.valueOf(name));
  }

  /** As {@link #phase} reads it. */
  static String name(TradingPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
