package org.bourse.exchange.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many failed Logons are answered to each source. Any thread. */
final class LogonThrottle {
  /** Failures that are answered at once, after a pause. */
  static final int BURST = 20;

  private static final long NANOS_PER_TOKEN = TimeUnit.SECONDS.toNanos(2);
  private static final int MOST_SOURCES = 10_000;

  private final Map<Source, TokenBucket> sources =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Source, TokenBucket> eldest) {
          return size() > MOST_SOURCES;
        }
      };

  /** Whether nothing more is answered to a source for now. */
  synchronized boolean isExhausted(Source source, long now) {
    TokenBucket bucket = sources.get(source);
    return bucket != null && bucket.isEmpty(now);
  }

  /**
   * Counts a failure, and says whether it is answered.
   *
   * @param cost how many it counts as
   */
  synchronized boolean failed(Source source, int cost, long now) {
    TokenBucket bucket =
        sources.computeIfAbsent(source, key -> new TokenBucket(NANOS_PER_TOKEN, BURST, now));
    boolean answered = bucket.take(now);
    if (answered) {
      bucket.charge(cost - 1);
    }
    return answered;
  }
}
