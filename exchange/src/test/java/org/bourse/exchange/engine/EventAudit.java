package org.bourse.exchange.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.OrderReport;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of any events, whatever was asked for: no number is left out, each trade has two
 * sides that agree, no quantity appears or vanishes, the oldest order at the best price trades
 * first, and no book stays crossed.
 */
final class EventAudit {
  private final Map<Long, OrderReport> orders = new HashMap<>();
  private final Map<Integer, AuditedBook> books = new HashMap<>();
  private @Nullable OrderReport halfTrade;
  private long eventSeq;
  private long matchId;

  /** Checks the events of one command, all of them. */
  void check(List<Event> events) {
    require(!events.isEmpty(), "a command without an event");
    for (Event event : events) {
      eventSeq++;
      require(event.eventSeq() == eventSeq, "eventSeq is not dense");
      if (event instanceof OrderReport report) {
        check(report);
      }
    }
    require(halfTrade == null, "a trade with one side");
    for (Event event : events) {
      if (event instanceof OrderReport report && report.instrumentId() >= 0) {
        require(!book(report).isCrossed(), "the book is crossed");
      }
    }
  }

  private void check(OrderReport report) {
    switch (report.execType()) {
      case '0' -> {
        require(!orders.containsKey(report.orderId()), "an OrderID given twice");
        require(report.leavesQty() == report.orderQty(), "a new order without its quantity");
        enter(report);
      }
      case 'F' -> fill(report);
      case '4' -> {
        require(report.leavesQty() == 0, "a canceled order with a quantity left");
        require(report.cumQty() == known(report).cumQty(), "a fill without its report");
        leave(report);
      }
      case '5' -> replace(report);
      default -> require(report.lastQty() == 0, "a fill that is none");
    }
  }

  private void fill(OrderReport report) {
    OrderReport before = known(report);
    require(report.lastQty() > 0, "a fill of nothing");
    require(report.cumQty() == before.cumQty() + report.lastQty(), "CumQty is not the sum");
    require(report.leavesQty() == before.leavesQty() - report.lastQty(), "LeavesQty is off");
    require(report.cumQty() + report.leavesQty() == report.orderQty(), "OrderQty is off");
    if (report.aggressor() == 1) {
      settle(report);
    } else {
      require(halfTrade == null, "a trade begins before the last has ended");
      require(report.matchId() == ++matchId, "matchId is not dense");
      require(report.lastPrice() == report.price(), "not the resting order's price");
      require(book(report).isFirst(report), "not the first order of the book");
      halfTrade = report;
    }
    orders.put(report.orderId(), report);
    if (report.leavesQty() == 0) {
      leave(before);
    }
  }

  private void settle(OrderReport report) {
    OrderReport resting = halfTrade;
    require(resting != null, "the aggressor's side came first");
    if (resting != null) {
      require(
          resting.matchId() == report.matchId()
              && resting.lastQty() == report.lastQty()
              && resting.lastPrice() == report.lastPrice()
              && resting.instrumentId() == report.instrumentId()
              && resting.side() != report.side()
              && resting.orderId() == report.contraOrderId()
              && resting.contraOrderId() == report.orderId(),
          "the sides of a trade do not agree");
    }
    halfTrade = null;
  }

  private void replace(OrderReport report) {
    OrderReport before = known(report);
    require(report.cumQty() == before.cumQty(), "a replace that fills");
    require(report.cumQty() + report.leavesQty() == report.orderQty(), "OrderQty is off");
    boolean keepsPriority =
        report.price() == before.price() && report.orderQty() <= before.orderQty();
    if (report.leavesQty() == 0 || !keepsPriority) {
      leave(before);
    }
    if (report.leavesQty() > 0 && !keepsPriority) {
      enter(report);
    }
    orders.put(report.orderId(), report);
  }

  private void enter(OrderReport report) {
    orders.put(report.orderId(), report);
    if (report.ordType() == '2') {
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
