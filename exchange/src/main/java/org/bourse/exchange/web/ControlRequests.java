package org.bourse.exchange.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.venue.VenueState;
import org.jspecify.annotations.Nullable;

/** Makes a control of what an operator has posted. */
final class ControlRequests {
  private static final long MOST_RELEASED = 1_000_000_000;
  private static final long LARGEST_ID = Long.MAX_VALUE / 10;
  private static final int LARGEST_REASON = 99;
  private static final int NO_REASON = -1;
  private static final int OTHER = 99; // ExecRestatementReason(378)
  private static final int EXCHANGE_OPTION = 0; // OrdRejReason(103)
  private static final int EXCHANGE_OPTION_OF_CANCEL = 2; // CxlRejReason(102)

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
      case "profile" -> ProfileRequest.read(p);
      case "hold" -> requests(ControlKind.HOLD, p);
      case "release" ->
          Control.of(ControlKind.RELEASE).values(0, p.whole("count", 1, MOST_RELEASED, 0));
      case "reject-next" ->
          requests(ControlKind.REJECT_NEXT, p)
              .code(reason(p, defaultReason(p)))
              .text(p.text("text"));
      case "delay" -> requests(ControlKind.DELAY, p).time(delay(p));
      case "fill" -> fill(p).code(0);
      case "fill-away" -> fill(p).code(1);
      case "bust" -> Control.of(ControlKind.BUST).execution(execution(p));
      case "correct" -> correct(p);
      case "cancel" -> order(ControlKind.CANCEL, p).code(reason(p, NO_REASON)).text(p.text("text"));
      case "restate" -> restate(p);
      case "stop" ->
          order(ControlKind.STOP, p)
              .decimals(p.decimal("price"), p.decimal("quantity"))
              .text(p.text("text"));
      case "enter" -> enter(p);
      case "reject" ->
          order(ControlKind.REJECT, p).code(reason(p, EXCHANGE_OPTION)).text(p.text("text"));
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
      case "start-of-day" -> Control.of(ControlKind.START_OF_DAY).code(p.date("date"));
      case "clock" -> clock(p);
      case "reset" -> Control.of(ControlKind.RESET).code(profile);
      case "news" -> Control.of(ControlKind.NEWS).text(p.required("text"));
      case "kill-switch" -> killSwitch(p);
      default -> null;
    };
  }

  private static Control requests(ControlKind kind, Parameters p) {
    return Control.of(kind)
        .requests(p.requestType())
        .session(p.optionalSession())
        .instrument(p.optionalInstrument());
  }

  private static int defaultReason(Parameters p) {
    return p.requestType() == 'D' ? EXCHANGE_OPTION : EXCHANGE_OPTION_OF_CANCEL;
  }

  private static long delay(Parameters p) {
    long nanos = p.length("by");
    if (nanos < 0) {
      throw new BadRequest("by can't be below 0");
    }
    return nanos;
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
        .code(reason(p, OTHER))
        .text(p.text("text"));
  }

  private static int reason(Parameters p, int otherwise) {
    return (int) p.whole("reason", 0, LARGEST_REASON, otherwise);
  }

  private static Control doneForDay(Parameters p) {
    VenueState.Market market = p.optionalMarket();
    if (market == null && !p.has("order")) {
      throw new BadRequest("order or symbol is required");
    }
    return market == null
        ? order(ControlKind.DONE_FOR_DAY, p)
        : Control.of(ControlKind.DONE_FOR_DAY).instrument(market.instrumentId());
  }

  private static Control phase(Parameters p) {
    String name = p.required("phase");
    for (TradingPhase phase : TradingPhase.values()) {
      if (phase.word().equals(name)) {
        return Control.of(ControlKind.PHASE)
            .instrument(p.market().instrumentId())
            .code(phase.code())
            .text(p.text("text"));
      }
    }
    throw new BadRequest("there is no phase " + name);
  }

  private static Control clock(Parameters p) {
    String by = p.required("by");
    Control control = Control.of(ControlKind.CLOCK);
    return by.equals("reset") ? control : control.time(p.length("by")).code(1);
  }

  private Control killSwitch(Parameters p) {
    String name = p.required("participant");
    int participant = state.participant(name);
    if (participant < 0) {
      throw new BadRequest("unknown participant " + name);
    }
    return Control.of(ControlKind.KILL_SWITCH).participant(participant).code(p.isOn("on") ? 1 : 0);
  }

  private static Control order(ControlKind kind, Parameters p) {
    return Control.of(kind).order(p.requiredWhole("order", 1, LARGEST_ID));
  }

  private static long execution(Parameters p) {
    return p.requiredWhole("execution", 1, LARGEST_ID);
  }
}
