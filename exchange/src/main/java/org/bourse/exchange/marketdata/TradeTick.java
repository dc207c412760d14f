package org.bourse.exchange.marketdata;

/**
 * What has become of a trade.
 *
 * @param action {@link EntrySink#NEW}, {@link EntrySink#CHANGE} or {@link EntrySink#DELETE}
 * @param matchId names the trade
 * @param price scaled, of a deleted one 0
 * @param quantity scaled, of a deleted one 0
 * @param time nanoseconds since 1970, UTC
 * @param aggressor Side(54) of the order that came second, {@code '\0'}: neither, or not known
 * @param condition TradeCondition(277), {@code '\0'}: none
 */
public record TradeTick(
    char action,
    long matchId,
    long price,
    long quantity,
    long time,
    char aggressor,
    char condition) {}
