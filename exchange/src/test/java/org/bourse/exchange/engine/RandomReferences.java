package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bourse.exchange.event.OrderReport;

/** How requests speak of orders: of those that there have been reports of, now and then wrongly. */
final class RandomReferences {
  private static final int RECENT = 150;

  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomTerms terms;
  private final List<OrderReport> reports = new ArrayList<>();
  private final List<OrderReport> trades = new ArrayList<>();

  RandomReferences(SplittableRandom random, RandomDefinitions definitions, RandomTerms terms) {
    this.random = random;
    this.definitions = definitions;
    this.terms = terms;
  }

  void observe(OrderReport report) {
    reports.add(report);
    if ("FGH".indexOf(report.execType()) >= 0) {
      trades.add(report);
    }
  }

  boolean isEmpty() {
    return reports.isEmpty();
  }

  OrderReport report() {
    return anyOf(reports);
  }

  /** ExecID of a trade, mostly. */
  long execId() {
    if (trades.isEmpty() || terms.oneIn(20)) {
      return random.nextInt(1_000);
    }
    return anyOf(trades).eventSeq();
  }

  private OrderReport anyOf(List<OrderReport> all) {
    int size = all.size();
    boolean any = terms.oneIn(5);
    return all.get(any ? random.nextInt(size) : size - 1 - random.nextInt(Math.min(size, RECENT)));
  }

  int sessionId(OrderReport report) {
    int sessionId = report.sessionId();
    if (terms.oneIn(20)) {
      return definitions.sessionId();
    }
    return terms.oneIn(6) ? definitions.sessionOfSameParticipant(sessionId) : sessionId;
  }

  int instrumentId(int usual) {
    return terms.oneIn(60) ? random.nextInt(-2, 9) : usual;
  }

  char side(OrderReport report) {
    return terms.oneIn(60) ? terms.side() : report.side();
  }

  long orderId(OrderReport report) {
    return switch (random.nextInt(40)) {
      case 0 -> random.nextLong();
      case 1 -> report.orderId() + random.nextInt(-2, 3);
      case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> report.orderId();
      default -> 0;
    };
  }

  String clOrdId() {
    return terms.oneIn(40) && !reports.isEmpty() ? report().clOrdId() : terms.clOrdId();
  }

  String origClOrdId(OrderReport report) {
    return terms.oneIn(40) ? terms.clOrdId() : report.clOrdId();
  }
}
