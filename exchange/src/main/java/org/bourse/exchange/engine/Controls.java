package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** Carries out what the venue does of itself, and answers each control. Rare: it may allocate. */
final class Controls {
  private static final long FAR = 36_500L * 24 * 60 * 60 * 1_000_000_000L;

  private final Instruments instruments;
  private final Orders orders;
  private final Sessions sessions;
  private final Reports reports;
  private final Venue venue;
  private final Phases phases;
  private final OrderControls ofOrders;
  private final RestateControls restates;
  private final TradeControls ofTrades;
  private final RequestControls ofRequests;
  private final Days days;
  private final Clock clock;
  private final MassCancels massCancels;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final ControlDecoder control = new ControlDecoder();

  Controls(
      Parts parts,
      OrderControls ofOrders,
      RestateControls restates,
      TradeControls ofTrades,
      RequestControls ofRequests,
      Days days,
      Clock clock,
      MassCancels massCancels) {
    instruments = parts.instruments;
    orders = parts.orders;
    sessions = parts.sessions;
    reports = parts.reports;
    venue = parts.venue;
    phases = parts.phases;
    this.ofOrders = ofOrders;
    this.restates = restates;
    this.ofTrades = ofTrades;
    this.ofRequests = ofRequests;
    this.days = days;
    this.clock = clock;
    this.massCancels = massCancels;
  }

  void carryOut(DirectBuffer buffer, int offset) {
    control.wrapAndApplyHeader(buffer, offset, header);
    ControlKind kind = ControlKind.of(control.kind());
    if (kind == null || !namesWhatIs()) {
      reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
      return;
    }
    String refusal = carryOut(kind);
    control.wrapAndApplyHeader(buffer, offset, header);
    reports.controlAnswered(control, refusal);
  }

  private boolean namesWhatIs() {
    return (control.instrumentId() == -1 || instruments.has(control.instrumentId()))
        && (control.sessionId() == -1 || sessions.has(control.sessionId()))
        && (control.participantId() == -1
            || (control.participantId() >= 0 && control.participantId() < sessions.participants()));
  }

  private @Nullable String carryOut(ControlKind kind) {
    return switch (kind) {
      case PROFILE -> {
        venue.profile(control.mask(), control.code());
        yield null;
      }
      case HOLD -> ofRequests.hold(control);
      case RELEASE -> release();
      case REJECT_NEXT -> ofRequests.refuseNext(control);
      case DELAY -> ofRequests.delay(control);
      case FILL -> ofOrders.fill(control);
      case BUST -> ofTrades.bust(control);
      case CORRECT -> ofTrades.correct(control);
      case CANCEL -> ofOrders.cancel(control);
      case RESTATE -> restates.restate(control);
      case ENTER -> ofOrders.enter(control);
      case REJECT -> ofOrders.reject(control);
      case STOP -> ofOrders.stop(control);
      case SUSPEND -> ofOrders.suspend(control);
      case CALCULATED -> ofOrders.calculated(control);
      case DONE_FOR_DAY -> doneForDay();
      case PHASE -> phase();
      case RESUME -> resume();
      case END_OF_DAY -> {
        days.end();
        yield null;
      }
      case START_OF_DAY -> days.start(control);
      case CLOCK -> clock();
      case TIME_PASSED -> {
        clock.pass();
        yield null;
      }
      case DISCONNECTED -> clock.disconnected(control);
      case CONNECTED -> clock.connected(control);
      case KILL_SWITCH -> killSwitch();
      case RESET -> reset();
      case NEWS -> {
        reports.notice(NoticeKind.NEWS, -1, -1, control.text());
        yield null;
      }
      case SCHEDULED -> {
        venue.scheduled(control.time(), control.code());
        yield null;
      }
    };
  }

  private @Nullable String release() {
    if (control.quantity() < 0) {
      return "Not so many can go on";
    }
    ofRequests.release(control.quantity());
    return null;
  }

  private @Nullable String doneForDay() {
    int instrumentId = control.instrumentId();
    if (instrumentId < 0) {
      return ofOrders.doneForDay(control.orderId());
    }
    ofOrders.allDoneForDay(instruments.get(instrumentId));
    return null;
  }

  private @Nullable String phase() {
    TradingPhase next = TradingPhase.of(control.code());
    if (next == null) {
      return "There is no such phase";
    }
    int only = control.instrumentId();
    String reason = control.text();
    boolean bySchedule = (control.mask() & Control.BY_SCHEDULE) != 0;
    for (int id = 0; id < instruments.count(); id++) {
      if (only < 0 || only == id) {
        ListedInstrument instrument = instruments.get(id);
        if (bySchedule && phases.isHalted(instrument, next)) {
          instrument.phaseBefore(next);
        } else {
          phases.enter(instrument, next, reason);
        }
      }
    }
    return null;
  }

  private @Nullable String resume() {
    int only = control.instrumentId();
    for (int id = 0; id < instruments.count(); id++) {
      ListedInstrument instrument = instruments.get(id);
      if (instrument.phase() == TradingPhase.HALTED && (only < 0 || only == id)) {
        phases.resume(instrument);
      } else if (only == id) {
        return "The instrument is not halted";
      }
    }
    return null;
  }

  private @Nullable String clock() {
    long before = control.code() == 1 ? venue.clockOffset() : 0;
    if (isFar(control.time()) || isFar(before + control.time())) {
      return "The clock can't be so far off";
    }
    clock.set(before + control.time());
    return null;
  }

  private static boolean isFar(long nanos) {
    return nanos > FAR || nanos < -FAR;
  }

  private @Nullable String killSwitch() {
    int participantId = control.participantId();
    if (participantId < 0) {
      return "Unknown participant";
    }
    boolean on = control.code() == 1;
    sessions.block(participantId, on);
    if (on) {
      massCancels.cancel(
          -1,
          orderId -> orders.participantId(orderId) == participantId,
          Restatement.NONE,
          Restatement.KILL_TEXT);
    }
    return null;
  }

  private @Nullable String reset() {
    venue.profile(-1, control.code());
    ofRequests.reset();
    for (int id = 0; id < instruments.count(); id++) {
      phases.enter(instruments.get(id), TradingPhase.CONTINUOUS, "Reset");
    }
    return null;
  }
}
