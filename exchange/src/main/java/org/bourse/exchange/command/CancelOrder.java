package org.bourse.exchange.command;

/**
 * OrderCancelRequest(F).
 *
 * @param orderId OrderID(37), 0 where the request has none
 */
public record CancelOrder(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    long orderId,
    char side,
    boolean possResend,
    String clOrdId,
    String origClOrdId)
    implements SessionRequest {}
