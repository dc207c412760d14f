package org.bourse.exchange.model;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When a group of instruments is traded how: on each business day the same phases, by the clock of
 * one place. Immutable.
 *
 * @param name of the group
 * @param zone whose clock the times are of
 * @param businessDays the days of the week on which there is trading
 * @param holidays days on which there is none for all that
 * @param phases of a business day, in the order of their times; the last is CLOSED
 * @param specialDays business days that have phases of their own, on any day of the week
 */
public record TradingHours(
    String name,
    ZoneId zone,
    SortedSet<DayOfWeek> businessDays,
    SortedSet<LocalDate> holidays,
    List<PhaseStart> phases,
    SortedMap<LocalDate, List<PhaseStart>> specialDays) {

  /**
   * A phase of a day.
   *
   * @param at when it begins
   */
  public record PhaseStart(LocalTime at, TradingPhase phase) {}

  /** Copies the collections. */
  public TradingHours {
    businessDays = Collections.unmodifiableSortedSet(new TreeSet<>(businessDays));
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    phases = List.copyOf(phases);
    specialDays = Collections.unmodifiableSortedMap(new TreeMap<>(specialDays));
  }

  /** The phases of a day, none where it is no business day. */
  public List<PhaseStart> on(LocalDate date) {
    List<PhaseStart> special = specialDays.get(date);
    if (special != null) {
      return special;
    }
    boolean isOpen = businessDays.contains(date.getDayOfWeek()) && !holidays.contains(date);
    return isOpen ? phases : List.of();
  }

  /**
   * When a day has a time. A time that the clock skips, as it is set forward, is when it skips it;
   * of one that comes twice, as it is set back, the first is meant.
   */
  public Instant moment(LocalDate date, LocalTime time) {
    LocalDateTime local = date.atTime(time);
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    return change != null && change.isGap()
        ? change.getInstant()
        : local.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
