package org.bourse.exchange.marketdata;

/**
 * What subscribers may take of the exchange.
 *
 * @param queueBytes what one may leave unread before he counts as slow
 * @param whenSlow what becomes of him then, where he has not said it himself
 * @param cutAfterNanos how long one who is slow may stay so before he is cut
 * @param bytesPerSecond to all together, beyond which the books of all are conflated
 */
public record FeedLimits(
    long queueBytes, WhenSlow whenSlow, long cutAfterNanos, long bytesPerSecond) {}
