package org.bourse.exchange.config;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.bourse.exchange.model.TradingHours;
import org.bourse.exchange.model.TradingHours.PhaseStart;

/**
 * Finds groups whose business days would overlap, as those of places far apart may: a day begins
 * for the whole venue, so the day before must be over everywhere. Each place's clock is taken as it
 * is in winter and in summer, whatever the date.
 */
final class DayOverlap {

  private static final List<Instant> SEASONS =
      List.of(Instant.parse("2026-01-15T00:00:00Z"), Instant.parse("2026-07-15T00:00:00Z"));
  private static final int DAY = 24 * 60 * 60;

  private DayOverlap() {}

  /** Reports the first of the groups with which a group does not go together. */
  static void check(Section entry, TradingHours hours, List<TradingHours> others) {
    for (TradingHours other : others) {
      if (close(hours) > DAY + begin(other) || close(other) > DAY + begin(hours)) {
        entry.fault(
            "phases",
            "the days overlap those of group "
                + Quoted.of(other.name())
                + ": one day of the venue must be over before the next begins");
        return;
      }
    }
  }

  /** When its day is over at the latest, in seconds after the date began in UTC. */
  private static int close(TradingHours hours) {
    int latest = days(hours).mapToInt(day -> seconds(day.get(day.size() - 1).at())).max().orElse(0);
    return latest - SEASONS.stream().mapToInt(at -> offset(hours, at)).min().orElse(0);
  }

  /** When its day begins at the earliest. */
  private static int begin(TradingHours hours) {
    int earliest = days(hours).mapToInt(day -> seconds(day.get(0).at())).min().orElse(0);
    return earliest - SEASONS.stream().mapToInt(at -> offset(hours, at)).max().orElse(0);
  }

  private static Stream<List<PhaseStart>> days(TradingHours hours) {
    return Stream.concat(Stream.of(hours.phases()), hours.specialDays().values().stream());
  }

  private static int seconds(LocalTime time) {
    return time.toSecondOfDay();
  }

  private static int offset(TradingHours hours, Instant at) {
    return hours.zone().getRules().getOffset(at).getTotalSeconds();
  }
}
