package org.bourse.exchange.event;

/**
 * A command changed what the engine knows, or could not be used.
 *
 * @param subjectId of the instrument or session, -1: none
 * @param priceScale decimal places of a defined instrument's prices, else 0
 * @param quantityScale decimal places of a defined instrument's quantities, else 0
 */
public record EngineNotice(
    long eventSeq,
    long time,
    int sessionId,
    int subjectId,
    NoticeKind kind,
    int priceScale,
    int quantityScale,
    String detail)
    implements Event {}
