package org.bourse.exchange.engine;

import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrdType;
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
    Refusal refusal = quantity(order.quantity, instrument);
    if (refusal != null) {
      return refusal;
    }
    if (order.ordType == OrdType.MARKET.code()) {
      return order.price == 0 ? null : Refusal.MARKET_PRICE;
    }
    return price(order.price, instrument);
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
    Refusal refusal = quantity(change.quantity, instrument.rules());
    return refusal != null ? refusal : price(change.price, instrument.rules());
  }

  static boolean mayRest(byte timeInForce) {
    return timeInForce == TimeInForce.DAY.code()
        || timeInForce == TimeInForce.GOOD_TILL_CANCEL.code();
  }

  private static @Nullable Refusal quantity(long quantity, Instrument instrument) {
    if (quantity <= 0) {
      return Refusal.QUANTITY_TOO_SMALL;
    }
    if (quantity > instrument.maxQuantity()) {
      return Refusal.QUANTITY_TOO_LARGE;
    }
    return quantity % instrument.lotSize() == 0 ? null : Refusal.QUANTITY_OFF_LOT;
  }

  private static @Nullable Refusal price(long price, Instrument instrument) {
    if (price <= 0) {
      return Refusal.PRICE_TOO_SMALL;
    }
    if (price > instrument.maxPrice()) {
      return Refusal.PRICE_TOO_LARGE;
    }
    return price % instrument.tickSize() == 0 ? null : Refusal.PRICE_OFF_TICK;
  }
}
