package org.bourse.exchange.engine;

import java.util.function.Consumer;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.model.SelfTrade;
import org.jspecify.annotations.Nullable;

/** What becomes of two orders of one participant that meet. */
final class ReferenceSelfTrade {
  private static final String TEXT = "Self-trade prevention";

  private final ReferenceMarket market;
  private final Consumer<ReferenceOrder> beforeReports;

  ReferenceSelfTrade(ReferenceMarket market, Consumer<ReferenceOrder> beforeReports) {
    this.market = market;
    this.beforeReports = beforeReports;
  }

  /** The order's own way, else its participant's. */
  SelfTrade mode(ReferenceOrder order, ReferenceListing in) {
    @Nullable DefineLimits limits = in.limits.get(order.participantId);
    int code = order.conditions.selfTrade();
    if (code == 0 && limits != null) {
      code = limits.selfTrade();
    }
    return switch (code) {
      case 2 -> SelfTrade.CANCEL_AGGRESSOR;
      case 3 -> SelfTrade.CANCEL_RESTING;
      case 4 -> SelfTrade.CANCEL_BOTH;
      case 5 -> SelfTrade.DECREMENT;
      default -> SelfTrade.ALLOWED;
    };
  }

  void prevent(SelfTrade mode, ReferenceOrder aggressor, ReferenceOrder resting) {
    market.reached.add(mode);
    beforeReports.accept(aggressor);
    if (mode == SelfTrade.DECREMENT) {
      long common = Math.min(aggressor.leavesQty(), resting.leavesQty());
      decrement(resting, common);
      decrement(aggressor, common);
      return;
    }
    if (mode != SelfTrade.CANCEL_AGGRESSOR) {
      cancel(resting);
    }
    if (mode != SelfTrade.CANCEL_RESTING) {
      cancel(aggressor);
    }
  }

  private void cancel(ReferenceOrder order) {
    market.end(order, ReferenceOrder.CANCELED, -1, TEXT);
  }

  private void decrement(ReferenceOrder order, long quantity) {
    if (order.leavesQty() == quantity) {
      cancel(order);
      return;
    }
    order.orderQty -= quantity;
    market.listing(order).book.reduced(order);
    market.reports.unasked('D', order, 5, TEXT);
  }
}
