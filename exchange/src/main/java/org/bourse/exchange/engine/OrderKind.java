package org.bourse.exchange.engine;

import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.TimeInForce;

/** What follows from the codes of OrdType(40) and TimeInForce(59). */
final class OrderKind {
  private OrderKind() {}

  static boolean isStop(byte ordType) {
    return ordType == OrdType.STOP.code() || ordType == OrdType.STOP_LIMIT.code();
  }

  static boolean hasLimit(byte ordType) {
    return ordType == OrdType.LIMIT.code() || ordType == OrdType.STOP_LIMIT.code();
  }

  static boolean isKnownType(byte ordType) {
    return isStop(ordType)
        || ordType == OrdType.LIMIT.code()
        || ordType == OrdType.MARKET.code()
        || ordType == OrdType.MARKET_TO_LIMIT.code();
  }

  /** Whether what does not trade at once may stay. */
  static boolean mayRest(byte timeInForce) {
    return timeInForce == TimeInForce.DAY.code()
        || isGoodTill(timeInForce)
        || timeInForce == TimeInForce.AT_THE_OPENING.code()
        || timeInForce == TimeInForce.AT_THE_CLOSE.code();
  }

  static boolean isImmediate(byte timeInForce) {
    return timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL.code()
        || timeInForce == TimeInForce.FILL_OR_KILL.code();
  }

  /** Whether the order outlives the day. */
  static boolean isGoodTill(byte timeInForce) {
    return timeInForce == TimeInForce.GOOD_TILL_CANCEL.code()
        || timeInForce == TimeInForce.GOOD_TILL_DATE.code();
  }
}
