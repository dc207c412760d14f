package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.engine.RandomNumbers.Numbered;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.model.Instrument;

/** What sessions send, about orders of which they have had reports, and about others. */
final class RandomRequests {
  private static final int RECENT = 150;

  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomNumbers numbers;
  private final RandomTerms terms;
  private final List<OrderReport> reports = new ArrayList<>();

  RandomRequests(SplittableRandom random, RandomDefinitions definitions) {
    this.random = random;
    this.definitions = definitions;
    this.numbers = new RandomNumbers(random);
    this.terms = new RandomTerms(random);
  }

  void observe(Event event) {
    if (event instanceof OrderReport report) {
      reports.add(report);
    }
  }

  SessionRequest next() {
    int kind = random.nextInt(100);
    if (kind < 50 || reports.isEmpty()) {
      return newOrder();
    } else if (kind < 68) {
      return replace(report());
    } else if (kind < 84) {
      return cancel(report());
    } else if (kind < 92) {
      return query(report());
    } else {
      return refused(report());
    }
  }

  private NewOrder newOrder() {
    int sessionId = terms.oneIn(300) ? random.nextInt(-1, 99) : definitions.sessionId();
    Numbered number = numbers.next(sessionId);
    int instrumentId = instrumentId(definitions.instrumentId());
    Instrument instrument = definitions.instrument(instrumentId);
    char ordType = terms.ordType();
    boolean priced = ordType != '1' || terms.oneIn(40);
    return new NewOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentId,
        priced ? terms.price(instrument) : 0,
        terms.quantity(instrument),
        terms.side(),
        ordType,
        terms.timeInForce(),
        terms.oneIn(10),
        clOrdId(),
        terms.account());
  }

  private ReplaceOrder replace(OrderReport report) {
    int sessionId = sessionId(report);
    Numbered number = numbers.next(sessionId);
    Instrument instrument = definitions.instrument(report.instrumentId());
    return new ReplaceOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentId(report.instrumentId()),
        random.nextBoolean() ? report.price() : terms.price(instrument),
        replacedQuantity(report, instrument),
        orderId(report),
        side(report),
        terms.oneIn(50) ? terms.ordType() : '2',
        terms.oneIn(50) ? terms.timeInForce() : terms.anyOf("01"),
        terms.oneIn(10),
        clOrdId(),
        origClOrdId(report),
        random.nextBoolean() ? "" : terms.account());
  }

  private long replacedQuantity(OrderReport report, Instrument instrument) {
    return switch (random.nextInt(6)) {
      case 0 -> report.orderQty();
      case 1 -> report.cumQty();
      case 2 -> report.orderQty() - instrument.lotSize();
      case 3 -> report.orderQty() + instrument.lotSize();
      case 4 -> report.cumQty() + instrument.lotSize();
      default -> terms.quantity(instrument);
    };
  }

  private CancelOrder cancel(OrderReport report) {
    int sessionId = sessionId(report);
    Numbered number = numbers.next(sessionId);
    return new CancelOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentId(report.instrumentId()),
        orderId(report),
        side(report),
        terms.oneIn(10),
        clOrdId(),
        origClOrdId(report));
  }

  private QueryOrder query(OrderReport report) {
    int sessionId = sessionId(report);
    Numbered number = numbers.next(sessionId);
    return new QueryOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentId(report.instrumentId()),
        random.nextBoolean() ? report.orderId() : orderId(report),
        side(report),
        terms.oneIn(3) ? "" : origClOrdId(report),
        terms.oneIn(3) ? terms.clOrdId() : "",
        terms.text());
  }

  private Refused refused(OrderReport report) {
    int sessionId = sessionId(report);
    Numbered number = numbers.next(sessionId);
    char answer = terms.oneIn(25) ? terms.anyOf("\0DAY7") : terms.anyOf("88899j3");
    return new Refused(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        random.nextInt(-1, 100),
        terms.oneIn(2) ? 0 : random.nextInt(1_000),
        answer,
        terms.side(),
        terms.ordType(),
        terms.oneIn(5),
        answer == '9' ? terms.oneIn(2) ? "F" : "G" : "D",
        terms.oneIn(8) ? report.clOrdId() : clOrdId(),
        answer == '9' ? origClOrdId(report) : "",
        terms.text(),
        terms.oneIn(2) ? "" : "12.5",
        terms.oneIn(2) ? "" : "0.0001",
        terms.oneIn(50) ? terms.text() : terms.account(),
        terms.text());
  }

  private OrderReport report() {
    int size = reports.size();
    boolean any = terms.oneIn(5);
    return reports.get(
        any ? random.nextInt(size) : size - 1 - random.nextInt(Math.min(size, RECENT)));
  }

  private int sessionId(OrderReport report) {
    int sessionId = report.sessionId();
    if (terms.oneIn(20)) {
      return definitions.sessionId();
    }
    return terms.oneIn(6) ? definitions.sessionOfSameParticipant(sessionId) : sessionId;
  }

  private int instrumentId(int usual) {
    return terms.oneIn(60) ? random.nextInt(-2, 9) : usual;
  }

  private char side(OrderReport report) {
    return terms.oneIn(60) ? terms.side() : report.side();
  }

  private long orderId(OrderReport report) {
    return switch (random.nextInt(40)) {
      case 0 -> random.nextLong();
      case 1 -> report.orderId() + random.nextInt(-2, 3);
      case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> report.orderId();
      default -> 0;
    };
  }

  private String clOrdId() {
    return terms.oneIn(40) && !reports.isEmpty() ? report().clOrdId() : terms.clOrdId();
  }

  private String origClOrdId(OrderReport report) {
    return terms.oneIn(40) ? terms.clOrdId() : report.clOrdId();
  }
}
