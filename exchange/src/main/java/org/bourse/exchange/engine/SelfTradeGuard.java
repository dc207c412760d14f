package org.bourse.exchange.engine;

import java.util.Objects;
import org.bourse.exchange.model.SelfTrade;
import org.jspecify.annotations.Nullable;

/** Keeps an order from trading with another of its own participant. */
final class SelfTradeGuard implements OrderBook.Guard {
  private final Orders orders;
  private final Terms terms;
  private final Reports reports;
  private final Placement placement;
  private final Runnable beforeReports;
  private @Nullable ListedInstrument current;
  private SelfTrade mode = SelfTrade.ALLOWED;
  private long aggressor;
  private int participantId;

  /**
   * A guard.
   *
   * @param beforeReports what is to be told before the guard tells anything
   */
  SelfTradeGuard(
      Orders orders, Terms terms, Reports reports, Placement placement, Runnable beforeReports) {
    this.orders = orders;
    this.terms = terms;
    this.reports = reports;
    this.placement = placement;
    this.beforeReports = beforeReports;
  }

  /** Watches over an order that is about to trade; null where it can meet none of its own. */
  @Nullable SelfTradeGuard watch(long orderId, ListedInstrument instrument) {
    participantId = orders.participantId(orderId);
    boolean buy = placement.isBuy(orderId);
    Positions positions = instrument.positions();
    if ((buy ? positions.openSells(participantId) : positions.openBuys(participantId)) == 0) {
      return null;
    }
    int place = orders.terms(orderId);
    int own = place == 0 ? 0 : terms.selfTrade(place);
    SelfTrade wanted = own != 0 ? SelfTrade.of(own) : instrument.limits(participantId).selfTrade();
    if (wanted == null || wanted == SelfTrade.ALLOWED) {
      return null;
    }
    mode = wanted;
    aggressor = orderId;
    current = instrument;
    return this;
  }

  boolean isOwn(long restingOrderId) {
    return orders.participantId(restingOrderId) == participantId;
  }

  /** Whether the order trades on beyond its own participant's. */
  boolean removesResting() {
    return mode == SelfTrade.CANCEL_RESTING;
  }

  @Override
  public long onMeeting(long restingOrderId, long left) {
    if (!isOwn(restingOrderId)) {
      return left;
    }
    beforeReports.run();
    return switch (mode) {
      case CANCEL_RESTING -> {
        cancel(restingOrderId);
        yield AGAIN;
      }
      case CANCEL_AGGRESSOR -> {
        cancel(aggressor);
        yield 0;
      }
      case CANCEL_BOTH -> {
        cancel(restingOrderId);
        cancel(aggressor);
        yield 0;
      }
      case DECREMENT -> {
        long common = Math.min(left, orders.leavesQty(restingOrderId));
        decrement(restingOrderId, common);
        decrement(aggressor, common);
        yield left - common;
      }
      case ALLOWED -> left;
    };
  }

  private void cancel(long orderId) {
    placement.end(orderId, Objects.requireNonNull(current), OrdStatus.CANCELED);
    reports.unsolicited(orderId, ExecType.CANCELED, Restatement.NONE, Restatement.SELF_TRADE_TEXT);
  }

  private void decrement(long orderId, long quantity) {
    if (quantity == orders.leavesQty(orderId)) {
      cancel(orderId);
      return;
    }
    ListedInstrument instrument = Objects.requireNonNull(current);
    placement.reopening(orderId, instrument);
    orders.orderQty(orderId, orders.orderQty(orderId) - quantity);
    placement.opened(orderId, instrument);
    if (placement.rests(orderId)) {
      placement.reduced(orderId, instrument);
    }
    reports.unsolicited(
        orderId, ExecType.RESTATED, Restatement.PARTIAL_DECLINE, Restatement.SELF_TRADE_TEXT);
  }
}
