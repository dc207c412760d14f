package org.bourse.exchange.crash;

import java.math.BigDecimal;
import org.bourse.exchange.fix.FixText;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.SecondaryExecID;
import quickfix.field.Side;

/**
 * One side of a trade, as its owner was told.
 *
 * @param match the same on both sides
 */
record Execution(String match, String symbol, char side, BigDecimal lastQty, BigDecimal lastPx) {
  static Execution of(FixText report, OwnOrder order) {
    return new Execution(
        report.get(SecondaryExecID.FIELD),
        order.symbol(),
        order.side(),
        new BigDecimal(report.get(LastQty.FIELD)),
        new BigDecimal(report.get(LastPx.FIELD)));
  }

  BigDecimal signedQuantity() {
    return side == Side.BUY ? lastQty : lastQty.negate();
  }

  boolean isOtherSideOf(Execution other) {
    return side != other.side
        && symbol.equals(other.symbol)
        && lastQty.compareTo(other.lastQty) == 0
        && lastPx.compareTo(other.lastPx) == 0;
  }
}
