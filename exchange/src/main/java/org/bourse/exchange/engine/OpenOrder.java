package org.bourse.exchange.engine;

/**
 * An order that rests in a book, for whoever looks in from outside.
 *
 * @param orderId OrderID(37)
 * @param instrumentId what it is for, a place in {@link EngineDirectory#instruments}
 * @param side Side(54)
 * @param ordType OrdType(40)
 * @param timeInForce TimeInForce(59)
 * @param status OrdStatus(39)
 * @param price its limit, scaled as the instrument's prices
 * @param orderQty OrderQty(38), scaled as the instrument's quantities
 * @param cumQty CumQty(14), scaled so too
 * @param clOrdId ClOrdID(11) that it goes by: the last that was accepted
 * @param account Account(1), empty: none
 * @param session the name of the session that entered or last replaced it
 */
public record OpenOrder(
    long orderId,
    int instrumentId,
    byte side,
    byte ordType,
    byte timeInForce,
    byte status,
    long price,
    long orderQty,
    long cumQty,
    String clOrdId,
    String account,
    String session) {

  /** LeavesQty(151): what may still trade. */
  public long leavesQty() {
    return orderQty - cumQty;
  }
}
