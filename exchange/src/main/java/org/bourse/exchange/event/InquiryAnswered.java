package org.bourse.exchange.event;

/**
 * An inquiry, with the state of the venue at its place in the journal.
 *
 * @param refSeqNum MsgSeqNum(34) of the request
 * @param instrumentId -1: none or all
 * @param instruments how many there are
 * @param requestType 559, 321 or 569, by kind
 * @param price of the last trade or auction in the making, scaled; 0: none
 * @param volume of the auction in the making
 * @param kind a code of {@link org.bourse.exchange.model.InquiryKind}
 * @param subscription SubscriptionRequestType(263), {@code '\0'}: none
 * @param phase a code of {@link org.bourse.exchange.model.TradingPhase}, 0: of no instrument
 * @param symbol as it came
 */
public record InquiryAnswered(
    long eventSeq,
    long time,
    int sessionId,
    int refSeqNum,
    int instrumentId,
    int instruments,
    int requestType,
    long price,
    long volume,
    int kind,
    char subscription,
    int phase,
    String requestId,
    String symbol,
    String detail)
    implements Event {}
