package org.bourse.exchange.engine;

import java.time.LocalDate;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.model.TradingPhase;

/** The end of a day and the start of the next. */
final class ReferenceDays {
  private final ReferenceMarket market;

  ReferenceDays(ReferenceMarket market) {
    this.market = market;
  }

  void end() {
    for (ReferenceListing listing : market.listings) {
      market.phases.enter(listing, TradingPhase.CLOSED, "End of day");
    }
  }

  /** Begins a day; one that a schedule begins leaves all closed. */
  void start(LocalDate next, boolean bySchedule) {
    end();
    market.time.begin(next);
    for (ReferenceListing listing : market.listings) {
      listing.closePrice = listing.lastPrice;
      for (ReferenceOrder order : market.open(listing)) {
        if (order.state != ReferenceOrder.PENDING_NEW) {
          carry(order);
        }
      }
      if (bySchedule) {
        market.reports.market(listing, MarketState.PHASE, 0, 0, 0, "Start of day");
      } else {
        market.phases.enter(listing, TradingPhase.CONTINUOUS, "Start of day");
      }
    }
  }

  private void carry(ReferenceOrder order) {
    if (market.time.isPast(order.conditions.expireDate(), 0)) {
      market.end(order, ReferenceOrder.EXPIRED, -1, "");
      return;
    }
    order.isCarried = true;
    order.cumBefore = order.cumQty;
    order.notionalBefore = order.notional;
    boolean comesBack = order.isDoneForDay && !order.isSuspended;
    order.isDoneForDay = false;
    market.reports.unasked('D', order, 1, "");
    if (comesBack) {
      market.routing.send(order);
    }
  }
}
