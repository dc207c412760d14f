package org.bourse.exchange.event;

/**
 * What becomes one OrderMassCancelReport(r).
 *
 * @param refSeqNum MsgSeqNum(34) of the request that this answers
 * @param instrumentId -1: none
 * @param affected TotalAffectedOrders(533)
 * @param reason MassCancelRejectReason(532), -1: it was honoured
 * @param requestType MassCancelRequestType(530)
 * @param response MassCancelResponse(531)
 * @param side {@code '\0'}: none
 * @param symbol as it came, only where instrumentId is -1
 */
public record MassCanceled(
    long eventSeq,
    long time,
    int sessionId,
    int refSeqNum,
    int instrumentId,
    int affected,
    int reason,
    char requestType,
    char response,
    char side,
    String clOrdId,
    String symbol,
    String reasonText)
    implements Event {}
