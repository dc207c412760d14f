package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.EnumMap;
import java.util.Objects;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.model.OrderFault;

/**
 * Why the engine says no: the code for OrdRejReason(103) or CxlRejReason(102), and the words for
 * Text(58).
 *
 * @param code the field's value
 * @param text the words, never to be changed
 */
record Refusal(short code, UnsafeBuffer text) {
  // OrdRejReason(103)
  static final Refusal UNKNOWN_SYMBOL = of(1, "Unknown symbol");
  static final Refusal UNKNOWN_ORDER_STATUS = of(5, "Unknown order");
  static final Refusal DUPLICATE = of(6, "Duplicate ClOrdID");
  static final Refusal SIDE = of(11, "Side not supported");
  static final Refusal ORD_TYPE = of(11, "OrdType not supported");
  static final Refusal TIME_IN_FORCE = of(11, "TimeInForce not supported");

  static final Refusal INSTRUCTION = of(11, "ExecInst or self-trade prevention not supported");
  static final Refusal NO_ORDERS = of(5, "No such orders");
  static final Refusal MARKET_CLOSED = of(2, "Market is closed");
  static final Refusal HALTED = of(2, "Trading is halted");
  static final Refusal TOO_LATE_FOR_OPENING = of(4, "The opening is over");
  static final Refusal NOT_IN_AUCTION = of(11, "Not taken while an auction collects orders");
  static final Refusal STOP_PRICE_ALONE = of(11, "StopPx on an order that is no stop");
  static final Refusal STOP_TERMS = of(11, "Not supported for a stop order");
  static final Refusal POST_ONLY_TERMS =
      of(11, "Participate don't initiate needs a limit order that may rest");
  static final Refusal MAX_FLOOR_TERMS = of(11, "MaxFloor needs a limit order that may rest");
  static final Refusal AUCTION_TERMS = of(11, "Not supported for an order for an auction");
  static final Refusal EXPIRY_TERMS =
      of(11, "ExpireDate or ExpireTime needs TimeInForce 6, and one of them is needed there");
  static final Refusal MARKET_TO_LIMIT_TERMS =
      of(11, "Market with left over as limit must be able to rest");
  static final Refusal EXPIRED = of(99, "ExpireDate or ExpireTime is past");
  static final Refusal OUTSIDE_BAND = of(99, "Price is outside the price band");
  static final Refusal OUTSIDE_COLLAR = of(99, "Price is outside the participant's collar");
  static final Refusal WOULD_TRADE = of(0, "Participate don't initiate, but the order would trade");
  static final Refusal NOT_BEST = of(0, "Cancel if not best, but another has a better price");
  static final Refusal BLOCKED = of(0, "The participant is blocked");
  static final Refusal OVER_QUANTITY = of(3, "Order quantity is over the participant's limit");
  static final Refusal OVER_NOTIONAL = of(3, "Order value is over the participant's limit");
  static final Refusal OVER_OPEN_ORDERS = of(3, "Too many open orders for the participant's limit");
  static final Refusal OVER_POSITION = of(3, "Position is over the participant's limit");
  static final Refusal TOO_ALIKE = of(6, "Like the participant's last order");
  static final Refusal NO_PRICE = of(99, "There is no price to turn CashOrderQty into a quantity");

  // CxlRejReason(102)
  static final Refusal ALREADY_FILLED = of(0, "Order is filled");
  static final Refusal ALREADY_CANCELED = of(0, "Order is canceled");
  static final Refusal ALREADY_REJECTED = of(0, "Order was rejected");
  static final Refusal UNKNOWN_ORDER = of(1, "Unknown order");
  static final Refusal OTHER_ORDER = of(2, "Symbol or Side differs from the order's");
  static final Refusal ALREADY_EXPIRED = of(0, "Order is expired");
  static final Refusal ALREADY_DONE = of(0, "Order is done for the day");
  static final Refusal PENDING = of(3, "A request for the order is pending");
  static final Refusal OTHER_STATE = of(5, "OrigOrdModTime is not that of the order's last change");
  static final Refusal TRIGGERED = of(2, "The stop was triggered: StopPx may not change");
  static final Refusal MIN_QTY_CHANGE = of(2, "MinQty may not change");
  static final Refusal CASH_CHANGE = of(2, "CashOrderQty may not change");
  static final Refusal NOT_TRADED = of(2, "Instrument is no longer traded");
  static final Refusal ORD_TYPE_CHANGE = of(2, "OrdType may not change");
  static final Refusal TIME_IN_FORCE_CHANGE = of(2, "TimeInForce may not change so");

  /** CxlRejReason(102) of a change whose values are refused: 4.4 has no other. */
  static final short CHANGE = 2;

  private static final EnumMap<OrderFault, Refusal> FAULTS = new EnumMap<>(OrderFault.class);

  static {
    for (OrderFault fault : OrderFault.values()) {
      FAULTS.put(fault, of(fault.ordRejReason(), fault.text()));
    }
  }

  /** The refusal of an order for a fault in its values. */
  static Refusal of(OrderFault fault) {
    return Objects.requireNonNull(FAULTS.get(fault));
  }

  /** A refusal in somebody's own words. */
  static Refusal of(int code, String text) {
    return new Refusal((short) code, new UnsafeBuffer(text.getBytes(ISO_8859_1)));
  }
}
