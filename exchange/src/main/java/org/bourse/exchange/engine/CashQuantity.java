package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.model.Side;

/** Turns CashOrderQty(152) into the quantity that it buys or sells. */
final class CashQuantity {
  private CashQuantity() {}

  /**
   * Whole lots, at the limit or, without one, at the best price of the other side, the last trade's
   * or the reference; 0 where there is no price or it is not enough for a lot.
   */
  static long quantity(Request order, ListedInstrument instrument) {
    long price = order.price != 0 ? order.price : market(order, instrument);
    if (price <= 0 || order.cashQuantity <= 0) {
      return 0;
    }
    BigInteger unit = BigInteger.TEN.pow(instrument.rules().quantityScale());
    long lot = instrument.rules().lotSize();
    BigInteger quantity =
        BigInteger.valueOf(order.cashQuantity).multiply(unit).divide(BigInteger.valueOf(price));
    BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
    return quantity.min(most).longValue() / lot * lot;
  }

  private static long market(Request order, ListedInstrument instrument) {
    PriceLevels opposite = instrument.book().side(order.side != Side.BUY.code());
    if (opposite.best() != 0) {
      return opposite.ticks(opposite.best()) * instrument.rules().tickSize();
    }
    return instrument.lastPrice() != 0 ? instrument.lastPrice() : instrument.reference();
  }
}
