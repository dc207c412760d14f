package org.bourse.exchange.event;

/**
 * What becomes one ExecutionReport(8), with the whole state of the order. Prices and quantities are
 * scaled by the instrument's scales; characters are the codes of the FIX fields.
 *
 * @param instrumentId -1: not known, symbol says what was asked for
 * @param orderId 0: NONE
 * @param contraOrderId of a trade, else 0
 * @param matchId the same on both sides of a trade, else 0
 * @param price 0: none
 * @param notionalHigh upper 64 of the 128 bits of the sum of price times quantity over all fills
 * @param notionalLow lower 64 of them
 * @param refSeqNum MsgSeqNum(34) of the request that this answers, 0 where it answers none
 * @param reason OrdRejReason(103), -1: none
 * @param aggressor of a trade: 1: the order came second, 0: first, 2: neither
 * @param symbol as it came, only where instrumentId is -1
 * @param quantity OrderQty(38) as it came, only where instrumentId is -1
 * @param limitPrice Price(44) as it came, only where instrumentId is -1
 */
public record OrderReport(
    long eventSeq,
    long time,
    int sessionId,
    int instrumentId,
    long orderId,
    long contraOrderId,
    long matchId,
    long price,
    long orderQty,
    long cumQty,
    long leavesQty,
    long notionalHigh,
    long notionalLow,
    long lastPrice,
    long lastQty,
    int refSeqNum,
    int reason,
    char execType,
    char ordStatus,
    char side,
    char ordType,
    char timeInForce,
    int aggressor,
    String clOrdId,
    String origClOrdId,
    String account,
    String ordStatusReqId,
    String symbol,
    String quantity,
    String limitPrice,
    String reasonText,
    ReportDetails details)
    implements Event {}
