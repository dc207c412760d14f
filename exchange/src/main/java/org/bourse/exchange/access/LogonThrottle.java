package org.bourse.exchange.access;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many failed Logons are answered to each source: an IPv4 address, or the first 64 bits of an
 * IPv6 one. Any thread.
 */
final class LogonThrottle {
  /** Failures that are answered at once, after a pause. */
  static final int BURST = 20;

  private static final long NANOS_PER_TOKEN = TimeUnit.SECONDS.toNanos(2);
  private static final int MOST_SOURCES = 10_000;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final Map<ByteBuffer, TokenBucket> sources =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, TokenBucket> eldest) {
          return size() > MOST_SOURCES;
        }
      };

  /** Whether nothing more is answered to a source for now. */
  synchronized boolean isExhausted(InetAddress from, long now) {
    TokenBucket bucket = sources.get(source(from));
    return bucket != null && bucket.isEmpty(now);
  }

  /** Counts a failure, and says whether it is answered. */
  synchronized boolean failed(InetAddress from, long now) {
    return sources
        .computeIfAbsent(source(from), key -> new TokenBucket(NANOS_PER_TOKEN, BURST, now))
        .take(now);
  }

  private static ByteBuffer source(InetAddress from) {
    byte[] address = from.getAddress();
    return ByteBuffer.wrap(
        address.length > IPV6_NETWORK_BYTES ? Arrays.copyOf(address, IPV6_NETWORK_BYTES) : address);
  }
}
