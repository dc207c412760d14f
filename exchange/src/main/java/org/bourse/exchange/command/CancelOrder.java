package org.bourse.exchange.command;

/**
 * OrderCancelRequest(F).
 *
 * @param orderId OrderID(37), 0 where the request has none
 * @param origOrdModTime OrigOrdModTime(586), nanoseconds since 1970, UTC; 0: none
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
    String origClOrdId,
    long origOrdModTime)
    implements SessionRequest {

  /** A cancel that does not say which state of the order it means. */
  public CancelOrder(
      int sessionId,
      int epoch,
      int msgSeqNum,
      int instrumentId,
      long orderId,
      char side,
      boolean possResend,
      String clOrdId,
      String origClOrdId) {
    this(
        sessionId,
        epoch,
        msgSeqNum,
        instrumentId,
        orderId,
        side,
        possResend,
        clOrdId,
        origClOrdId,
        0);
  }
}
