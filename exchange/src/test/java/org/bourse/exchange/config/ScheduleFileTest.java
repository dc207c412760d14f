package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingHours.PhaseStart;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.model.TradingSchedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleFileTest {
  private static final String PHASES = "phases: [{at: 09:00, phase: continuous}, %s]";
  private static final String CLOSED = "{at: 17:30, phase: closed}";

  private final ConfigFolder folder;

  ScheduleFileTest(@TempDir Path temporary) throws IOException {
    folder =
        ConfigFolder.valid(temporary)
            .instruments("instruments: [{symbol: ABC, tick: 0.01, group: main}]");
  }

  @Test
  void shouldReadEachKey() throws Exception {
    schedule(
        "groups:",
        "  main:",
        "    time-zone: Europe/Berlin",
        "    business-days: [sun, mon]",
        "    holidays: [2026-12-25, 2026-12-26]",
        "    phases:",
        "      - {at: \"07:30\", phase: pre-open}",
        "      - {at: 08:50:30, phase: opening-auction}",
        "      - {at: 09:00, phase: continuous}",
        "      - {at: 13:00, phase: intraday-auction}",
        "      - {at: 17:30, phase: closing-auction}",
        "      - {at: 17:35, phase: closed}",
        "    special-days:",
        "      - date: 2026-12-24",
        "        phases: [{at: 09:00, phase: continuous}, {at: 14:00, phase: closed}]");

    TradingSchedule schedule = folder.load().schedule();

    assertThat(schedule.hours("ABC"))
        .isEqualTo(
            new TradingHours(
                "main",
                ZoneId.of("Europe/Berlin"),
                new TreeSet<>(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY)),
                new TreeSet<>(List.of(LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 26))),
                List.of(
                    start("07:30", TradingPhase.PRE_OPEN),
                    start("08:50:30", TradingPhase.OPENING_AUCTION),
                    start("09:00", TradingPhase.CONTINUOUS),
                    start("13:00", TradingPhase.INTRADAY_AUCTION),
                    start("17:30", TradingPhase.CLOSING_AUCTION),
                    start("17:35", TradingPhase.CLOSED)),
                new TreeMap<>(
                    Map.of(
                        LocalDate.of(2026, 12, 24),
                        List.of(
                            start("09:00", TradingPhase.CONTINUOUS),
                            start("14:00", TradingPhase.CLOSED))))));
  }

  @Test
  void shouldTradeFromMondayToFridayByDefault() throws Exception {
    schedule("groups: {main: {time-zone: UTC, " + PHASES.formatted(CLOSED) + "}}");

    TradingHours hours = Objects.requireNonNull(folder.load().schedule().hours("ABC"));

    assertThat(hours.businessDays())
        .containsExactly(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    assertThat(hours.holidays()).isEmpty();
    assertThat(hours.specialDays()).isEmpty();
  }

  @Test
  void shouldTradeAlwaysWithoutTheFile() throws Exception {
    folder.instruments("instruments: [{symbol: ABC, tick: 0.01}]");

    assertThat(folder.load().schedule()).isEqualTo(TradingSchedule.NONE);
  }

  @Test
  void shouldLeaveOutAGroupThatNoInstrumentNames() throws Exception {
    String hours = "{time-zone: UTC, " + PHASES.formatted(CLOSED) + "}";
    schedule("groups: {main: " + hours + ", other: " + hours + "}");

    assertThat(folder.load().schedule().groups()).extracting("name").containsExactly("main");
  }

  @Test
  void shouldReportAGroupThatThereIsNot() throws Exception {
    folder.instruments("instruments:", "  - {symbol: ABC, tick: 0.01, group: mian}");
    assertThat(folder.faults())
        .containsExactly(
            "config/instruments.yaml:2: instruments[0].group: there is no such group,"
                + " schedule.yaml has none, was \"mian\"");

    schedule("groups: {main: {time-zone: UTC, " + PHASES.formatted(CLOSED) + "}}");
    assertThat(folder.faults())
        .containsExactly(
            "config/instruments.yaml:2: instruments[0].group: there is no such group,"
                + " schedule.yaml has main, was \"mian\"");
  }

  @Test
  void shouldReportGroupsWhoseDaysOverlap() throws Exception {
    schedule(
        "groups:",
        "  sydney:",
        "    time-zone: Australia/Sydney",
        "    phases: [{at: 07:00, phase: pre-open}, {at: 16:10, phase: closed}]",
        "  main:",
        "    time-zone: America/New_York",
        "    phases: [{at: 09:30, phase: continuous}, {at: 16:00, phase: closed}]");

    assertThat(folder.faults())
        .containsExactly(
            "config/schedule.yaml:7: groups.main.phases: the days overlap those of group"
                + " \"sydney\": one day of the venue must be over before the next begins");
  }

  @Test
  void shouldLetGroupsOfFarPlacesGoTogetherWhereTheirDaysDo() throws Exception {
    schedule(
        "groups:",
        "  tokyo:",
        "    time-zone: Asia/Tokyo",
        "    phases: [{at: 08:00, phase: pre-open}, {at: 15:30, phase: closed}]",
        "  main:",
        "    time-zone: America/New_York",
        "    phases: [{at: 09:30, phase: continuous}, {at: 16:00, phase: closed}]");

    assertThat(folder.load().schedule().hours("ABC")).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "phases: P, CLOSED | time-zone: missing",
        "time-zone: Europe/Berlyn, phases: P, CLOSED | time-zone: must be a time zone such as"
            + " Europe/Berlin or UTC, was \"Europe/Berlyn\"",
        "time-zone: UTC | phases: missing",
        "time-zone: UTC, phases: [] | phases: empty, at least one phase is needed",
        "time-zone: UTC, phases: {} | phases: must be a list, was a mapping",
        "time-zone: UTC, phases: [x] | phases[0]: must be a mapping, was \"x\"",
        "time-zone: UTC, phases: [CLOSED] | phases: closed alone is no day, a phase is needed"
            + " before it",
        "time-zone: UTC, phases: [P, {at: 17:30, phase: continuous}] | phases[1].phase: the last"
            + " must be closed, was \"continuous\"",
        "time-zone: UTC, phases: [{at: 08:00, phase: closed}, P, CLOSED] | phases[0].phase: closed"
            + " ends the day, only the last may be",
        "time-zone: UTC, phases: [P, {at: 09:00, phase: closed}] | phases[1].at: must be after"
            + " 09:00, was \"09:00\"",
        "time-zone: UTC, phases: [P, {at: 9:30, phase: closed}] | phases[1].at: must be a time such"
            + " as 09:00 or 17:30:15, was \"9:30\"",
        "time-zone: UTC, phases: [P, {at: 24:00, phase: closed}] | phases[1].at: must be a time"
            + " such as 09:00 or 17:30:15, was \"24:00\"",
        "time-zone: UTC, phases: [{at: 08:00, phase: halted}, CLOSED] | phases[0].phase: must be"
            + " one of closed, closing-auction, continuous, intraday-auction, opening-auction,"
            + " pre-open, was \"halted\"",
        "time-zone: UTC, phases: [P, {phase: closed}] | phases[1].at: missing",
        "time-zone: UTC, phases: [P, {at: 17:30}] | phases[1].phase: missing",
        "time-zone: UTC, phases: [P, CLOSED], business-days: [] | business-days: empty, at least"
            + " one day is needed",
        "time-zone: UTC, phases: [P, CLOSED], business-days: [mon, Tue] | business-days[1]: must be"
            + " one of mon, tue, wed, thu, fri, sat, sun, was \"Tue\"",
        "time-zone: UTC, phases: [P, CLOSED], business-days: [mon, mon] | business-days[1]: given"
            + " twice, was \"mon\"",
        "time-zone: UTC, phases: [P, CLOSED], holidays: [2026-02-29] | holidays[0]: must be a date"
            + " such as 2026-12-24, was \"2026-02-29\"",
        "time-zone: UTC, phases: [P, CLOSED], holidays: [2026-12-24, 2026-12-24] | holidays[1]:"
            + " given twice, was \"2026-12-24\"",
        "time-zone: UTC, phases: [P, CLOSED], special-days: [{phases: [P, CLOSED]}] |"
            + " special-days[0].date: missing",
        "time-zone: UTC, phases: [P, CLOSED], special-days: [{date: 2026-12-24}] |"
            + " special-days[0].phases: missing",
        "time-zone: UTC, phases: [P, CLOSED], holidays: [2026-12-24], special-days: [{date:"
            + " 2026-12-24, phases: [P, CLOSED]}] | special-days[0].date: is among the holidays,"
            + " was \"2026-12-24\"",
        "time-zone: UTC, phases: [P, CLOSED], timezone: UTC | timezone: unknown key, did you mean"
            + " \"time-zone\"?",
      })
  void shouldReport(String group, String fault) throws Exception {
    String written =
        group
            .replace("phases: P, CLOSED", "phases: [P, CLOSED]")
            .replace("P,", "{at: 09:00, phase: continuous},")
            .replace("CLOSED", CLOSED);
    schedule("groups:", "  main: {" + written + "}");

    assertThat(folder.faults()).containsExactly("config/schedule.yaml:2: groups.main." + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | groups: missing",
        "groups: | groups: must be a mapping, was empty",
        "groups: {} | groups: empty, at least one group is needed",
        "groups: [main] | groups: must be a mapping, was a list",
        "groups: {main: x} | groups.main: must be a mapping, was \"x\"",
        "zones: {} | zones: unknown key, known here: groups",
      })
  void shouldReportTheWhole(String content, String fault) throws Exception {
    folder.instruments("instruments: [{symbol: ABC, tick: 0.01}]");
    schedule(content);

    assertThat(folder.faults()).first().isEqualTo("config/schedule.yaml:1: " + fault);
  }

  private void schedule(String... lines) throws IOException {
    folder.write(
        "schedule.yaml", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static PhaseStart start(String at, TradingPhase phase) {
    return new PhaseStart(LocalTime.parse(at), phase);
  }
}
