package org.bourse.exchange.access;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How much each source of connections is heeded that only fails: 20 times at once, then once each 2
 * seconds. It knows the 10,000 sources that came last. Any thread.
 */
public final class SourceThrottle {
  /** Failures that are heeded at once, after a pause. */
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

  /** Counts a failure of now, and says whether it is heeded. */
  public boolean heeds(InetAddress from) {
    return failed(Source.of(from), 1, System.nanoTime());
  }

  /** Whether nothing more of a source is heeded for now. */
  synchronized boolean isExhausted(Source source, long now) {
    TokenBucket bucket = sources.get(source);
    return bucket != null && bucket.isEmpty(now);
  }

  /**
   * Counts a failure, and says whether it is heeded.
   *
   * @param cost how many it counts as
   */
  synchronized boolean failed(Source source, int cost, long now) {
    TokenBucket bucket =
        sources.computeIfAbsent(source, key -> new TokenBucket(NANOS_PER_TOKEN, BURST, now));
    boolean heeded = bucket.take(now);
    if (heeded) {
      bucket.charge(cost - 1);
    }
    return heeded;
  }
}
