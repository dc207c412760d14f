package org.bourse.exchange.engine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time of the command in hand, by the real clock and by that of the business, and the day. */
final class ReferenceTime {
  private static final long NANOS = 1_000_000_000L;

  long now;
  long offset;

  /** How many days have been begun. */
  int days;

  private @Nullable LocalDate day;

  long business() {
    return now + offset;
  }

  /** The day that was begun, else that of the business clock. */
  LocalDate today() {
    return day != null
        ? day
        : Instant.ofEpochSecond(Math.floorDiv(business(), NANOS))
            .atZone(ZoneOffset.UTC)
            .toLocalDate();
  }

  /** As events say it: 0 before a day was begun. */
  int businessDate() {
    return day == null ? 0 : number(day);
  }

  LocalDate nextWorkday() {
    LocalDate next = today().plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return next;
  }

  void begin(LocalDate next) {
    day = next;
    days++;
  }

  /** Whether a last day (0: none) or a last moment (0: none) is over. */
  boolean isPast(int date, long moment) {
    return (date != 0 && date < number(today())) || (moment != 0 && moment <= business());
  }

  static int number(LocalDate date) {
    return Integer.parseInt(date.toString().replace("-", ""));
  }
}
