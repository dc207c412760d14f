package org.bourse.exchange.engine;

import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Side;
import org.jspecify.annotations.Nullable;

/** Orders that must not trade when they come: participate don't initiate, ExecInst(18) 6. */
final class PostOnly {
  private PostOnly() {}

  /** Why such an order is not taken; null: it may be, or is none. */
  static @Nullable Refusal refusal(Request order, ListedInstrument instrument) {
    if ((order.execInst & ExecInst.POST_ONLY) == 0 || !wouldTrade(order, instrument)) {
      return null;
    }
    boolean reprices =
        instrument.rules().trading().repricePostOnly()
            && instrument.rules().priceFault(price(order, instrument)) == null;
    return reprices ? null : Refusal.WOULD_TRADE;
  }

  static boolean wouldTrade(Request order, ListedInstrument instrument) {
    long ticks = order.price / instrument.rules().tickSize();
    return instrument.isContinuous() && instrument.book().crosses(isBuy(order), ticks);
  }

  /** The nearest price at which it would not trade, scaled. */
  static long price(Request order, ListedInstrument instrument) {
    PriceLevels opposite = instrument.book().side(!isBuy(order));
    long best = opposite.ticks(opposite.best());
    return (isBuy(order) ? best - 1 : best + 1) * instrument.rules().tickSize();
  }

  private static boolean isBuy(Request order) {
    return order.side == Side.BUY.code();
  }
}
