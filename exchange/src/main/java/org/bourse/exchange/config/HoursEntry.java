package org.bourse.exchange.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingHours.PhaseStart;
import org.jspecify.annotations.Nullable;

/** Reads one group of the schedule. */
final class HoursEntry {

  static final List<String> KEYS =
      List.of("time-zone", "business-days", "holidays", "phases", "special-days");

  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> SPECIAL_KEYS = List.of("date", "phases");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private HoursEntry() {}

  /** The group's hours, or null where faults say why there are none. */
  static @Nullable TradingHours read(Section entry, String name) {
    ZoneId zone = zone(entry);
    SortedSet<DayOfWeek> days = businessDays(entry);
    SortedSet<LocalDate> holidays = holidays(entry);
    List<PhaseStart> phases = PhasesEntry.read(entry);
    SortedMap<LocalDate, List<PhaseStart>> special = specialDays(entry, holidays);
    return zone == null || phases == null
        ? null
        : new TradingHours(name, zone, days, holidays, phases, special);
  }

  private static @Nullable ZoneId zone(Section entry) {
    entry.require("time-zone");
    String text = entry.text("time-zone");
    if (text == null) {
      return null;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      entry.fault(
          "time-zone", "must be a time zone such as Europe/Berlin or UTC, was " + Quoted.of(text));
      return null;
    }
  }

  private static SortedSet<DayOfWeek> businessDays(Section entry) {
    SortedSet<DayOfWeek> days = new TreeSet<>();
    if (!entry.has("business-days")) {
      for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
        days.add(day);
      }
      return days;
    }
    List<PlacedText> texts = entry.texts("business-days");
    for (PlacedText text : texts == null ? List.<PlacedText>of() : texts) {
      int day = DAYS.indexOf(text.value());
      if (day < 0) {
        text.fault("must be one of " + String.join(", ", DAYS));
      } else if (!days.add(DayOfWeek.of(day + 1))) {
        text.fault("given twice");
      }
    }
    entry.requireItem("business-days", "day");
    return days;
  }

  private static SortedSet<LocalDate> holidays(Section entry) {
    SortedSet<LocalDate> dates = new TreeSet<>();
    List<PlacedText> texts = entry.texts("holidays");
    for (PlacedText text : texts == null ? List.<PlacedText>of() : texts) {
      LocalDate date = date(text);
      if (date != null && !dates.add(date)) {
        text.fault("given twice");
      }
    }
    return dates;
  }

  private static SortedMap<LocalDate, List<PhaseStart>> specialDays(
      Section entry, SortedSet<LocalDate> holidays) {
    SortedMap<LocalDate, List<PhaseStart>> days = new TreeMap<>();
    for (Section day : entry.sections("special-days", SPECIAL_KEYS)) {
      day.require("date");
      PlacedText text = day.placedText("date");
      LocalDate date = text == null ? null : date(text);
      List<PhaseStart> phases = PhasesEntry.read(day);
      if (text != null && date != null && holidays.contains(date)) {
        text.fault("is among the holidays");
      } else if (text != null && date != null && phases != null) {
        if (days.putIfAbsent(date, phases) != null) {
          text.fault("given twice");
        }
      }
    }
    return days;
  }

  private static @Nullable LocalDate date(PlacedText text) {
    try {
      return LocalDate.parse(text.value(), DATE);
    } catch (DateTimeException e) {
      text.fault("must be a date such as 2026-12-24");
      return null;
    }
  }
}
