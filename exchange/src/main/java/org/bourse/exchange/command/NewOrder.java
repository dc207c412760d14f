package org.bourse.exchange.command;

/**
 * NewOrderSingle(D). Price and quantity are scaled by the instrument's scales; characters are the
 * codes of the FIX fields.
 *
 * @param price 0 where the order has none
 * @param possResend PossResend(97): answer a known ClOrdID with the state of its order
 */
public record NewOrder(
    int sessionId,
    int epoch,
    int msgSeqNum,
    int instrumentId,
    long price,
    long quantity,
    char side,
    char ordType,
    char timeInForce,
    boolean possResend,
    String clOrdId,
    String account,
    Conditions conditions)
    implements SessionRequest {

  /** An order that asks for nothing beyond. */
  public NewOrder(
      int sessionId,
      int epoch,
      int msgSeqNum,
      int instrumentId,
      long price,
      long quantity,
      char side,
      char ordType,
      char timeInForce,
      boolean possResend,
      String clOrdId,
      String account) {
    this(
        sessionId,
        epoch,
        msgSeqNum,
        instrumentId,
        price,
        quantity,
        side,
        ordType,
        timeInForce,
        possResend,
        clOrdId,
        account,
        Conditions.NONE);
  }
}
