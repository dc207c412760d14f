package org.bourse.exchange.engine;

import org.bourse.exchange.model.TradingRules;

/** Distances in basis points. */
final class BasisPoints {
  private static final long FAR = Long.MAX_VALUE / 2;

  private BasisPoints() {}

  /** So many basis points of a price, rounded down; where that is beyond all prices, far. */
  static long of(long price, int basisPoints) {
    long wholes = price / TradingRules.WHOLE;
    long width = wholes * basisPoints;
    if (width < 0 || width > FAR || Math.multiplyHigh(wholes, basisPoints) != 0) {
      return FAR;
    }
    return width + price % TradingRules.WHOLE * basisPoints / TradingRules.WHOLE;
  }
}
