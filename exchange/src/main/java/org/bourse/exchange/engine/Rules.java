package org.bourse.exchange.engine;

import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.OrderFault;
import org.bourse.exchange.model.SelfTrade;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.model.TimeInForce;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * What an order must be to be taken. Each check gives the first refusal that fits, null where all
 * is well.
 */
final class Rules {
  private Rules() {}

  static @Nullable Refusal newOrder(Request order, Instrument instrument, TradingPhase phase) {
    if (order.side != Side.BUY.code() && order.side != Side.SELL.code()) {
      return Refusal.SIDE;
    }
    if (!OrderKind.isKnownType(order.ordType)) {
      return Refusal.ORD_TYPE;
    }
    if (!OrderKind.mayRest(order.timeInForce) && !OrderKind.isImmediate(order.timeInForce)) {
      return Refusal.TIME_IN_FORCE;
    }
    Refusal refusal = phase(order, phase);
    if (refusal == null) {
      refusal = combination(order);
    }
    if (refusal != null) {
      return refusal;
    }
    OrderFault fault = values(order, instrument);
    return fault == null ? null : Refusal.of(fault);
  }

  private static @Nullable Refusal phase(Request order, TradingPhase phase) {
    if (phase == TradingPhase.CLOSED) {
      return Refusal.MARKET_CLOSED;
    }
    if (phase == TradingPhase.HALTED) {
      return Refusal.HALTED;
    }
    boolean forOpening = order.timeInForce == TimeInForce.AT_THE_OPENING.code();
    if (forOpening && phase != TradingPhase.PRE_OPEN && phase != TradingPhase.OPENING_AUCTION) {
      return Refusal.TOO_LATE_FOR_OPENING;
    }
    boolean atOnce = OrderKind.isImmediate(order.timeInForce) || order.minQuantity != 0;
    return phase.isCall() && atOnce ? Refusal.NOT_IN_AUCTION : null;
  }

  private static @Nullable Refusal combination(Request order) {
    boolean isLimit = OrderKind.hasLimit(order.ordType);
    boolean mayRest = OrderKind.mayRest(order.timeInForce);
    boolean isPostOnly = (order.execInst & ExecInst.POST_ONLY) != 0;
    boolean isStop = OrderKind.isStop(order.ordType);
    boolean forAuction =
        order.timeInForce == TimeInForce.AT_THE_OPENING.code()
            || order.timeInForce == TimeInForce.AT_THE_CLOSE.code();
    if (!isStop && order.stopPrice != 0) {
      return Refusal.STOP_PRICE_ALONE;
    }
    if (isStop && (forAuction || isPostOnly || order.minQuantity != 0)) {
      return Refusal.STOP_TERMS;
    }
    if (isPostOnly && (!isLimit || !mayRest)) {
      return Refusal.POST_ONLY_TERMS;
    }
    if (order.maxFloor != 0 && (!isLimit || !mayRest)) {
      return Refusal.MAX_FLOOR_TERMS;
    }
    if (forAuction && (isPostOnly || order.minQuantity != 0)) {
      return Refusal.AUCTION_TERMS;
    }
    if (order.ordType == OrdType.MARKET_TO_LIMIT.code() && !mayRest) {
      return Refusal.MARKET_TO_LIMIT_TERMS;
    }
    if ((order.execInst & ~ExecInst.ALL) != 0
        || (order.selfTrade != 0 && SelfTrade.of(order.selfTrade) == null)) {
      return Refusal.INSTRUCTION;
    }
    return expiry(order);
  }

  private static @Nullable Refusal expiry(Request order) {
    boolean isDated = order.timeInForce == TimeInForce.GOOD_TILL_DATE.code();
    boolean hasEnd = order.expireDate != 0 || order.expireTime != 0;
    return isDated == hasEnd ? null : Refusal.EXPIRY_TERMS;
  }

  private static @Nullable OrderFault values(Request order, Instrument instrument) {
    OrderFault fault = instrument.quantityFault(order.quantity);
    if (fault == null && OrderKind.hasLimit(order.ordType)) {
      fault = instrument.priceFault(order.price);
    } else if (fault == null && order.price != 0) {
      fault = OrderFault.PRICE_ON_MARKET_ORDER;
    }
    if (fault == null && OrderKind.isStop(order.ordType)) {
      fault = instrument.stopPriceFault(order.stopPrice);
    }
    if (fault == null && order.maxFloor != 0) {
      fault = instrument.maxFloorFault(order.maxFloor, order.quantity);
    }
    if (fault == null && order.minQuantity != 0) {
      fault = instrument.minQuantityFault(order.minQuantity, order.quantity);
    }
    return fault;
  }

  static @Nullable Refusal replace(
      Request change, long orderId, Orders orders, Terms terms, ListedInstrument instrument) {
    if (!instrument.enabled()) {
      return Refusal.NOT_TRADED;
    }
    if (change.ordType != orders.ordType(orderId)) {
      return Refusal.ORD_TYPE_CHANGE;
    }
    if (!mayBecome(orders.timeInForce(orderId), change.timeInForce, orders.isOpen(orderId))) {
      return Refusal.TIME_IN_FORCE_CHANGE;
    }
    if (instrument.phase() == TradingPhase.CLOSED) {
      return Refusal.MARKET_CLOSED;
    }
    if (instrument.phase() == TradingPhase.HALTED) {
      return Refusal.HALTED;
    }
    int place = orders.terms(orderId);
    if (change.minQuantity != 0
        && change.minQuantity != (place == 0 ? 0 : terms.minQuantity(place))) {
      return Refusal.MIN_QTY_CHANGE;
    }
    if (change.cashQuantity != 0) {
      return Refusal.CASH_CHANGE;
    }
    if (orders.isMarked(orderId, Marks.TRIGGERED) && change.stopPrice != terms.stopPrice(place)) {
      return Refusal.TRIGGERED;
    }
    Refusal refusal = combination(change);
    if (refusal != null) {
      return refusal;
    }
    OrderFault fault = values(change, instrument.rules());
    return fault == null ? null : Refusal.of(fault);
  }

  private static boolean mayBecome(byte timeInForce, byte next, boolean isOpen) {
    return timeInForce == next
        ? OrderKind.mayRest(next) || isOpen
        : isForDays(timeInForce) && isForDays(next);
  }

  private static boolean isForDays(byte timeInForce) {
    return timeInForce == TimeInForce.DAY.code() || OrderKind.isGoodTill(timeInForce);
  }
}
