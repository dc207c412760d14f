package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All trades there have been. */
final class ReferenceTrades {
  private final ReferenceTime time;
  private final List<Trade> trades = new ArrayList<>();

  ReferenceTrades(ReferenceTime time) {
    this.time = time;
  }

  /** A trade, as it stands now: of quantity 0 once it was busted. */
  static final class Trade {
    final long matchId;

    /** On which day it was, counted from 0. */
    final int day;

    /** By the clock of the business. */
    final long time;

    final List<Side> sides = new ArrayList<>();
    long price;
    long quantity;
    boolean isElsewhere;

    private Trade(long matchId, int day, long time, long price, long quantity) {
      this.matchId = matchId;
      this.day = day;
      this.time = time;
      this.price = price;
      this.quantity = quantity;
    }
  }

  /** An order that took part, and the ExecIDs under which its owner was told of it. */
  static final class Side {
    final ReferenceOrder order;
    final List<Long> execIds = new ArrayList<>();

    private Side(ReferenceOrder order, long execId) {
      this.order = order;
      execIds.add(execId);
    }

    long lastExecId() {
      return execIds.get(execIds.size() - 1);
    }
  }

  /** Keeps a trade; each order is told under the next ExecID. */
  Trade add(long price, long quantity, long firstExecId, ReferenceOrder... orders) {
    Trade trade = new Trade(trades.size() + 1L, time.days, time.business(), price, quantity);
    long execId = firstExecId;
    for (ReferenceOrder order : orders) {
      trade.sides.add(new Side(order, execId++));
    }
    trades.add(trade);
    return trade;
  }

  List<Trade> ofToday() {
    return trades.stream().filter(trade -> trade.day == time.days).toList();
  }

  /** The trade that an execution is of, null where it is of none. */
  @Nullable Trade find(long execId) {
    for (Trade trade : trades) {
      if (trade.sides.stream().anyMatch(side -> side.execIds.contains(execId))) {
        return trade;
      }
    }
    return null;
  }
}
