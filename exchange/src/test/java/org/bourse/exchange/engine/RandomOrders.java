package org.bourse.exchange.engine;

import java.util.SplittableRandom;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.engine.RandomNumbers.Numbered;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.model.Instrument;

/** New orders, replaces and cancels. */
final class RandomOrders {
  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomNumbers numbers;
  private final RandomTerms terms;
  private final RandomConditions conditions;
  private final RandomReferences references;

  RandomOrders(
      SplittableRandom random,
      RandomDefinitions definitions,
      RandomNumbers numbers,
      RandomTerms terms,
      RandomConditions conditions,
      RandomReferences references) {
    this.random = random;
    this.definitions = definitions;
    this.numbers = numbers;
    this.terms = terms;
    this.conditions = conditions;
    this.references = references;
  }

  NewOrder newOrder() {
    int sessionId = terms.oneIn(300) ? random.nextInt(-1, 99) : definitions.sessionId();
    Numbered number = numbers.next(sessionId);
    int instrumentId = references.instrumentId(definitions.instrumentId());
    Instrument instrument = definitions.instrument(instrumentId);
    char ordType = terms.ordType();
    char timeInForce = terms.timeInForce();
    boolean priced = (ordType == '2' || ordType == '4') != terms.oneIn(80);
    long price = priced ? terms.price(instrument) : 0;
    long quantity = terms.quantity(instrument);
    Conditions asked = conditions.of(ordType, timeInForce, price, quantity, instrument);
    boolean inCash = terms.oneIn(60);
    return new NewOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        instrumentId,
        price,
        inCash ? 0 : quantity,
        terms.side(),
        ordType,
        timeInForce,
        terms.oneIn(10),
        references.clOrdId(),
        terms.account(),
        inCash ? conditions.inCash(asked, price, quantity) : asked);
  }

  ReplaceOrder replace(OrderReport report) {
    int sessionId = references.sessionId(report);
    Numbered number = numbers.next(sessionId);
    Instrument instrument = definitions.instrument(report.instrumentId());
    char ordType = terms.oneIn(50) ? terms.ordType() : report.ordType();
    char timeInForce = timeInForce(report);
    boolean hasLimit = ordType == '2' || ordType == '4';
    long price = random.nextBoolean() || !hasLimit ? report.price() : terms.price(instrument);
    long quantity = replacedQuantity(report, instrument);
    return new ReplaceOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        references.instrumentId(report.instrumentId()),
        price,
        quantity,
        references.orderId(report),
        references.side(report),
        ordType,
        timeInForce,
        terms.oneIn(10),
        references.clOrdId(),
        references.origClOrdId(report),
        random.nextBoolean() ? "" : terms.account(),
        replacedConditions(report, ordType, timeInForce, price, quantity, instrument),
        modTime(report));
  }

  private char timeInForce(OrderReport report) {
    if (terms.oneIn(50)) {
      return terms.timeInForce();
    }
    return random.nextBoolean() ? report.timeInForce() : terms.anyOf("0116");
  }

  private Conditions replacedConditions(
      OrderReport report,
      char ordType,
      char timeInForce,
      long price,
      long quantity,
      Instrument instrument) {
    boolean isSame = random.nextBoolean() && (timeInForce == '6') == (report.timeInForce() == '6');
    if (isSame) {
      Conditions same =
          new Conditions(
              report.details().stopPrice(),
              report.details().maxFloor(),
              0,
              0,
              report.details().expireTime(),
              report.details().expireDate(),
              report.details().execInst(),
              0);
      return same;
    }
    Conditions asked = conditions.of(ordType, timeInForce, price, quantity, instrument);
    boolean keepsStop = random.nextBoolean() && report.details().stopPrice() != 0;
    Conditions stopped = keepsStop ? asked.withStopPrice(report.details().stopPrice()) : asked;
    Conditions changed = terms.oneIn(30) ? stopped : stopped.withMinQuantity(0);
    return terms.oneIn(100) ? conditions.inCash(changed, price, quantity) : changed;
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

  private long modTime(OrderReport report) {
    return terms.oneIn(12) ? report.time() + (terms.oneIn(4) ? 1_000_000 : 0) : 0;
  }

  CancelOrder cancel(OrderReport report) {
    int sessionId = references.sessionId(report);
    Numbered number = numbers.next(sessionId);
    return new CancelOrder(
        sessionId,
        number.epoch(),
        number.msgSeqNum(),
        references.instrumentId(report.instrumentId()),
        references.orderId(report),
        references.side(report),
        terms.oneIn(10),
        references.clOrdId(),
        references.origClOrdId(report),
        modTime(report));
  }
}
