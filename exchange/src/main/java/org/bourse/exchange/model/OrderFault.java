package org.bourse.exchange.model;

/**
 * What can be wrong with the quantity or price of an order, with the code that FIX 4.4 has for it.
 */
public enum OrderFault {
  QUANTITY_TOO_SMALL(13, "OrderQty must be above 0"),
  QUANTITY_TOO_LARGE(13, "OrderQty is above the maximum"),
  QUANTITY_OFF_LOT(13, "OrderQty is not a multiple of the lot size"),
  CASH_TOO_SMALL(13, "CashOrderQty must be above 0"),
  CASH_TOO_LARGE(13, "CashOrderQty is above the maximum"),
  CASH_TOO_FINE(13, "CashOrderQty has more places than a price"),
  PRICE_TOO_SMALL(99, "Price must be above 0"),
  PRICE_TOO_LARGE(99, "Price is above the maximum"),
  PRICE_OFF_TICK(99, "Price is not a multiple of the tick size"),
  PRICE_ON_MARKET_ORDER(11, "Price on a market order"),
  STOP_PRICE_TOO_SMALL(99, "StopPx must be above 0"),
  STOP_PRICE_TOO_LARGE(99, "StopPx is above the maximum"),
  STOP_PRICE_OFF_TICK(99, "StopPx is not a multiple of the tick size"),
  MAX_FLOOR_TOO_SMALL(13, "MaxFloor must be above 0"),
  MAX_FLOOR_TOO_LARGE(13, "MaxFloor is above OrderQty"),
  MAX_FLOOR_OFF_LOT(13, "MaxFloor is not a multiple of the lot size"),
  MIN_QTY_TOO_SMALL(13, "MinQty must be above 0"),
  MIN_QTY_TOO_LARGE(13, "MinQty is above OrderQty"),
  MIN_QTY_OFF_LOT(13, "MinQty is not a multiple of the lot size");

  private final short ordRejReason;
  private final String text;

  OrderFault(int ordRejReason, String text) {
    this.ordRejReason = (short) ordRejReason;
    this.text = text;
  }

  /** OrdRejReason(103); FIX 4.4 has none for prices, so they get 99 (other). */
  public short ordRejReason() {
    return ordRejReason;
  }

  /** Text(58). */
  public String text() {
    return text;
  }
}
