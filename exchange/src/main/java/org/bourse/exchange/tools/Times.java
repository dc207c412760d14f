package org.bourse.exchange.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Times of records, nanoseconds since 1970, as they are read and written: UTC, ISO-8601. */
final class Times {
  private Times() {}

  static String text(long nanos) {
    return Instant.EPOCH.plusNanos(nanos).toString();
  }

  /**
   * Reads a time.
   *
   * @throws IllegalArgumentException where it is none that a record could have
   */
  static long nanos(String text) {
    try {
      Instant instant = Instant.parse(text);
      long nanos = TimeUnit.SECONDS.toNanos(instant.getEpochSecond());
      return Math.addExact(nanos, instant.getNano());
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "expected a position, or a time such as 2026-11-21T10:15:30.123Z, but was '" + text + "'",
          e);
    }
  }
}
