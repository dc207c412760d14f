package org.bourse.exchange.event;

/**
 * What becomes one BusinessMessageReject(j) or Reject(3).
 *
 * @param refSeqNum MsgSeqNum(34) of the request that this answers
 * @param reason BusinessRejectReason(380) or SessionRejectReason(373), by answer
 * @param refTagId RefTagID(371), 0: none
 * @param answer MsgType(35) of the refusal: j or 3
 * @param refId BusinessRejectRefID(379)
 */
public record RequestRefused(
    long eventSeq,
    long time,
    int sessionId,
    int refSeqNum,
    int reason,
    int refTagId,
    char answer,
    String refMsgType,
    String refId,
    String reasonText)
    implements Event {}
