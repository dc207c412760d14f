package org.bourse.exchange.venue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.BusinessDate;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.model.TradingSchedule;
import org.bourse.exchange.venue.Schedule.Change;
import org.jspecify.annotations.Nullable;

/**
 * Leads the instruments through the phases of a schedule, by controls that are journaled like all
 * commands. It notes how far it has come after each moment at which something was due, so that
 * whoever starts next goes on from there. One thread at a time.
 */
public final class Scheduler {
  private static final String NAME = "schedule";
  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final TradingSchedule hours;
  private final Schedule schedule;
  private final VenueState state;
  private final Followed before;
  private final Consumer<Control> controls;
  private volatile long upTo;
  private long due;

  /**
   * How far a schedule was followed before.
   *
   * @param upTo nanoseconds since 1970 of the business clock, 0: never
   * @param number of the schedule that was, 0: none
   */
  public record Followed(long upTo, int number) {}

  /**
   * A scheduler that has done nothing yet.
   *
   * @param state tells which instruments there are, and which day it is
   * @param controls has a control carried out, some time, in the order in which they are given
   */
  public Scheduler(
      TradingSchedule hours, VenueState state, Followed before, Consumer<Control> controls) {
    this.hours = hours;
    this.state = state;
    this.before = before;
    this.controls = controls;
    schedule = new Schedule(hours.groups());
  }

  /**
   * Makes up for what was due since the schedule was last followed. Where it never was, or was
   * another, each instrument is led to the phase that it has now.
   *
   * @param now the business clock, nanoseconds since 1970
   */
  public void start(long now) {
    boolean isSame = hours.number() == before.number();
    if (before.upTo() != 0 && before.upTo() < now) {
      carryOut(before.upTo(), now, state.businessDate());
    }
    if (!isSame || before.upTo() > now) {
      settle(now, !isSame);
    }
    reachedTo(now);
  }

  /**
   * Does what has become due.
   *
   * @param now the business clock, nanoseconds since 1970; where it was set back to before a
   *     change, each instrument that has a schedule is led to the phase that it has now
   */
  public void follow(long now) {
    if (now < upTo) {
      if (!schedule.changes(instant(now), instant(upTo)).isEmpty()) {
        settle(now, false);
      }
    } else if (now >= due) {
      carryOut(upTo, now, state.businessDate() - 1);
    } else {
      upTo = now;
      return;
    }
    reachedTo(now);
  }

  /** The business time at which all that was due had been asked for. Any thread. */
  public long upTo() {
    return upTo;
  }

  private void reachedTo(long now) {
    upTo = now;
    Instant next = schedule.next(instant(now));
    due = next == null ? Long.MAX_VALUE : nanos(next);
  }

  /**
   * Makes all changes of a time, but for those of days that were missed as a whole.
   *
   * @param begun the day up to which days were begun
   */
  private void carryOut(long from, long to, int begun) {
    List<Change> changes = withoutMissedDays(instant(from), instant(to));
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      TradingHours group = change.group();
      if (group != null) {
        enter(group, change.phase(), nanos(change.at()));
      } else {
        beginDay(change.date(), nanos(change.at()), BusinessDate.number(change.date()) > begun);
      }
      boolean isLastAtOnce =
          i + 1 == changes.size() || !changes.get(i + 1).at().equals(change.at());
      if (isLastAtOnce) {
        note(nanos(change.at()));
      }
    }
  }

  /** The day that was interrupted is ended, and the last one gone through as far as it has come. */
  private List<Change> withoutMissedDays(Instant from, Instant to) {
    List<Change> changes = schedule.changes(from, to);
    if (changes.isEmpty()) {
      return changes;
    }
    LocalDate interrupted = schedule.day(from);
    LocalDate last = changes.get(changes.size() - 1).date();
    List<Change> kept = new ArrayList<>();
    for (Change change : changes) {
      if (change.date().equals(interrupted) || change.date().equals(last)) {
        kept.add(change);
      }
    }
    return kept;
  }

  private void settle(long now, boolean all) {
    LocalDate day = schedule.day(instant(now));
    boolean begins = day != null && BusinessDate.number(day) > state.businessDate();
    if (day != null && begins) {
      beginDay(day, now, true);
    }
    for (TradingHours group : hours.groups()) {
      enter(group, Schedule.phase(group, instant(now)), now);
    }
    if (all && !begins) {
      enter(null, TradingPhase.CONTINUOUS, now);
    }
    note(hours.number() == 0 ? 0 : now);
  }

  /** Begins a day, and with it the trading of what is always traded. */
  private void beginDay(LocalDate date, long at, boolean isNew) {
    if (isNew) {
      offer(
          Control.of(ControlKind.START_OF_DAY)
              .switches(Control.BY_SCHEDULE, BusinessDate.number(date))
              .time(at));
    }
    enter(null, TradingPhase.CONTINUOUS, at);
  }

  /** Leads the instruments of a group, or those of none, to a phase. */
  private void enter(@Nullable TradingHours group, TradingPhase phase, long at) {
    for (VenueState.Market market : state.markets()) {
      if (Objects.equals(hours.hours(market.rules().symbol()), group)) {
        offer(
            Control.of(ControlKind.PHASE)
                .instrument(market.instrumentId())
                .switches(Control.BY_SCHEDULE, phase.code())
                .time(at)
                .text("Schedule"));
      }
    }
  }

  private void note(long followedUpTo) {
    offer(Control.of(ControlKind.SCHEDULED).time(followedUpTo).code(hours.number()));
  }

  private void offer(Control control) {
    controls.accept(control.from(0, NAME));
  }

  private static Instant instant(long nanos) {
    return Instant.ofEpochSecond(
        Math.floorDiv(nanos, NANOS_PER_SECOND), Math.floorMod(nanos, NANOS_PER_SECOND));
  }

  private static long nanos(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), NANOS_PER_SECOND), (long) instant.getNano());
  }
}
