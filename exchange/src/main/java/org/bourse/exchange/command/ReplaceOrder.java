package org.bourse.exchange.command;

/**
 * OrderCancelReplaceRequest(G). Price and quantity are scaled by the instrument's scales.
 *
 * @param quantity the whole order's new OrderQty(38), what has been filled included
 * @param orderId OrderID(37), 0 where the request has none
 * @param account Account(1), empty: the order keeps its own
 * @param conditions all of them anew: none is carried over
 * @param origOrdModTime OrigOrdModTime(586), nanoseconds since 1970, UTC; 0: none
 */
public record ReplaceOrder(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    long price,
    long quantity,
    long orderId,
    char side,
    char ordType,
    char timeInForce,
    boolean possResend,
    String clOrdId,
    String origClOrdId,
    String account,
    Conditions conditions,
    long origOrdModTime)
    implements SessionRequest {

  /** A replace that asks for nothing beyond. */
  public ReplaceOrder(
      int sessionId,
      int epoch,
      int msgSeqNum,
      int instrumentId,
      long price,
      long quantity,
      long orderId,
      char side,
      char ordType,
      char timeInForce,
      boolean possResend,
      String clOrdId,
      String origClOrdId,
      String account) {
    this(
        sessionId,
        epoch,
        msgSeqNum,
        instrumentId,
        price,
        quantity,
        orderId,
        side,
        ordType,
        timeInForce,
        possResend,
        clOrdId,
        origClOrdId,
        account,
        Conditions.NONE,
        0);
  }
}
