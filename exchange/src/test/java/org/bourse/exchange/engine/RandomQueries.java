package org.bourse.exchange.engine;

import java.util.SplittableRandom;
import org.bourse.exchange.command.Inquiry;
import org.bourse.exchange.command.MassCancel;
import org.bourse.exchange.command.MassStatus;
import org.bourse.exchange.command.QueryOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.engine.RandomNumbers.Numbered;
import org.bourse.exchange.event.OrderReport;

/** Questions, mass cancels, and requests that the edge refused. */
final class RandomQueries {
  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomNumbers numbers;
  private final RandomTerms terms;
  private final RandomReferences references;

  RandomQueries(
      SplittableRandom random,
      RandomDefinitions definitions,
      RandomNumbers numbers,
      RandomTerms terms,
      RandomReferences references) {
    this.random = random;
    this.definitions = definitions;
    this.numbers = numbers;
    this.terms = terms;
    this.references = references;
  }

  QueryOrder query(OrderReport report) {
    int sessionId = references.sessionId(report);
    Numbered number = numbers.next(sessionId);
    return new QueryOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        references.instrumentId(report.instrumentId()),
        random.nextBoolean() ? report.orderId() : references.orderId(report),
        references.side(report),
        terms.oneIn(3) ? "" : references.origClOrdId(report),
        terms.oneIn(3) ? terms.clOrdId() : "",
        terms.text());
  }

  MassStatus massStatus() {
    int sessionId = definitions.sessionId();
    Numbered number = numbers.next(sessionId);
    return new MassStatus(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentOrNone(),
        terms.oneIn(10) ? terms.anyOf("\0002568") : terms.anyOf("17"),
        sideOrNone(),
        terms.clOrdId(),
        terms.text());
  }

  MassCancel massCancel() {
    int sessionId = definitions.sessionId();
    Numbered number = numbers.next(sessionId);
    return new MassCancel(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentOrNone(),
        terms.oneIn(10) ? terms.anyOf("\0002345") : terms.anyOf("1116777"),
        sideOrNone(),
        terms.oneIn(10),
        references.clOrdId(),
        terms.oneIn(3) ? terms.text() : "DAY");
  }

  private int instrumentOrNone() {
    return terms.oneIn(6) ? random.nextInt(-2, 9) : definitions.instrumentId();
  }

  private char sideOrNone() {
    return terms.oneIn(2) ? '\0' : terms.side();
  }

  Inquiry inquiry() {
    int sessionId = definitions.sessionId();
    Numbered number = numbers.next(sessionId);
    return new Inquiry(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentOrNone(),
        terms.oneIn(20) ? random.nextInt(-1, 12) : random.nextInt(1, 9),
        terms.anyOf("\0000112"),
        terms.oneIn(2) ? 0 : random.nextInt(-1, 9),
        terms.oneIn(2) ? "R" + random.nextInt(4) : terms.clOrdId(),
        terms.text(),
        terms.text());
  }

  Refused refused(OrderReport report) {
    int sessionId = references.sessionId(report);
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
        terms.oneIn(8) ? report.clOrdId() : references.clOrdId(),
        answer == '9' ? references.origClOrdId(report) : "",
        terms.text(),
        terms.oneIn(2) ? "" : "12.5",
        terms.oneIn(2) ? "" : "0.0001",
        terms.oneIn(50) ? terms.text() : terms.account(),
        terms.text());
  }
}
