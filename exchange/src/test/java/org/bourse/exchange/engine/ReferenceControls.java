package org.bourse.exchange.engine;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** What the venue does of itself. Each control is answered with why it can't be, null: it was. */
final class ReferenceControls {
  private static final long FAR = 36_500L * 24 * 60 * 60 * 1_000_000_000L;

  private final ReferenceMarket market;
  private final ReferenceOrderControls ofOrders;
  private final ReferenceTradeControls ofTrades;
  private final ReferenceClock clock;
  private final ReferenceDays days;

  ReferenceControls(ReferenceMarket market) {
    this.market = market;
    this.ofOrders = new ReferenceOrderControls(market);
    this.ofTrades = new ReferenceTradeControls(market);
    this.clock = new ReferenceClock(market);
    this.days = new ReferenceDays(market);
  }

  /** False where the control names what there is not. */
  boolean carryOut(Control control) {
    boolean isUsable =
        (control.instrumentId() == -1 || market.isListed(control.instrumentId()))
            && (control.sessionId() == -1 || market.sessions.has(control.sessionId()))
            && (control.participantId() == -1
                || market.sessions.hasParticipant(control.participantId()));
    if (isUsable) {
      String refusal = answer(control);
      market.reports.answered(control, refusal);
    }
    return isUsable;
  }

  private @Nullable String answer(Control control) {
    return switch (control.kind()) {
      case HOLD, DELAY, REJECT_NEXT -> rule(control);
      case RELEASE -> release(control);
      case FILL -> ofOrders.fill(control);
      case BUST -> ofTrades.bust(control);
      case CORRECT -> ofTrades.correct(control);
      case CANCEL -> ofOrders.cancel(control);
      case RESTATE -> ofOrders.restate(control);
      case STOP -> ofOrders.stop(control);
      case SUSPEND -> ofOrders.suspend(control);
      case CALCULATED -> ofOrders.calculated(control);
      case DONE_FOR_DAY -> ofOrders.doneForDay(control);
      case PHASE -> phase(control);
      case RESUME -> resume(control);
      case START_OF_DAY -> startOfDay(control);
      case CLOCK -> clock(control);
      case DISCONNECTED -> clock.disconnected(control);
      case CONNECTED -> clock.connected(control);
      case KILL_SWITCH -> killSwitch(control);
      case ENTER -> ofOrders.enter(control);
      case REJECT -> ofOrders.reject(control);
      case PROFILE, END_OF_DAY, TIME_PASSED, RESET, NEWS, SCHEDULED -> {
        always(control);
        yield null;
      }
    };
  }

  private void always(Control control) {
    switch (control.kind()) {
      case PROFILE -> market.profile(control.mask(), control.code());
      case END_OF_DAY -> days.end();
      case TIME_PASSED -> clock.pass();
      case NEWS -> market.reports.notice(-1, -1, NoticeKind.NEWS, control.text());
      case RESET -> reset(control);
      default -> {}
    }
  }

  private @Nullable String rule(Control control) {
    if ("DFG".indexOf(control.msgType()) < 0) {
      return "type must be D, F or G";
    }
    switch (control.kind()) {
      case HOLD -> market.holds.hold(control);
      case REJECT_NEXT -> market.holds.refuseNext(control);
      default -> {
        if (control.time() < 0) {
          return "A delay can't be below 0";
        }
        market.holds.delay(control);
      }
    }
    return null;
  }

  private @Nullable String release(Control control) {
    if (control.quantity() < 0) {
      return "Not so many can go on";
    }
    market.holds.release(control.quantity());
    return null;
  }

  private @Nullable String phase(Control control) {
    TradingPhase next = null;
    for (TradingPhase phase : TradingPhase.values()) {
      next = phase.code() == control.code() ? phase : next;
    }
    if (next == null) {
      return "There is no such phase";
    }
    boolean bySchedule = (control.mask() & Control.BY_SCHEDULE) != 0;
    for (ReferenceListing listing : market.listings) {
      if (control.instrumentId() >= 0 && control.instrumentId() != listing.id) {
        continue;
      }
      boolean isHalted = listing.phase == TradingPhase.HALTED && next != TradingPhase.CLOSED;
      if (bySchedule && isHalted) {
        listing.phaseBefore = next;
        market.reached.add("a schedule that a halt outlasts");
      } else {
        market.phases.enter(listing, next, control.text());
      }
    }
    return null;
  }

  private @Nullable String resume(Control control) {
    ReferenceListing only = market.listingOrNone(control.instrumentId());
    if (only != null && only.phase != TradingPhase.HALTED) {
      return "The instrument is not halted";
    }
    for (ReferenceListing listing : market.listings) {
      if (listing.phase == TradingPhase.HALTED && (only == null || only == listing)) {
        market.phases.resume(listing);
      }
    }
    return null;
  }

  private @Nullable String startOfDay(Control control) {
    LocalDate today = market.time.today();
    LocalDate next = control.code() == 0 ? market.time.nextWorkday() : date(control.code());
    if (next == null || (market.time.days > 0 && next.isBefore(today))) {
      return "No day after the last: " + control.code();
    }
    days.start(next, (control.mask() & Control.BY_SCHEDULE) != 0);
    return null;
  }

  private static @Nullable LocalDate date(int number) {
    try {
      return LocalDate.parse(Integer.toString(number), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable String clock(Control control) {
    BigInteger before = BigInteger.valueOf(control.code() == 1 ? market.time.offset : 0);
    BigInteger time = BigInteger.valueOf(control.time());
    if (isFar(time) || isFar(before.add(time))) {
      return "The clock can't be so far off";
    }
    market.time.offset = before.add(time).longValueExact();
    market.reports.notice(-1, -1, NoticeKind.CLOCK_SET, Long.toString(market.time.offset));
    clock.pass();
    return null;
  }

  private static boolean isFar(BigInteger time) {
    return time.abs().compareTo(BigInteger.valueOf(FAR)) > 0;
  }

  private @Nullable String killSwitch(Control control) {
    int participantId = control.participantId();
    if (participantId < 0) {
      return "Unknown participant";
    }
    if (control.code() == 1) {
      market.sessions.blocked.add(participantId);
      market.queries.cancel(-1, order -> order.participantId == participantId, "Kill switch");
    } else {
      market.sessions.blocked.remove(participantId);
    }
    return null;
  }

  private void reset(Control control) {
    market.profile(-1, control.code());
    market.holds.reset();
    for (ReferenceListing listing : market.listings) {
      market.phases.enter(listing, TradingPhase.CONTINUOUS, "Reset");
    }
  }
}
