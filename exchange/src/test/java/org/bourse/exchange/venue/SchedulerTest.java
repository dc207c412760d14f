package org.bourse.exchange.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.model.TradingSchedule;
import org.bourse.exchange.venue.Scheduler.Followed;
import org.bourse.exchange.venue.VenueState.Market;
import org.junit.jupiter.api.Test;

/**
 * What is asked of the engine: ABC follows a schedule, 24H is always traded. 2026-01-05: Monday.
 */
class SchedulerTest {
  private static final TradingSchedule HOURS =
      schedule("07:00 pre-open", "09:00 continuous", "17:30 closed");

  private final List<String> asked = new ArrayList<>();

  @Test
  void shouldGoStraightToThePhaseOfNowAtAFirstStart() {
    start("2026-01-05T10:00:00Z", 0, new Followed(0, 0));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T10:00:00Z day 20260105",
            "2026-01-05T10:00:00Z 24H continuous",
            "2026-01-05T10:00:00Z ABC continuous",
            "followed to 2026-01-05T10:00:00Z");
  }

  @Test
  void shouldBeInTheLastBusinessDayAtAFirstStartOnASunday() {
    start("2026-01-04T10:00:00Z", 0, new Followed(0, 0));

    assertThat(asked)
        .containsExactly(
            "2026-01-04T10:00:00Z day 20260102",
            "2026-01-04T10:00:00Z 24H continuous",
            "2026-01-04T10:00:00Z ABC closed",
            "followed to 2026-01-04T10:00:00Z");
  }

  @Test
  void shouldLeadThroughTheDay() {
    Scheduler scheduler = start("2026-01-05T06:59:59Z", 20260102, followed("2026-01-02T17:30:00Z"));
    assertThat(asked).isEmpty();

    for (String at : List.of("07:00:00", "08:00:00", "09:00:01", "17:29:59", "17:30:00")) {
      scheduler.follow(nanos("2026-01-05T" + at + "Z"));
    }

    assertThat(asked)
        .containsExactly(
            "2026-01-05T07:00:00Z day 20260105",
            "2026-01-05T07:00:00Z 24H continuous",
            "2026-01-05T07:00:00Z ABC pre-open",
            "followed to 2026-01-05T07:00:00Z",
            "2026-01-05T09:00:00Z ABC continuous",
            "followed to 2026-01-05T09:00:00Z",
            "2026-01-05T17:30:00Z ABC closed",
            "followed to 2026-01-05T17:30:00Z");
  }

  @Test
  void shouldMakeUpForACloseThatWasMissed() {
    start("2026-01-05T20:00:00Z", 20260105, followed("2026-01-05T09:00:00Z"));

    assertThat(asked)
        .containsExactly("2026-01-05T17:30:00Z ABC closed", "followed to 2026-01-05T17:30:00Z");
  }

  @Test
  void shouldEndTheInterruptedDayAndPassOverThoseMissedAsAWhole() {
    start("2026-01-09T10:00:00Z", 20260105, followed("2026-01-05T09:00:00Z"));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T17:30:00Z ABC closed",
            "followed to 2026-01-05T17:30:00Z",
            "2026-01-09T07:00:00Z day 20260109",
            "2026-01-09T07:00:00Z 24H continuous",
            "2026-01-09T07:00:00Z ABC pre-open",
            "followed to 2026-01-09T07:00:00Z",
            "2026-01-09T09:00:00Z ABC continuous",
            "followed to 2026-01-09T09:00:00Z");
  }

  @Test
  void shouldDoTheSameWhereTheClockIsSetForwardByDays() {
    Scheduler scheduler = start("2026-01-05T10:00:00Z", 20260105, followed("2026-01-05T09:00:00Z"));

    scheduler.follow(nanos("2026-01-08T08:00:00Z"));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T17:30:00Z ABC closed",
            "followed to 2026-01-05T17:30:00Z",
            "2026-01-08T07:00:00Z day 20260108",
            "2026-01-08T07:00:00Z 24H continuous",
            "2026-01-08T07:00:00Z ABC pre-open",
            "followed to 2026-01-08T07:00:00Z");
  }

  @Test
  void shouldNotBeginAgainADayThatWasBegunBeforeTheEnd() {
    start("2026-01-05T08:00:00Z", 20260105, followed("2026-01-02T17:30:00Z"));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T07:00:00Z 24H continuous",
            "2026-01-05T07:00:00Z ABC pre-open",
            "followed to 2026-01-05T07:00:00Z");
  }

  @Test
  void shouldLeaveInstrumentsAsTheyAreWhereNothingWasMissed() {
    start("2026-01-05T12:00:00Z", 20260105, followed("2026-01-05T09:00:00Z"));

    assertThat(asked).isEmpty();
  }

  @Test
  void shouldGoBackToThePhaseOfAClockThatIsSetBack() {
    Scheduler scheduler = start("2026-01-05T18:00:00Z", 20260105, followed("2026-01-05T17:30:00Z"));

    scheduler.follow(nanos("2026-01-05T17:45:00Z"));
    assertThat(asked).isEmpty();
    scheduler.follow(nanos("2026-01-05T08:00:00Z"));
    scheduler.follow(nanos("2026-01-05T09:00:00Z"));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T08:00:00Z ABC pre-open",
            "followed to 2026-01-05T08:00:00Z",
            "2026-01-05T09:00:00Z ABC continuous",
            "followed to 2026-01-05T09:00:00Z");
  }

  @Test
  void shouldKnowAtAStartThatTheClockWasSetBack() {
    start("2026-01-05T08:00:00Z", 20260105, followed("2026-01-05T17:30:00Z"));

    assertThat(asked)
        .containsExactly("2026-01-05T08:00:00Z ABC pre-open", "followed to 2026-01-05T08:00:00Z");
  }

  @Test
  void shouldLeadAllToThePhaseOfNowWhereTheScheduleIsAnother() {
    start("2026-01-05T12:00:00Z", 20260105, new Followed(nanos("2026-01-05T09:00:00Z"), 77));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T12:00:00Z ABC continuous",
            "2026-01-05T12:00:00Z 24H continuous",
            "followed to 2026-01-05T12:00:00Z");
  }

  @Test
  void shouldTradeAlwaysWhereTheScheduleIsGone() {
    Scheduler scheduler =
        start(
            TradingSchedule.NONE,
            "2026-01-05T20:00:00Z",
            20260105,
            new Followed(nanos("2026-01-05T17:30:00Z"), 77));
    scheduler.follow(nanos("2026-01-09T20:00:00Z"));

    assertThat(asked)
        .containsExactly(
            "2026-01-05T20:00:00Z ABC continuous",
            "2026-01-05T20:00:00Z 24H continuous",
            "followed to 1970-01-01T00:00:00Z");
  }

  @Test
  void shouldDoNothingWithoutASchedule() {
    Scheduler scheduler =
        start(TradingSchedule.NONE, "2026-01-05T20:00:00Z", 0, new Followed(0, 0));
    scheduler.follow(nanos("2026-01-09T20:00:00Z"));

    assertThat(asked).isEmpty();
  }

  @Test
  void shouldNumberEachScheduleByWhatItSays() {
    TradingSchedule same = schedule("07:00 pre-open", "09:00 continuous", "17:30 closed");
    TradingSchedule other = schedule("07:00 pre-open", "09:00 continuous", "17:31 closed");

    assertThat(same.number()).isEqualTo(HOURS.number()).isPositive();
    assertThat(other.number()).isNotEqualTo(HOURS.number());
    assertThat(TradingSchedule.NONE.number()).isZero();
  }

  private static TradingSchedule schedule(String... phases) {
    return TradingSchedule.of(List.of(Hours.of("main", "UTC", phases)), Map.of("ABC", "main"));
  }

  private static Followed followed(String upTo) {
    return new Followed(nanos(upTo), HOURS.number());
  }

  private Scheduler start(String now, int businessDate, Followed before) {
    return start(HOURS, now, businessDate, before);
  }

  private Scheduler start(TradingSchedule hours, String now, int businessDate, Followed before) {
    VenueState state =
        new VenueState(
            List.of(market(0, "ABC"), market(1, "24H")), List.of(), List.of(), businessDate, 0);
    Scheduler scheduler = new Scheduler(hours, state, before, control -> ask(hours, control));
    scheduler.start(nanos(now));
    return scheduler;
  }

  private static Market market(int id, String symbol) {
    Instrument rules = new Instrument(symbol, 2, 0, 1, 1, 1_000_000, 1_000_000);
    return new Market(id, rules, TradingPhase.CONTINUOUS, 0, 0, 0);
  }

  private void ask(TradingSchedule hours, Control control) {
    Instant at = Instant.ofEpochSecond(0, control.time());
    switch (control.kind()) {
      case START_OF_DAY -> asked.add(at + " day " + bySchedule(control).code());
      case PHASE ->
          asked.add(
              at
                  + (control.instrumentId() == 0 ? " ABC " : " 24H ")
                  + Hours.name(
                      Objects.requireNonNull(TradingPhase.of(bySchedule(control).code()))));
      case SCHEDULED -> {
        assertThat(control.code()).isEqualTo(hours.number());
        asked.add("followed to " + at);
      }
      default -> throw new AssertionError(control);
    }
  }

  private static Control bySchedule(Control control) {
    assertThat(control.mask()).isEqualTo(Control.BY_SCHEDULE);
    return control;
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }
}
