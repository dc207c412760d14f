package org.bourse.exchange.model;

import org.jspecify.annotations.Nullable;

/**
 * What may be traded, and in which steps. Prices and quantities are longs: a price of 10.01 with a
 * price scale of 2 is 1001.
 *
 * @param symbol Symbol(55)
 * @param priceScale decimal places of a price, 0 to 9
 * @param quantityScale decimal places of a quantity, 0 to 9
 * @param tickSize smallest step of a price, scaled, above 0
 * @param lotSize smallest step of a quantity, scaled, above 0
 * @param maxPrice highest price that an order may have, scaled, at most {@link #LARGEST}
 * @param maxQuantity largest quantity that an order may have, scaled, at most {@link #LARGEST}
 * @param trading how it is traded
 */
public record Instrument(
    String symbol,
    int priceScale,
    int quantityScale,
    long tickSize,
    long lotSize,
    long maxPrice,
    long maxQuantity,
    TradingRules trading) {

  /**
   * Largest scaled price or quantity: the product of two and the sum of a billion such still fit
   * 127 bits.
   */
  public static final long LARGEST = 1_000_000_000_000_000L;

  /** Longest Symbol(55), in characters. */
  public static final int SYMBOL_LENGTH = 32;

  /** An instrument with no rules beyond its steps and largest values. */
  public Instrument(
      String symbol,
      int priceScale,
      int quantityScale,
      long tickSize,
      long lotSize,
      long maxPrice,
      long maxQuantity) {
    this(
        symbol,
        priceScale,
        quantityScale,
        tickSize,
        lotSize,
        maxPrice,
        maxQuantity,
        TradingRules.PLAIN);
  }

  /** What is wrong with a scaled quantity, null where it is well. */
  public @Nullable OrderFault quantityFault(long quantity) {
    return fault(
        quantity,
        maxQuantity,
        lotSize,
        OrderFault.QUANTITY_TOO_SMALL,
        OrderFault.QUANTITY_TOO_LARGE,
        OrderFault.QUANTITY_OFF_LOT);
  }

  /** What is wrong with a scaled limit price, null where it is well. */
  public @Nullable OrderFault priceFault(long price) {
    return fault(
        price,
        maxPrice,
        tickSize,
        OrderFault.PRICE_TOO_SMALL,
        OrderFault.PRICE_TOO_LARGE,
        OrderFault.PRICE_OFF_TICK);
  }

  /** What is wrong with a scaled stop price, null where it is well. */
  public @Nullable OrderFault stopPriceFault(long price) {
    return fault(
        price,
        maxPrice,
        tickSize,
        OrderFault.STOP_PRICE_TOO_SMALL,
        OrderFault.STOP_PRICE_TOO_LARGE,
        OrderFault.STOP_PRICE_OFF_TICK);
  }

  /** What is wrong with what an order is to show, null where it is well. */
  public @Nullable OrderFault maxFloorFault(long maxFloor, long quantity) {
    return fault(
        maxFloor,
        quantity,
        lotSize,
        OrderFault.MAX_FLOOR_TOO_SMALL,
        OrderFault.MAX_FLOOR_TOO_LARGE,
        OrderFault.MAX_FLOOR_OFF_LOT);
  }

  /** What is wrong with the least that an order is to trade, null where it is well. */
  public @Nullable OrderFault minQuantityFault(long minQuantity, long quantity) {
    return fault(
        minQuantity,
        quantity,
        lotSize,
        OrderFault.MIN_QTY_TOO_SMALL,
        OrderFault.MIN_QTY_TOO_LARGE,
        OrderFault.MIN_QTY_OFF_LOT);
  }

  private static @Nullable OrderFault fault(
      long value,
      long most,
      long step,
      OrderFault tooSmall,
      OrderFault tooLarge,
      OrderFault offStep) {
    if (value <= 0) {
      return tooSmall;
    }
    if (value > most) {
      return tooLarge;
    }
    return value % step == 0 ? null : offStep;
  }
}
