package org.bourse.exchange.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of any events, whatever was asked for: no number is left out, each trade has two
 * sides that agree, no quantity appears or vanishes, nobody trades beyond his limit, the oldest
 * order at the best price trades first, and no book stays crossed while it is traded continuously.
 */
final class EventAudit {
  private final Map<Long, OrderReport> orders = new HashMap<>();
  private final Map<Integer, AuditedBook> books = new HashMap<>();
  private final Map<Integer, TradingPhase> phases = new HashMap<>();

  /** Orders of which reports do not say any more whether they are in the book. */
  private final Set<Long> strangers = new HashSet<>();

  private @Nullable OrderReport halfTrade;
  private long eventSeq;
  private long matchId;

  /**
   * Checks the events of one command, all of them.
   *
   * @param mayWait whether it may be left without an answer for now
   */
  void check(List<Event> events, boolean mayWait) {
    require(mayWait || !events.isEmpty(), "a command without an event");
    for (Event event : events) {
      eventSeq++;
      require(event.eventSeq() == eventSeq, "eventSeq is not dense");
      if (event instanceof OrderReport report) {
        check(report);
      } else if (event instanceof MarketState state) {
        phases.put(state.instrumentId(), state.phase());
      }
    }
    require(halfTrade == null, "a trade with one side");
    for (Event event : events) {
      if (event instanceof OrderReport report && report.instrumentId() >= 0) {
        require(!isContinuous(report) || !book(report).isCrossed(), "the book is crossed");
      }
    }
  }

  private boolean isContinuous(OrderReport report) {
    TradingPhase phase = phases.getOrDefault(report.instrumentId(), TradingPhase.CONTINUOUS);
    return phase == TradingPhase.CONTINUOUS;
  }

  private void check(OrderReport report) {
    OrderReport before = orders.get(report.orderId());
    switch (report.execType()) {
      case '0' -> {
        require(before == null, "an OrderID given twice");
        require(report.leavesQty() == report.orderQty(), "a new order without its quantity");
        enter(report);
      }
      case 'F' -> fill(report);
      case 'G', 'H' -> change(report);
      case '4', 'C' -> {
        require(report.leavesQty() == 0, "an ended order with a quantity left");
        require(before == null || report.cumQty() == before.cumQty(), "a fill without its report");
        leave(report);
      }
      case '5' -> replace(report);
      case 'D' -> restate(report);
      case '3', '9' -> {
        require(report.cumQty() == known(report).cumQty(), "a fill without its report");
        leave(report);
        strangers.add(report.orderId());
      }
      case '8' -> {
        require(report.lastQty() == 0, "a fill that is none");
        if (before != null && report.leavesQty() == 0) {
          leave(before);
        }
      }
      case '7' -> require(report.lastQty() <= report.leavesQty(), "a guarantee of too much");
      default -> require(report.lastQty() == 0, "a fill that is none");
    }
  }

  private void fill(OrderReport report) {
    OrderReport before = orders.get(report.orderId());
    long cumBefore = before == null ? 0 : before.cumQty();
    require(report.lastQty() > 0, "a fill of nothing");
    require(report.cumQty() == cumBefore + report.lastQty(), "CumQty is not the sum");
    boolean isLate = before != null && before.leavesQty() == 0;
    require(isLate || report.cumQty() + report.leavesQty() == report.orderQty(), "OrderQty is off");
    require(!isLate || report.details().elsewhere(), "a done order trades");
    boolean isWithVenue = report.contraOrderId() == 0;
    if (isWithVenue) {
      require(report.matchId() == ++matchId, "matchId is not dense");
    } else if (halfTrade != null) {
      requireLimit(report);
      settle(report, halfTrade);
      halfTrade = null;
    } else {
      requireLimit(report);
      require(report.matchId() == ++matchId, "matchId is not dense");
      require(report.aggressor() != 1, "the aggressor's side came first");
      require(
          report.aggressor() == 2 || report.lastPrice() == report.price(),
          "not the resting order's price");
      halfTrade = report;
    }
    if (before == null) {
      enter(report);
    }
    AuditedBook book = book(report);
    boolean rested = !isWithVenue && report.aggressor() != 1 && book.has(report);
    require(!rested || book.isFirst(report), "not the first order of the book");
    orders.put(report.orderId(), report);
    if (report.leavesQty() == 0) {
      leave(report);
    }
  }

  private void requireLimit(OrderReport report) {
    boolean hasLimit = report.ordType() == '2' || report.ordType() == '4';
    boolean isWithin =
        report.side() == '1'
            ? report.lastPrice() <= report.price()
            : report.lastPrice() >= report.price();
    require(!hasLimit || isWithin, "a trade beyond the limit");
  }

  private void settle(OrderReport report, OrderReport other) {
    boolean isAuction = report.aggressor() == 2;
    require(
        other.matchId() == report.matchId()
            && other.lastQty() == report.lastQty()
            && other.lastPrice() == report.lastPrice()
            && other.instrumentId() == report.instrumentId()
            && other.side() != report.side()
            && other.orderId() == report.contraOrderId()
            && other.contraOrderId() == report.orderId()
            && (isAuction ? other.aggressor() == 2 : report.aggressor() == 1),
        "the sides of a trade do not agree");
  }

  /** A busted or corrected trade: who got something back may be anywhere. */
  private void change(OrderReport report) {
    require(report.details().execRefId() > 0, "a change of no execution");
    require(report.details().execRefId() < report.eventSeq(), "a change before its execution");
    require(
        report.leavesQty() == 0 || report.cumQty() + report.leavesQty() == report.orderQty(),
        "OrderQty is off");
    leave(known(report));
    orders.put(report.orderId(), report);
    strangers.add(report.orderId());
  }

  private void replace(OrderReport report) {
    OrderReport before = known(report);
    require(report.cumQty() == before.cumQty(), "a replace that fills");
    require(report.cumQty() + report.leavesQty() == report.orderQty(), "OrderQty is off");
    move(before, report);
  }

  private void restate(OrderReport report) {
    OrderReport before = known(report);
    require(isSplit(report) || report.cumQty() == before.cumQty(), "a restatement that fills");
    require(report.cumQty() + report.leavesQty() == report.orderQty(), "OrderQty is off");
    boolean isTriggered = report.reasonText().equals("Triggered");
    boolean isLimitNow = report.ordType() == '2' && before.ordType() != '2';
    if (isTriggered && report.ordType() == '4' && !strangers.contains(report.orderId())) {
      book(report).add(report);
      orders.put(report.orderId(), report);
    } else if (isLimitNow) {
      enter(report);
    } else {
      move(before, report);
    }
  }

  private static boolean isSplit(OrderReport report) {
    return report.execType() == 'D'
        && report.details().restatementReason() == Restatement.CORPORATE_ACTION;
  }

  private void move(OrderReport before, OrderReport report) {
    boolean keepsPriority =
        !isSplit(report)
            && report.price() == before.price()
            && report.orderQty() <= before.orderQty()
            && report.details().maxFloor() == before.details().maxFloor();
    boolean rested = book(before).has(before);
    if (report.leavesQty() == 0 || !keepsPriority) {
      leave(before);
    }
    if (report.leavesQty() > 0 && !keepsPriority && rested) {
      book(report).add(report);
    } else if (report.leavesQty() > 0 && before.leavesQty() == 0) {
      enter(report);
    }
    orders.put(report.orderId(), report);
  }

  private void enter(OrderReport report) {
    orders.put(report.orderId(), report);
    boolean rests = report.ordType() == '2' && report.timeInForce() != '7';
    if (rests && !strangers.contains(report.orderId())) {
      book(report).add(report);
    }
  }

  private void leave(OrderReport report) {
    orders.put(report.orderId(), report);
    book(report).remove(report);
  }

  private OrderReport known(OrderReport report) {
    OrderReport before = orders.get(report.orderId());
    if (before == null) {
      throw new AssertionError("a report of an order that was not accepted: " + report);
    }
    return before;
  }

  private AuditedBook book(OrderReport report) {
    return books.computeIfAbsent(report.instrumentId(), id -> new AuditedBook());
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise + ", at event " + eventSeq);
    }
  }
}
