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

  // CxlRejReason(102)
  static final Refusal ALREADY_FILLED = of(0, "Order is filled");
  static final Refusal ALREADY_CANCELED = of(0, "Order is canceled");
  static final Refusal ALREADY_REJECTED = of(0, "Order was rejected");
  static final Refusal UNKNOWN_ORDER = of(1, "Unknown order");
  static final Refusal OTHER_ORDER = of(2, "Symbol or Side differs from the order's");
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

  private static Refusal of(int code, String text) {
    return new Refusal((short) code, new UnsafeBuffer(text.getBytes(ISO_8859_1)));
  }
}
