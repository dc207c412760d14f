package org.bourse.client.marketdata;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.DurationText;
import org.jspecify.annotations.Nullable;

/** How much comes, how much was left out, and how late it is. Not thread-safe. */
final class Traffic {

  private static final DateTimeFormatter UTC =
      new DateTimeFormatterBuilder()
          .appendPattern("yyyyMMdd-HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final Duration NOTABLE = Duration.ofSeconds(1);

  private long since = System.nanoTime();
  private long updates;
  private double rate;
  private long conflated;
  private @Nullable Duration least;
  private Duration behind = Duration.ZERO;

  /**
   * A message was applied.
   *
   * @param conflation whether it is a W that stands for what was left out
   */
  void count(String sendingTime, Instant now, boolean conflation) {
    updates++;
    if (conflation) {
      conflated++;
    }
    try {
      Instant sent = LocalDateTime.parse(sendingTime, UTC).toInstant(ZoneOffset.UTC);
      Duration took = Duration.between(sent, now);
      least = least == null || took.compareTo(least) < 0 ? took : least;
      // Clocks differ: only what is later than the quickest counts.
      behind = took.minus(least);
    } catch (DateTimeParseException e) {
      behind = Duration.ZERO;
    }
  }

  /** A few words; the rate is that of the last full second. */
  String text() {
    long now = System.nanoTime();
    if (now - since >= SECOND) {
      rate = updates * (double) SECOND / (now - since);
      updates = 0;
      since = now;
    }
    String text = String.format(Locale.ROOT, "%,.0f updates/s", rate);
    if (conflated > 0) {
      text += String.format(Locale.ROOT, "  conflated %,d", conflated);
    }
    return behind.compareTo(NOTABLE) > 0 ? text + "  behind " + DurationText.of(behind) : text;
  }
}
