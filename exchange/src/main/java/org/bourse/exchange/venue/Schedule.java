package org.bourse.exchange.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingHours.PhaseStart;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * What is to happen when, by the trading hours of all groups. The venue has one business day at a
 * time: it begins with the first phase of the first group that is traded on that date, and the days
 * of no two groups may overlap. Immutable; knows no clock.
 */
public final class Schedule {
  /** How many days without any trading are gone through in search of one with. */
  private static final int LONGEST_BREAK = 1000;

  private final List<TradingHours> groups;

  /**
   * A change.
   *
   * @param at when it is due
   * @param date the business day to which it belongs
   * @param group whose instruments enter the phase; null: the day begins, for all
   */
  public record Change(
      Instant at, LocalDate date, @Nullable TradingHours group, TradingPhase phase) {}

  /** A schedule of groups; none: nothing ever happens. */
  public Schedule(List<TradingHours> groups) {
    this.groups = List.copyOf(groups);
  }

  /** All changes after a moment up to another, in the order in which they are to be made. */
  public List<Change> changes(Instant from, Instant to) {
    List<Change> changes = new ArrayList<>();
    LocalDate last = utc(to).plusDays(1);
    for (LocalDate date = utc(from).minusDays(1); !date.isAfter(last); date = date.plusDays(1)) {
      for (Change change : changes(date)) {
        if (change.at().isAfter(from) && !change.at().isAfter(to)) {
          changes.add(change);
        }
      }
    }
    changes.sort(Comparator.comparing(Change::at));
    return changes;
  }

  /** When the next change after a moment is due, null: never in years. */
  public @Nullable Instant next(Instant after) {
    LocalDate date = utc(after).minusDays(1);
    for (int i = 0; i < LONGEST_BREAK && !groups.isEmpty(); i++) {
      Instant next = null;
      for (Change change : changes(date.plusDays(i))) {
        if (change.at().isAfter(after) && (next == null || change.at().isBefore(next))) {
          next = change.at();
        }
      }
      if (next != null) {
        return next;
      }
    }
    return null;
  }

  /** The business day that has begun last at a moment, null: none has in years. */
  public @Nullable LocalDate day(Instant at) {
    LocalDate date = utc(at).plusDays(1);
    for (int i = 0; i < LONGEST_BREAK && !groups.isEmpty(); i++) {
      List<Change> changes = changes(date.minusDays(i));
      if (!changes.isEmpty() && !changes.get(0).at().isAfter(at)) {
        return date.minusDays(i);
      }
    }
    return null;
  }

  /** The phase that a group has at a moment. */
  public static TradingPhase phase(TradingHours group, Instant at) {
    LocalDate date = at.atZone(group.zone()).toLocalDate();
    TradingPhase phase = TradingPhase.CLOSED;
    for (PhaseStart start : group.on(date)) {
      if (!group.moment(date, start.at()).isAfter(at)) {
        phase = start.phase();
      }
    }
    return phase;
  }

  /** The changes of a business day; the first is its begin. */
  private List<Change> changes(LocalDate date) {
    List<Change> changes = new ArrayList<>();
    Instant begin = Instant.MAX;
    for (TradingHours group : groups) {
      for (PhaseStart start : group.on(date)) {
        Instant at = group.moment(date, start.at());
        begin = at.isBefore(begin) ? at : begin;
        changes.add(new Change(at, date, group, start.phase()));
      }
    }
    if (!changes.isEmpty()) {
      changes.add(0, new Change(begin, date, null, TradingPhase.CLOSED));
    }
    return changes;
  }

  private static LocalDate utc(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
