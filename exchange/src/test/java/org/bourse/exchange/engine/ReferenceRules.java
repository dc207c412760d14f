package org.bourse.exchange.engine;

import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** What an order must be to be taken, apart from who it is from and where the market is. */
final class ReferenceRules {
  private static final int UNSUPPORTED = 11;
  private static final int QUANTITY = 13;
  private static final int OTHER = 99;

  private ReferenceRules() {}

  /** What a new order and a replace have in common. */
  record Asked(char ordType, char timeInForce, long price, long quantity, Conditions conditions) {
    static Asked of(NewOrder order, long quantity) {
      return new Asked(
          order.ordType(), order.timeInForce(), order.price(), quantity, order.conditions());
    }

    static Asked of(ReplaceOrder change) {
      return new Asked(
          change.ordType(),
          change.timeInForce(),
          change.price(),
          change.quantity(),
          change.conditions());
    }

    boolean isStop() {
      return ordType == '3' || ordType == '4';
    }

    boolean hasLimit() {
      return ordType == '2' || ordType == '4';
    }

    boolean isImmediate() {
      return timeInForce == '3' || timeInForce == '4';
    }

    boolean isForAuction() {
      return timeInForce == '2' || timeInForce == '7';
    }

    boolean isPostOnly() {
      return (conditions.execInst() & ExecInst.POST_ONLY) != 0;
    }
  }

  static @Nullable Reason codes(char side, Asked asked) {
    if ("12".indexOf(side) < 0) {
      return new Reason(UNSUPPORTED, "Side not supported");
    }
    if ("1234K".indexOf(asked.ordType) < 0) {
      return new Reason(UNSUPPORTED, "OrdType not supported");
    }
    if ("0123467".indexOf(asked.timeInForce) < 0) {
      return new Reason(UNSUPPORTED, "TimeInForce not supported");
    }
    return null;
  }

  static @Nullable Reason phase(Asked asked, ReferenceListing listing) {
    TradingPhase phase = listing.phase;
    if (phase == TradingPhase.CLOSED) {
      return new Reason(2, "Market is closed");
    }
    if (phase == TradingPhase.HALTED) {
      return new Reason(2, "Trading is halted");
    }
    boolean beforeOpening = phase == TradingPhase.PRE_OPEN || phase == TradingPhase.OPENING_AUCTION;
    if (asked.timeInForce == '2' && !beforeOpening) {
      return new Reason(4, "The opening is over");
    }
    boolean wantsToTradeNow = asked.isImmediate() || asked.conditions.minQuantity() != 0;
    return wantsToTradeNow && listing.isCall()
        ? new Reason(UNSUPPORTED, "Not taken while an auction collects orders")
        : null;
  }

  static @Nullable Reason combination(Asked asked) {
    Conditions conditions = asked.conditions;
    String text = null;
    if (conditions.stopPrice() != 0 && !asked.isStop()) {
      text = "StopPx on an order that is no stop";
    } else if (asked.isStop()
        && (asked.isForAuction() || asked.isPostOnly() || conditions.minQuantity() != 0)) {
      text = "Not supported for a stop order";
    } else if (asked.isPostOnly() && (!asked.hasLimit() || asked.isImmediate())) {
      text = "Participate don't initiate needs a limit order that may rest";
    } else if (conditions.maxFloor() != 0 && (!asked.hasLimit() || asked.isImmediate())) {
      text = "MaxFloor needs a limit order that may rest";
    } else if (asked.isForAuction() && (asked.isPostOnly() || conditions.minQuantity() != 0)) {
      text = "Not supported for an order for an auction";
    } else if (asked.ordType == 'K' && asked.isImmediate()) {
      text = "Market with left over as limit must be able to rest";
    } else if (conditions.execInst() > 15 || conditions.selfTrade() > 5) {
      text = "ExecInst or self-trade prevention not supported";
    } else if ((asked.timeInForce == '6')
        != (conditions.expireDate() != 0 || conditions.expireTime() != 0)) {
      text = "ExpireDate or ExpireTime needs TimeInForce 6, and one of them is needed there";
    }
    return text == null ? null : new Reason(UNSUPPORTED, text);
  }

  static @Nullable Reason values(Asked asked, ReferenceListing listing) {
    Conditions conditions = asked.conditions;
    String fault = listing.quantityFault(asked.quantity);
    if (fault != null) {
      return new Reason(QUANTITY, fault);
    }
    fault = asked.hasLimit() ? listing.priceFault(asked.price) : null;
    if (fault != null) {
      return new Reason(OTHER, fault);
    }
    if (!asked.hasLimit() && asked.price != 0) {
      return new Reason(UNSUPPORTED, "Price on a market order");
    }
    fault = asked.isStop() ? listing.stopFault(conditions.stopPrice()) : null;
    if (fault != null) {
      return new Reason(OTHER, fault);
    }
    if (conditions.maxFloor() != 0) {
      fault = listing.partFault("MaxFloor", conditions.maxFloor(), asked.quantity);
    }
    if (fault == null && conditions.minQuantity() != 0) {
      fault = listing.partFault("MinQty", conditions.minQuantity(), asked.quantity);
    }
    return fault == null ? null : new Reason(QUANTITY, fault);
  }
}
