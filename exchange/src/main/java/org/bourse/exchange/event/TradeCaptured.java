package org.bourse.exchange.event;

/**
 * What becomes one TradeCaptureReport(AE): one side of a trade, told again.
 *
 * @param refSeqNum MsgSeqNum(34) of the request that this answers
 * @param execId ExecID(17) of the last report about it
 * @param price scaled
 * @param quantity scaled, 0: it was busted
 * @param tradeTime nanoseconds since 1970, UTC
 * @param trades how many there are in all
 * @param last whether no other follows
 */
public record TradeCaptured(
    long eventSeq,
    long time,
    int sessionId,
    int refSeqNum,
    int instrumentId,
    long orderId,
    long matchId,
    long execId,
    long price,
    long quantity,
    long tradeTime,
    int trades,
    boolean last,
    char side,
    String requestId,
    String clOrdId,
    String account)
    implements Event {}
