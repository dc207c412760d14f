package org.bourse.exchange.engine;

import java.util.SplittableRandom;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;

/** What the venue does of itself: mostly what makes sense, now and then not. */
final class RandomControls {
  private static final long SECOND = 1_000_000_000L;
  private static final int PROFILES = 128;

  private final SplittableRandom random;
  private final RandomDefinitions definitions;
  private final RandomTerms terms;
  private final RandomReferences references;
  private final RandomTime time;

  RandomControls(
      SplittableRandom random,
      RandomDefinitions definitions,
      RandomTerms terms,
      RandomReferences references,
      RandomTime time) {
    this.random = random;
    this.definitions = definitions;
    this.terms = terms;
    this.references = references;
    this.time = time;
  }

  Control next() {
    int kind = random.nextInt(100);
    Control control;
    if (kind < 22) {
      control = phase();
    } else if (kind < 40) {
      time.pass();
      control = Control.of(ControlKind.TIME_PASSED);
    } else if (kind < 60) {
      control = ofRequests();
    } else if (kind < 90 && !references.isEmpty()) {
      control = ofOrder();
    } else {
      control = ofVenue();
    }
    return terms.oneIn(3) ? control.from(random.nextInt(9), terms.text()) : control;
  }

  private Control phase() {
    boolean isAll = terms.oneIn(12);
    int instrumentId = isAll ? -1 : references.instrumentId(definitions.instrumentId());
    if (terms.oneIn(5)) {
      return Control.of(ControlKind.RESUME).instrument(instrumentId);
    }
    boolean goesOn = terms.oneIn(2);
    int any = random.nextInt(1, terms.oneIn(50) ? 10 : 8);
    return Control.of(ControlKind.PHASE)
        .instrument(instrumentId)
        .switches(bySchedule(), goesOn ? TradingPhase.CONTINUOUS.code() : any)
        .text(terms.text());
  }

  private int bySchedule() {
    return terms.oneIn(4) ? Control.BY_SCHEDULE : 0;
  }

  private Control ofRequests() {
    Control control =
        Control.of(ControlKind.HOLD)
            .requests(terms.oneIn(30) ? terms.anyOf("\0DH8") : terms.anyOf("DFG"))
            .session(terms.oneIn(3) ? -1 : definitions.sessionId())
            .instrument(terms.oneIn(2) ? -1 : definitions.instrumentId());
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> control;
      case 3 -> kind(ControlKind.REJECT_NEXT, control).code(random.nextInt(20)).text(terms.text());
      case 4, 5 -> kind(ControlKind.DELAY, control).time(delay());
      default ->
          Control.of(ControlKind.RELEASE)
              .values(0, terms.oneIn(30) ? -1 : random.nextInt(terms.oneIn(2) ? 1 : 6));
    };
  }

  private long delay() {
    return terms.oneIn(3) ? 0 : random.nextLong(-SECOND / 20, SECOND / 2);
  }

  private static Control kind(ControlKind kind, Control like) {
    return Control.of(kind)
        .requests(like.msgType())
        .session(like.sessionId())
        .instrument(like.instrumentId());
  }

  private Control ofOrder() {
    OrderReport report = references.report();
    Instrument instrument = definitions.instrument(report.instrumentId());
    long orderId = terms.oneIn(60) ? references.orderId(report) : report.orderId();
    long price = terms.oneIn(2) ? report.price() : terms.price(instrument);
    return switch (random.nextInt(18)) {
      case 0, 1 ->
          scaled(
              Control.of(ControlKind.FILL)
                  .order(orderId)
                  .values(price, part(report, instrument))
                  .code(random.nextInt(2)),
              instrument);
      case 2, 3 -> Control.of(ControlKind.BUST).execution(references.execId());
      case 4, 5 ->
          scaled(
              Control.of(ControlKind.CORRECT)
                  .execution(references.execId())
                  .values(
                      terms.oneIn(2) ? 0 : price, terms.oneIn(3) ? 0 : part(report, instrument)),
              instrument);
      case 6 ->
          Control.of(ControlKind.CANCEL)
              .order(orderId)
              .code(random.nextInt(-1, 9))
              .text(terms.text());
      case 7, 8 ->
          scaled(
              Control.of(ControlKind.RESTATE)
                  .order(orderId)
                  .values(
                      terms.oneIn(2) ? 0 : price, terms.oneIn(2) ? 0 : terms.quantity(instrument))
                  .code(random.nextInt(1, 9))
                  .text(terms.text()),
              instrument);
      case 9 ->
          scaled(
              Control.of(ControlKind.STOP)
                  .order(orderId)
                  .values(terms.oneIn(2) ? 0 : price, terms.oneIn(2) ? 0 : part(report, instrument))
                  .text(terms.text()),
              instrument);
      case 13, 14 -> split(report, orderId, price, instrument);
      case 15 -> enter();
      case 16 ->
          Control.of(ControlKind.REJECT).order(orderId).code(random.nextInt(20)).text(terms.text());
      case 10, 11 -> Control.of(ControlKind.SUSPEND).order(orderId).text(terms.text());
      case 12 -> Control.of(ControlKind.CALCULATED).order(orderId).text(terms.text());
      default ->
          terms.oneIn(4)
              ? Control.of(ControlKind.DONE_FOR_DAY).instrument(definitions.instrumentId())
              : Control.of(ControlKind.DONE_FOR_DAY).order(orderId);
    };
  }

  private Control split(OrderReport report, long orderId, long price, Instrument instrument) {
    long quantity =
        switch (random.nextInt(8)) {
          case 0 -> 0;
          case 1 -> terms.quantity(instrument);
          case 2, 3 -> report.orderQty() / 2;
          case 4 -> report.orderQty() * 3;
          default -> report.orderQty() * 2;
        };
    return Control.of(ControlKind.RESTATE)
        .order(orderId)
        .values(terms.oneIn(2) ? 0 : price, quantity)
        .code(0)
        .text(terms.text());
  }

  private Control enter() {
    int instrumentId = references.instrumentId(definitions.instrumentId());
    Instrument instrument = definitions.instrument(instrumentId);
    return scaled(
        Control.of(ControlKind.ENTER)
            .instrument(instrumentId)
            .session(session())
            .requests(terms.side())
            .values(terms.price(instrument), terms.quantity(instrument))
            .text(terms.text()),
        instrument);
  }

  /** Now and then with prices and quantities in other scales than the instrument's. */
  private Control scaled(Control control, Instrument instrument) {
    if (!terms.oneIn(4)) {
      return control;
    }
    int priceScale = Math.max(0, instrument.priceScale() + random.nextInt(-1, 2));
    int quantityScale = Math.max(0, instrument.quantityScale() + random.nextInt(-1, 2));
    return control.switches(
        Control.IN_OWN_SCALES | priceScale << 8 | quantityScale, control.code());
  }

  private long part(OrderReport report, Instrument instrument) {
    long lots = Math.max(report.leavesQty(), report.lastQty()) / instrument.lotSize();
    return terms.oneIn(3) || lots < 1
        ? terms.quantity(instrument)
        : random.nextLong(1, lots + 1) * instrument.lotSize();
  }

  private Control ofVenue() {
    return switch (random.nextInt(16)) {
      case 0, 1 ->
          Control.of(ControlKind.PROFILE)
              .switches(random.nextInt(PROFILES), random.nextInt(PROFILES));
      case 2 -> Control.of(ControlKind.END_OF_DAY);
      case 3, 4 -> Control.of(ControlKind.START_OF_DAY).switches(bySchedule(), date());
      case 5 -> Control.of(ControlKind.CLOCK).time(offset()).code(random.nextInt(2));
      case 6, 7, 8 ->
          Control.of(ControlKind.CONNECTED)
              .session(session())
              .code(random.nextInt(2))
              .time(terms.oneIn(30) ? -1 : random.nextInt(3) * SECOND);
      case 9, 10, 11 -> Control.of(ControlKind.DISCONNECTED).session(session());
      case 12, 13 ->
          Control.of(ControlKind.KILL_SWITCH)
              .participant(terms.oneIn(9) ? random.nextInt(-1, 9) : random.nextInt(4))
              .code(terms.oneIn(3) ? 1 : 0);
      case 14 -> terms.oneIn(3) ? reset() : Control.of(ControlKind.SCHEDULED).time(SECOND);
      default -> Control.of(ControlKind.NEWS).text(terms.text());
    };
  }

  private Control reset() {
    return Control.of(ControlKind.RESET).code(random.nextInt(PROFILES));
  }

  private int session() {
    return terms.oneIn(20) ? -1 : definitions.sessionId();
  }

  /** Mostly the next day; else some day, or none. */
  private int date() {
    return switch (random.nextInt(12)) {
      case 0 -> 20_231_131;
      case 1 -> 20_200_101;
      case 2 -> 7;
      case 3 -> 20_231_120 + random.nextInt(10);
      default -> 0;
    };
  }

  private long offset() {
    return switch (random.nextInt(10)) {
      case 0 -> Long.MAX_VALUE;
      case 1 -> Long.MIN_VALUE;
      case 2, 3, 4, 5 -> 0;
      default -> random.nextLong(-100_000 * SECOND, 100_000 * SECOND);
    };
  }

  DefineLimits limits() {
    int instrumentId = references.instrumentId(definitions.instrumentId());
    Instrument instrument = definitions.instrument(instrumentId);
    long quantity = 4 * Math.max(1, Math.abs(terms.quantity(instrument)) % Instrument.LARGEST);
    long price = Math.max(1, instrument.maxPrice() / 3);
    long scale = (long) Math.pow(10, instrument.priceScale() + instrument.quantityScale());
    long worth = Math.max(1, (long) ((double) price * quantity / scale));
    int strange = terms.oneIn(20) ? -1 : 1;
    return new DefineLimits(
        terms.oneIn(20) ? random.nextInt(-1, 9) : random.nextInt(4),
        instrumentId,
        terms.oneIn(3) ? strange * quantity : 0,
        terms.oneIn(3) ? strange * worth : 0,
        terms.oneIn(4) ? random.nextInt(1, 20) : 0,
        terms.oneIn(3) ? 5 * quantity : 0,
        terms.oneIn(4) ? strange * random.nextInt(1, 300) : 0,
        terms.oneIn(4) ? random.nextInt(1, 50) : 0,
        terms.oneIn(40) ? 6 : random.nextInt(6));
  }
}
