package org.bourse.exchange.engine;

import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.OrderFault;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.model.TimeInForce;
import org.jspecify.annotations.Nullable;

/**
 * What an order must be to be taken. Each check gives the first refusal that fits, null where all
 * is well.
 */
final class Rules {
  private Rules() {}

  static @Nullable Refusal newOrder(Request order, Instrument instrument) {
    if (order.side != Side.BUY.code() && order.side != Side.SELL.code()) {
      return Refusal.SIDE;
    }
    if (order.ordType != OrdType.LIMIT.code() && order.ordType != OrdType.MARKET.code()) {
      return Refusal.ORD_TYPE;
    }
    if (!mayRest(order.timeInForce)
        && order.timeInForce != TimeInForce.IMMEDIATE_OR_CANCEL.code()
        && order.timeInForce != TimeInForce.FILL_OR_KILL.code()) {
      return Refusal.TIME_IN_FORCE;
    }
    OrderFault fault = instrument.quantityFault(order.quantity);
    if (fault == null && order.ordType == OrdType.LIMIT.code()) {
      fault = instrument.priceFault(order.price);
    } else if (fault == null && order.price != 0) {
      fault = OrderFault.PRICE_ON_MARKET_ORDER;
    }
    return fault == null ? null : Refusal.of(fault);
  }

  static @Nullable Refusal replace(Request change, byte ordType, ListedInstrument instrument) {
    if (!instrument.enabled()) {
      return Refusal.NOT_TRADED;
    }
    if (change.ordType != ordType) {
      return Refusal.ORD_TYPE_CHANGE;
    }
    if (!mayRest(change.timeInForce)) {
      return Refusal.TIME_IN_FORCE_CHANGE;
    }
    OrderFault fault = instrument.rules().quantityFault(change.quantity);
    if (fault == null) {
      fault = instrument.rules().priceFault(change.price);
    }
    return fault == null ? null : Refusal.of(fault);
  }

  static boolean mayRest(byte timeInForce) {
    return timeInForce == TimeInForce.DAY.code()
        || timeInForce == TimeInForce.GOOD_TILL_CANCEL.code();
  }
}
