package org.bourse.exchange.marketdata;

import java.time.Duration;

/**
 * What subscribers may take of the exchange.
 *
 * @param queueBytes what one may leave unread before he counts as slow
 * @param whenSlow what becomes of him then, where he has not said it himself
 * @param cutAfter how long one who is slow may stay so before he is cut
 * @param bytesPerSecond to all together, beyond which the books of all are conflated
 */
public record FeedLimits(
    long queueBytes, WhenSlow whenSlow, Duration cutAfter, long bytesPerSecond) {
  /** As it is where the configuration says nothing. */
  public static final FeedLimits USUAL =
      new FeedLimits(1 << 20, WhenSlow.CONFLATE, Duration.ofSeconds(30), 16 << 20);
}
