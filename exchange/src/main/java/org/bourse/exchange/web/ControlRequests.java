package org.bourse.exchange.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Profile;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.venue.VenueState;
import org.jspecify.annotations.Nullable;

/** Makes a control of what an operator has posted. */
final class ControlRequests {
  private static final long MOST = 1_000_000_000;

  private final VenueState state;
  private final int profile;

  /**
   * For a venue.
   *
   * @param profile the switches that a reset goes back to
   */
  ControlRequests(VenueState state, int profile) {
    this.state = state;
    this.profile = profile;
  }

  /**
   * Reads a control.
   *
   * @return null where there is no control of that name
   */
  @Nullable Control read(String name, JsonNode json) {
    Parameters parameters = new Parameters(json, state);
    Control control = control(name, parameters);
    if (control != null) {
      parameters.requireNoMore();
    }
    return control;
  }

  private @Nullable Control control(String name, Parameters p) {
    return switch (name) {
      case "profile" -> profile(p);
      case "hold" -> requests(ControlKind.HOLD, p);
      case "release" -> Control.of(ControlKind.RELEASE).values(0, p.whole("count", 1, MOST, 0));
      case "reject-next" ->
          requests(ControlKind.REJECT_NEXT, p)
              .code((int) p.whole("reason", 0, 99, defaultReason(p)))
              .text(p.text("text"));
      case "delay" -> requests(ControlKind.DELAY, p).time(p.length("by"));
      case "fill" -> fill(p).code(0);
      case "fill-away" -> fill(p).code(1);
      case "bust" -> Control.of(ControlKind.BUST).execution(execution(p));
      case "correct" -> correct(p);
      case "cancel" -> order(ControlKind.CANCEL, p).code(reason(p, -1)).text(p.text("text"));
      case "restate" -> restate(p);
      case "stop" ->
          order(ControlKind.STOP, p)
              .decimals(p.decimal("price"), p.decimal("quantity"))
              .text(p.text("text"));
      case "enter" -> enter(p);
      case "reject" ->
          order(ControlKind.REJECT, p).code((int) p.whole("reason", 0, 99, 0)).text(p.text("text"));
      case "suspend" -> order(ControlKind.SUSPEND, p).text(p.text("text"));
      case "calculated" -> order(ControlKind.CALCULATED, p).text(p.text("text"));
      case "done-for-day" -> doneForDay(p);
      case "phase" -> phase(p);
      case "halt" ->
          Control.of(ControlKind.PHASE)
              .instrument(p.market().instrumentId())
              .code(TradingPhase.HALTED.code())
              .text(p.text("text"));
      case "resume" -> Control.of(ControlKind.RESUME).instrument(p.market().instrumentId());
      case "end-of-day" -> Control.of(ControlKind.END_OF_DAY);
      case "start-of-day" ->
          Control.of(ControlKind.START_OF_DAY).code((int) p.whole("date", 19700101, 99991231, 0));
      case "clock" -> clock(p);
      case "reset" -> Control.of(ControlKind.RESET).code(profile);
      case "news" -> Control.of(ControlKind.NEWS).text(p.required("text"));
      case "kill-switch" -> killSwitch(p);
      default -> null;
    };
  }

  private static Control profile(Parameters p) {
    int which = 0;
    int values = 0;
    String[] names = {
      "pending-acks", "replaced-status", "expired-remainders", "first-fill", "reopen-by-replace"
    };
    int[] bits = {
      Profile.PENDING_ACKS,
      Profile.REPLACED_STATUS,
      Profile.EXPIRED_REMAINDERS,
      Profile.FIRST_FILL,
      Profile.REOPEN_BY_REPLACE
    };
    if (p.text("pending-acks").equals("on-arrival")) {
      which |= Profile.PENDING_ACKS | Profile.ACKS_ON_ARRIVAL;
      values |= Profile.PENDING_ACKS | Profile.ACKS_ON_ARRIVAL;
      names[0] = "";
    } else if (p.has("pending-acks")) {
      which |= Profile.ACKS_ON_ARRIVAL;
    }
    if (p.has("chaining")) {
      which |= Profile.NO_CHAINING;
      values |= p.isOn("chaining") ? 0 : Profile.NO_CHAINING;
    }
    for (int i = 0; i < bits.length; i++) {
      if (p.has(names[i])) {
        which |= bits[i];
        values |= p.isOn(names[i]) ? bits[i] : 0;
      }
    }
    String remainder = p.optional("ioc-remainder");
    if (remainder != null) {
      if (!remainder.equals("expired") && !remainder.equals("canceled")) {
        throw new BadRequest("ioc-remainder must be expired or canceled");
      }
      which |= Profile.EXPIRED_REMAINDERS;
      values |= remainder.equals("expired") ? Profile.EXPIRED_REMAINDERS : 0;
    }
    if (which == 0) {
      throw new BadRequest(
          "no switch is named: " + String.join(", ", names) + ", chaining, ioc-remainder");
    }
    return Control.of(ControlKind.PROFILE).switches(which, values);
  }

  private static Control requests(ControlKind kind, Parameters p) {
    return Control.of(kind)
        .requests(p.requestType())
        .session(p.optionalSession())
        .instrument(p.optionalInstrument());
  }

  private static long defaultReason(Parameters p) {
    return p.requestType() == 'D' ? 0 : 2;
  }

  private static Control fill(Parameters p) {
    return order(ControlKind.FILL, p)
        .decimals(p.requiredDecimal("price"), p.requiredDecimal("quantity"));
  }

  private static Control enter(Parameters p) {
    String side = p.required("side");
    if (!side.equals("1") && !side.equals("2")) {
      throw new BadRequest("side must be 1 or 2");
    }
    int session = p.optionalSession();
    if (session < 0) {
      throw new BadRequest("session is required");
    }
    return Control.of(ControlKind.ENTER)
        .session(session)
        .instrument(p.market().instrumentId())
        .requests(side.charAt(0))
        .decimals(p.requiredDecimal("price"), p.requiredDecimal("quantity"));
  }

  private static Control correct(Parameters p) {
    if (!p.has("price") && !p.has("quantity")) {
      throw new BadRequest("price or quantity is required");
    }
    return Control.of(ControlKind.CORRECT)
        .execution(execution(p))
        .decimals(p.decimal("price"), p.decimal("quantity"));
  }

  private static Control restate(Parameters p) {
    return order(ControlKind.RESTATE, p)
        .decimals(p.decimal("price"), p.decimal("quantity"))
        .code(reason(p, 99))
        .text(p.text("text"));
  }

  private static int reason(Parameters p, int otherwise) {
    return (int) p.whole("reason", 0, 99, otherwise);
  }

  private static Control doneForDay(Parameters p) {
    VenueState.Market market = p.optionalMarket();
    return market == null
        ? order(ControlKind.DONE_FOR_DAY, p)
        : Control.of(ControlKind.DONE_FOR_DAY).instrument(market.instrumentId());
  }

  private static Control phase(Parameters p) {
    String name = p.required("phase");
    for (TradingPhase phase : TradingPhase.values()) {
      if (phaseName(phase).equals(name)) {
        return Control.of(ControlKind.PHASE)
            .instrument(p.market().instrumentId())
            .code(phase.code())
            .text(p.text("text"));
      }
    }
    throw new BadRequest("there is no phase " + name);
  }

  /** A phase as operators write it. */
  static String phaseName(TradingPhase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Control clock(Parameters p) {
    String by = p.required("by");
    Control control = Control.of(ControlKind.CLOCK);
    return by.equals("reset") ? control : control.time(p.length("by")).code(1);
  }

  private Control killSwitch(Parameters p) {
    int participant = state.participant(p.required("participant"));
    if (participant < 0) {
      throw new BadRequest("unknown participant");
    }
    return Control.of(ControlKind.KILL_SWITCH).participant(participant).code(p.isOn("on") ? 1 : 0);
  }

  private static Control order(ControlKind kind, Parameters p) {
    return Control.of(kind).order(p.requiredWhole("order", 1, Long.MAX_VALUE / 10));
  }

  private static long execution(Parameters p) {
    return p.requiredWhole("execution", 1, Long.MAX_VALUE / 10);
  }
}
