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
    if (quantity <= 0) {
      return OrderFault.QUANTITY_TOO_SMALL;
    }
    if (quantity > maxQuantity) {
      return OrderFault.QUANTITY_TOO_LARGE;
    }
    return quantity % lotSize == 0 ? null : OrderFault.QUANTITY_OFF_LOT;
  }

  /** What is wrong with a scaled limit price, null where it is well. */
  public @Nullable OrderFault priceFault(long price) {
    if (price <= 0) {
      return OrderFault.PRICE_TOO_SMALL;
    }
    if (price > maxPrice) {
      return OrderFault.PRICE_TOO_LARGE;
    }
    return price % tickSize == 0 ? null : OrderFault.PRICE_OFF_TICK;
  }

  /** What is wrong with a scaled stop price, null where it is well. */
  public @Nullable OrderFault stopPriceFault(long price) {
    if (price <= 0) {
      return OrderFault.STOP_PRICE_TOO_SMALL;
    }
    if (price > maxPrice) {
      return OrderFault.STOP_PRICE_TOO_LARGE;
    }
    return price % tickSize == 0 ? null : OrderFault.STOP_PRICE_OFF_TICK;
  }

  /** What is wrong with what an order is to show, null where it is well. */
  public @Nullable OrderFault maxFloorFault(long maxFloor, long quantity) {
    if (maxFloor <= 0) {
      return OrderFault.MAX_FLOOR_TOO_SMALL;
    }
    if (maxFloor > quantity) {
      return OrderFault.MAX_FLOOR_TOO_LARGE;
    }
    return maxFloor % lotSize == 0 ? null : OrderFault.MAX_FLOOR_OFF_LOT;
  }

  /** What is wrong with the least that an order is to trade, null where it is well. */
  public @Nullable OrderFault minQuantityFault(long minQuantity, long quantity) {
    if (minQuantity <= 0) {
      return OrderFault.MIN_QTY_TOO_SMALL;
    }
    if (minQuantity > quantity) {
      return OrderFault.MIN_QTY_TOO_LARGE;
    }
    return minQuantity % lotSize == 0 ? null : OrderFault.MIN_QTY_OFF_LOT;
  }
}
