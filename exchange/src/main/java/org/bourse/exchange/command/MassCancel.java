package org.bourse.exchange.command;

/**
 * OrderMassCancelRequest(q).
 *
 * @param instrumentId -1: all, or the symbol is not known
 * @param requestType MassCancelRequestType(530)
 * @param side {@code '\0'}: both
 * @param symbol Symbol(55) as it came
 */
public record MassCancel(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    char requestType,
    char side,
    boolean possResend,
    String clOrdId,
    String symbol)
    implements SessionRequest {}
