package org.bourse.exchange.command;

/**
 * OrderMassStatusRequest(AF).
 *
 * @param instrumentId -1: all, or the symbol is not known
 * @param requestType MassStatusReqType(585)
 * @param side {@code '\0'}: both
 * @param requestId MassStatusReqID(584)
 * @param symbol Symbol(55) as it came
 */
public record MassStatus(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    char requestType,
    char side,
    String requestId,
    String symbol)
    implements SessionRequest {}
