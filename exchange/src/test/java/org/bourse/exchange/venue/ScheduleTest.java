package org.bourse.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.venue.Schedule.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final String[] DAY = {"09:00 continuous", "17:30 closed"};

  @Test
  void shouldFollowTheClockOfItsPlaceThroughTheYear() {
    Schedule schedule = new Schedule(List.of(Hours.of("berlin", "Europe/Berlin", DAY)));

    assertThat(changes(schedule, "2026-03-27T00:00:00Z", "2026-03-31T00:00:00Z"))
        .containsExactly(
            "2026-03-27T08:00:00Z day of 2026-03-27",
            "2026-03-27T08:00:00Z berlin continuous",
            "2026-03-27T16:30:00Z berlin closed",
            "2026-03-30T07:00:00Z day of 2026-03-30",
            "2026-03-30T07:00:00Z berlin continuous",
            "2026-03-30T15:30:00Z berlin closed");
  }

  @Test
  void shouldDoWhatIsDueInASkippedHourAsItIsSkipped() {
    TradingHours hours =
        Hours.daily(
            "Europe/Berlin",
            "01:59:59 pre-open",
            "02:10 continuous",
            "02:50 closing-auction",
            "03:00:01 closed");
    Schedule schedule = new Schedule(List.of(hours));

    assertThat(changes(schedule, "2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"))
        .containsExactly(
            "2026-03-29T00:59:59Z day of 2026-03-29",
            "2026-03-29T00:59:59Z daily pre-open",
            "2026-03-29T01:00:00Z daily continuous",
            "2026-03-29T01:00:00Z daily closing-auction",
            "2026-03-29T01:00:01Z daily closed");
    assertThat(Schedule.phase(hours, Instant.parse("2026-03-29T01:00:00Z")))
        .isEqualTo(TradingPhase.CLOSING_AUCTION);
  }

  @Test
  void shouldTakeTheFirstOfAnHourThatComesTwice() {
    TradingHours hours = Hours.daily("Europe/Berlin", "02:30 continuous", "03:00 closed");
    Schedule schedule = new Schedule(List.of(hours));

    assertThat(changes(schedule, "2026-10-24T23:00:00Z", "2026-10-25T12:00:00Z"))
        .containsExactly(
            "2026-10-25T00:30:00Z day of 2026-10-25",
            "2026-10-25T00:30:00Z daily continuous",
            "2026-10-25T02:00:00Z daily closed");
    assertThat(Schedule.phase(hours, Instant.parse("2026-10-25T01:10:00Z")))
        .isEqualTo(TradingPhase.CONTINUOUS);
  }

  @Test
  void shouldPassOverWeekendsAndHolidays() {
    Set<LocalDate> holidays = Set.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 28));
    Schedule schedule = new Schedule(List.of(Hours.with(holidays, Map.of(), DAY)));
    Instant eve = Instant.parse("2026-12-24T17:30:00Z");

    assertThat(schedule.next(eve)).isEqualTo("2026-12-29T09:00:00Z");
    assertThat(schedule.changes(eve, Instant.parse("2026-12-29T08:59:59Z"))).isEmpty();
    assertThat(schedule.day(Instant.parse("2026-12-29T08:59:59Z"))).isEqualTo("2026-12-24");
    assertThat(schedule.day(Instant.parse("2026-12-29T09:00:00Z"))).isEqualTo("2026-12-29");
  }

  @Test
  void shouldGiveSpecialDaysTheirOwnPhases() {
    LocalDate eve = LocalDate.of(2026, 12, 24);
    LocalDate saturday = LocalDate.of(2026, 12, 26);
    TradingHours hours =
        Hours.with(
            Set.of(LocalDate.of(2026, 12, 25)),
            Map.of(
                eve, Hours.phases("10:00 continuous", "13:00 closed"),
                saturday, Hours.phases("11:00 continuous", "12:00 closed")),
            DAY);
    Schedule schedule = new Schedule(List.of(hours));

    assertThat(changes(schedule, "2026-12-24T00:00:00Z", "2026-12-28T00:00:00Z"))
        .containsExactly(
            "2026-12-24T10:00:00Z day of 2026-12-24",
            "2026-12-24T10:00:00Z holidays continuous",
            "2026-12-24T13:00:00Z holidays closed",
            "2026-12-26T11:00:00Z day of 2026-12-26",
            "2026-12-26T11:00:00Z holidays continuous",
            "2026-12-26T12:00:00Z holidays closed");
  }

  @Test
  void shouldBeginTheDayWithTheFirstGroup() {
    Schedule schedule =
        new Schedule(
            List.of(
                Hours.of("london", "Europe/London", "08:00 continuous", "16:30 closed"),
                Hours.of("tokyo", "Asia/Tokyo", "08:00 continuous", "15:00 closed")));

    assertThat(changes(schedule, "2026-01-04T20:00:00Z", "2026-01-05T20:00:00Z"))
        .containsExactly(
            "2026-01-04T23:00:00Z day of 2026-01-05",
            "2026-01-04T23:00:00Z tokyo continuous",
            "2026-01-05T06:00:00Z tokyo closed",
            "2026-01-05T08:00:00Z london continuous",
            "2026-01-05T16:30:00Z london closed");
  }

  @Test
  void shouldBeClosedBeforeTheFirstPhaseAndAfterTheLast() {
    TradingHours hours = Hours.of("utc", "UTC", DAY);

    assertThat(Schedule.phase(hours, Instant.parse("2026-01-05T08:59:59Z")))
        .isEqualTo(TradingPhase.CLOSED);
    assertThat(Schedule.phase(hours, Instant.parse("2026-01-05T09:00:00Z")))
        .isEqualTo(TradingPhase.CONTINUOUS);
    assertThat(Schedule.phase(hours, Instant.parse("2026-01-05T17:30:00Z")))
        .isEqualTo(TradingPhase.CLOSED);
    assertThat(Schedule.phase(hours, Instant.parse("2026-01-04T12:00:00Z")))
        .isEqualTo(TradingPhase.CLOSED);
  }

  @Test
  void shouldHaveNothingToDoWithoutGroups() {
    Schedule schedule = new Schedule(List.of());

    assertThat(schedule.next(Instant.EPOCH)).isNull();
    assertThat(schedule.day(Instant.EPOCH)).isNull();
    assertThat(changes(schedule, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldGiveTheSameChangesInOneGoAndInSteps(long seed) {
    Random random = new Random(seed);
    Schedule schedule =
        new Schedule(
            List.of(
                Hours.of(
                    "london",
                    "Europe/London",
                    "07:50 pre-open",
                    "08:00 continuous",
                    "16:30 closed"),
                Hours.of("new york", "America/New_York", "09:30 continuous", "16:00 closed")));
    Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(10_000_000));
    Instant to = from.plus(Duration.ofDays(400));
    List<Change> inSteps = new ArrayList<>();
    for (Instant at = from; at.isBefore(to); ) {
      Instant until = at.plusSeconds(1 + random.nextInt(200_000));
      until = until.isAfter(to) ? to : until;
      List<Change> changes = schedule.changes(at, until);
      Instant next = Objects.requireNonNull(schedule.next(at));
      assertThat(next.isAfter(until)).as("seed " + seed + " " + at).isEqualTo(changes.isEmpty());
      inSteps.addAll(changes);
      at = until;
    }

    assertThat(inSteps).as("seed " + seed).isEqualTo(schedule.changes(from, to));
    assertThat(inSteps).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
  }

  private static List<String> changes(Schedule schedule, String from, String to) {
    return schedule.changes(Instant.parse(from), Instant.parse(to)).stream()
        .map(ScheduleTest::shown)
        .toList();
  }

  private static String shown(Change change) {
    TradingHours group = change.group();
    return change.at()
        + " "
        + (group == null
            ? "day of " + change.date()
            : group.name() + " " + Hours.name(change.phase()));
  }
}
