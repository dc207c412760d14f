package org.bourse.exchange.config;

import java.time.Duration;
import org.bourse.exchange.marketdata.WhenSlow;

/**
 * Market data.
 *
 * @param queue bytes that a subscriber may leave unread before he counts as slow, 64 KB to 64 MB
 * @param whenSlow what becomes of him then, where he has not said it himself
 * @param cutAfter how long one whose books are conflated may stay slow before he is cut, a second
 *     to an hour
 * @param bandwidth bytes a second to all subscribers together, beyond which the books of all are
 *     conflated, 1 MB to 1 GB
 */
public record MarketDataSettings(long queue, WhenSlow whenSlow, Duration cutAfter, long bandwidth) {
  /** As it is where the configuration says nothing. */
  public static final MarketDataSettings USUAL =
      new MarketDataSettings(
          ByteSize.MB, WhenSlow.CONFLATE, Duration.ofSeconds(30), 16 * ByteSize.MB);
}
