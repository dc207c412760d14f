package org.bourse.exchange.engine;

import java.util.TreeSet;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * Orders that end when another of their side has a better price: cancel if not best, ExecInst(18)
 * Z.
 */
final class BestOnly {
  private final Orders orders;
  private final Terms terms;
  private final Reports reports;
  private final Placement placement;
  private final Instruments instruments;
  private final TreeSet<Long> watched = new TreeSet<>();
  private final IdList over = new IdList();

  BestOnly(
      Orders orders, Terms terms, Reports reports, Placement placement, Instruments instruments) {
    this.orders = orders;
    this.terms = terms;
    this.reports = reports;
    this.placement = placement;
    this.instruments = instruments;
  }

  /** Why such an order is not taken; null: it may be, or is none. */
  static @Nullable Refusal refusal(Request order, ListedInstrument instrument) {
    if ((order.execInst & ExecInst.CANCEL_IF_NOT_BEST) == 0 || !instrument.isContinuous()) {
      return null;
    }
    long ticks = order.price / instrument.rules().tickSize();
    boolean buy = order.side == Side.BUY.code();
    return isBest(buy, ticks, instrument) ? null : Refusal.NOT_BEST;
  }

  /** Watches an order that was taken or changed, where it asks for that. */
  void watch(long orderId) {
    int place = orders.terms(orderId);
    if (place != 0 && (terms.execInst(place) & ExecInst.CANCEL_IF_NOT_BEST) != 0) {
      watched.add(orderId);
    }
  }

  /** Ends those that are not best any more. To be called when a command has been carried out. */
  void check() {
    if (watched.isEmpty()) {
      return;
    }
    over.clear();
    watched.removeIf(orderId -> !orders.isOpen(orderId) || !isWatchedStill(orderId));
    for (long orderId : watched) {
      ListedInstrument instrument = instruments.get(orders.instrumentId(orderId));
      long ticks = orders.price(orderId) / instrument.rules().tickSize();
      if (instrument.isContinuous()
          && placement.isInBook(orderId)
          && !isBest(placement.isBuy(orderId), ticks, instrument)) {
        over.add(orderId);
      }
    }
    for (int i = 0; i < over.size(); i++) {
      long orderId = over.get(i);
      placement.end(orderId, instruments.get(orders.instrumentId(orderId)), OrdStatus.CANCELED);
      reports.unsolicited(
          orderId, ExecType.CANCELED, Restatement.NOT_BEST, Restatement.NOT_BEST_TEXT);
    }
  }

  private boolean isWatchedStill(long orderId) {
    return (terms.execInst(orders.terms(orderId)) & ExecInst.CANCEL_IF_NOT_BEST) != 0;
  }

  private static boolean isBest(boolean buy, long ticks, ListedInstrument instrument) {
    PriceLevels own = instrument.book().side(buy);
    if (own.best() == 0) {
      return true;
    }
    long best = own.ticks(own.best());
    return buy ? ticks >= best : ticks <= best;
  }

  /** Watches all open orders, after a load. */
  void watchAll() {
    for (long orderId = 1; orderId <= orders.count(); orderId++) {
      if (orders.isOpen(orderId)) {
        watch(orderId);
      }
    }
  }
}
