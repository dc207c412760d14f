package org.bourse.exchange.command;

/**
 * A question about the venue, which the gateway that asks it answers from what events have told it.
 *
 * @param instrumentId -1: all, or the symbol is not known
 * @param kind a code of {@link org.bourse.exchange.model.InquiryKind}
 * @param subscription SubscriptionRequestType(263), {@code '\0'}: none
 * @param requestType 559, 321 or 569, by kind
 * @param requestId the request's own id
 * @param symbol Symbol(55) as it came
 * @param detail what else the answer needs
 */
public record Inquiry(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    int kind,
    char subscription,
    int requestType,
    String requestId,
    String symbol,
    String detail)
    implements SessionRequest {}
