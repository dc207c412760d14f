package org.bourse.exchange.command;

/**
 * OrderStatusRequest(H).
 *
 * @param instrumentId -1 where the symbol is not known
 * @param orderId OrderID(37), 0 where the request has none
 * @param symbol Symbol(55) as it came
 */
public record QueryOrder(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    long orderId,
    char side,
    String clOrdId,
    String ordStatusReqId,
    String symbol)
    implements SessionRequest {}
