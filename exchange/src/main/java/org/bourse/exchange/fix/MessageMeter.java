package org.bourse.exchange.fix;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.access.MessageRate;
import org.bourse.exchange.access.TokenBucket;
import org.jspecify.annotations.Nullable;

/** Counts the messages of a session against the rate that it may send at. Any thread. */
final class MessageMeter {
  /** What a message is, by the rate that it comes at. */
  enum Verdict {
    IN_TIME,
    TOO_MANY,
    FAR_TOO_MANY
  }

  private static final int GRAVE = 10;

  private @Nullable MessageRate rate;
  private @Nullable TokenBucket bucket;
  private @Nullable TokenBucket graveBucket;

  /** Has a rate hold from now on, null: none. The same rate as before goes on. */
  synchronized void set(@Nullable MessageRate newRate, long now) {
    if (!Objects.equals(rate, newRate)) {
      rate = newRate;
      bucket = newRate == null ? null : bucket(newRate, 1, now);
      graveBucket = newRate == null ? null : bucket(newRate, GRAVE, now);
    }
  }

  private static TokenBucket bucket(MessageRate rate, int times, long now) {
    long nanosPerMessage = TimeUnit.SECONDS.toNanos(1) / rate.perSecond() / times;
    return new TokenBucket(Math.max(1, nanosPerMessage), rate.burst() * times, now);
  }

  /**
   * Counts a message. Those that come at ten times the rate for longer than ten bursts last are far
   * too many.
   */
  synchronized Verdict count(long now) {
    if (bucket == null || graveBucket == null) {
      return Verdict.IN_TIME;
    }
    if (!graveBucket.take(now)) {
      return Verdict.FAR_TOO_MANY;
    }
    return bucket.take(now) ? Verdict.IN_TIME : Verdict.TOO_MANY;
  }

  /** The rate, as the one who sends too much is told. */
  synchronized String text() {
    return rate == null
        ? "Throttled"
        : "Throttled: at most "
            + rate.perSecond()
            + " messages a second, "
            + rate.burst()
            + " at once";
  }
}
