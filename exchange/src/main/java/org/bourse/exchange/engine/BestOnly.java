package org.bourse.exchange.engine;

import java.util.function.LongPredicate;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.Side;
import org.bourse.exchange.model.TimeInForce;
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
  private final IdList watched = new IdList();
  private final LongPredicate stays = this::isWatchedStill;
  private final IdList over = new IdList();

  BestOnly(
      Orders orders, Terms terms, Reports reports, Placement placement, Instruments instruments) {
    this.orders = orders;
    this.terms = terms;
    this.reports = reports;
    this.placement = placement;
    this.instruments = instruments;
  }

  /**
   * Why such an order is not taken; null: it may be, or is none. One that has no limit, or does not
   * go into the book now, has no price to hold against the others'.
   */
  static @Nullable Refusal refusal(Request order, ListedInstrument instrument) {
    boolean comes =
        order.ordType == OrdType.LIMIT.code()
            && order.timeInForce != TimeInForce.AT_THE_CLOSE.code()
            && instrument.isContinuous();
    if ((order.execInst & ExecInst.CANCEL_IF_NOT_BEST) == 0 || !comes) {
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
      watched.addSorted(orderId);
    }
  }

  /** Ends those that are not best any more. To be called when a command has been carried out. */
  void check() {
    if (watched.size() == 0) {
      return;
    }
    over.clear();
    watched.retain(stays);
    for (int i = 0; i < watched.size(); i++) {
      long orderId = watched.get(i);
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
    return orders.isOpen(orderId)
        && (terms.execInst(orders.terms(orderId)) & ExecInst.CANCEL_IF_NOT_BEST) != 0;
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
