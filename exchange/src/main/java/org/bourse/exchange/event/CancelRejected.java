package org.bourse.exchange.event;

/**
 * What becomes one OrderCancelReject(9).
 *
 * @param refSeqNum MsgSeqNum(34) of the request that this answers
 * @param orderId 0: NONE
 * @param reason CxlRejReason(102), -1: none
 * @param responseTo CxlRejResponseTo(434): 1 a cancel, 2 a replace
 */
public record CancelRejected(
    long eventSeq,
    long time,
    int sessionId,
    int refSeqNum,
    long orderId,
    int reason,
    char ordStatus,
    char responseTo,
    String clOrdId,
    String origClOrdId,
    String account,
    String reasonText)
    implements Event {}
