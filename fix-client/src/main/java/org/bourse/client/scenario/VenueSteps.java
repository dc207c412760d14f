package org.bourse.client.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.scenario.script.Parameter;
import org.bourse.client.scenario.script.Place;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.venue.ExchangeProcess;
import org.bourse.client.scenario.venue.VenueRefused;

/** Carries out venue lines. */
final class VenueSteps {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** The controls after which a session's connection is gone. */
  private static final Set<String> ENDING = Set.of("drop");

  private final Stage stage;

  VenueSteps(Stage stage) {
    this.stage = stage;
  }

  void control(Step.Venue step) throws StepFailed, CouldNotRun, InterruptedException {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (Map.Entry<String, Parameter> parameter : step.parameters().entrySet()) {
      parameters.put(parameter.getKey(), value(step, parameter.getValue()));
    }
    try {
      stage.surroundings().venue().post(step.control(), parameters);
    } catch (VenueRefused e) {
      throw new StepFailed(step, "the venue refused: " + e.getMessage());
    }
    if (ENDING.contains(step.control())) {
      awaitEnd(String.valueOf(parameters.get("session")));
    }
  }

  private Object value(Step step, Parameter parameter) throws StepFailed {
    String text = stage.bindings().round(parameter.text());
    return switch (parameter.kind()) {
      case TEXT -> text;
      case NUMBER -> Integer.valueOf(text);
      case SESSION -> stage.compId(text);
      case CAPTURED -> {
        String captured = stage.bindings().captured(text);
        if (captured == null) {
          throw new StepFailed(step, "nothing has been captured as '" + text + "'");
        }
        yield captured;
      }
    };
  }

  private void awaitEnd(String compId) throws InterruptedException {
    for (Stage.Player player : stage.players()) {
      if (player.declared().sender().equals(compId)) {
        player.wire().awaitEnd(PATIENCE);
      }
    }
  }

  static CouldNotRun needsExchange(Step step) {
    Place place = step.place();
    return new CouldNotRun(
        place + ": '" + place.text() + "' needs --exchange, which says how to start the exchange");
  }

  void exchange(Step.Exchange step) throws StepFailed, CouldNotRun, InterruptedException {
    ExchangeProcess exchange = stage.surroundings().exchange();
    if (exchange == null) {
      throw needsExchange(step);
    }
    switch (step.act()) {
      case START -> exchange.start();
      case KILL -> exchange.kill();
      case STOP -> {
        int code = exchange.stop();
        if (code != 0) {
          throw new StepFailed(step, "the exchange ended with " + code);
        }
      }
    }
    if (step.act() != Step.Exchange.Act.START) {
      for (Stage.Player player : stage.players()) {
        player.wire().awaitEnd(PATIENCE);
      }
    }
  }
}
