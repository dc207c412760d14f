package org.bourse.exchange.event;

/**
 * What has traded in an instrument on the business day. Prices and quantities are scaled by its
 * scales; a price of 0 is none.
 *
 * @param opening price of the first trade
 * @param closing price of the last trade of the day before
 * @param notionalHigh upper 64 of the 128 bits of the sum of price times quantity
 * @param notionalLow lower 64 of them
 * @param lastPrice of the last trade of the day, as the others that begin so
 * @param lastAggressor Side(54) of the order that came second; {@code '\0'}: neither, or not known
 */
public record DayFigures(
    long eventSeq,
    long time,
    int sessionId,
    int instrumentId,
    long opening,
    long high,
    long low,
    long closing,
    long volume,
    long notionalHigh,
    long notionalLow,
    long lastPrice,
    long lastQty,
    long lastTime,
    long lastMatchId,
    char lastAggressor)
    implements Event {}
