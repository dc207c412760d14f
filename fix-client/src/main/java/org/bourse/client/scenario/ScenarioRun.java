package org.bourse.client.scenario;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.scenario.script.Scenario;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.venue.ExchangeProcess;
import org.bourse.client.scenario.venue.VenueRefused;
import org.bourse.client.scenario.wire.Outgoing;
import org.jspecify.annotations.Nullable;

/** Runs one scenario after the other and leaves nothing behind. Used by one thread. */
final class ScenarioRun {

  private final Surroundings surroundings;
  private final boolean clean;
  private final @Nullable PrintWriter messages;
  private int number;

  /**
   * A run.
   *
   * @param surroundings what all scenarios share
   * @param clean whether orders are canceled after scenarios without venue lines too
   * @param messages where every message is printed, null for nowhere
   */
  ScenarioRun(Surroundings surroundings, boolean clean, @Nullable PrintWriter messages) {
    this.surroundings = surroundings;
    this.clean = clean;
    this.messages = messages;
  }

  Result run(Scenario scenario) throws InterruptedException {
    long begin = System.nanoTime();
    OpenOrders orders = new OpenOrders();
    ClOrdIds clOrdIds = new ClOrdIds(++number);
    Transcript transcript = new Transcript(surroundings.text(), messages, orders, clOrdIds);
    Stage stage = new Stage(surroundings, clOrdIds, transcript);
    boolean controls = scenario.lines().stream().anyMatch(Step.Venue.class::isInstance);
    Result.Verdict verdict = Result.Verdict.PASS;
    String reason = "";
    List<String> details = new ArrayList<>();
    try {
      needExchange(scenario);
      if (controls) {
        reset();
      }
      new StepRunner(stage, new Flow(scenario)).run(scenario.steps());
    } catch (StepFailed e) {
      verdict = Result.Verdict.FAIL;
      reason = e.step().place() + ": " + e.getMessage();
      details.add(e.step().place().text());
      details.addAll(e.details());
      details.add("what was said last:");
      transcript.last().forEach(line -> details.add("  " + line));
    } catch (CouldNotRun e) {
      verdict = Result.Verdict.ERROR;
      reason = String.valueOf(e.getMessage());
    }
    String left = leave(stage, orders, controls, verdict);
    if (!left.isEmpty() && verdict == Result.Verdict.PASS) {
      verdict = Result.Verdict.ERROR;
      reason = "it passed, but could not be cleaned up after: " + left;
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - begin);
    return new Result(scenario, verdict, duration, reason, details);
  }

  private void needExchange(Scenario scenario) throws CouldNotRun {
    for (Step step : scenario.lines()) {
      if (step instanceof Step.Exchange && surroundings.exchange() == null) {
        throw VenueSteps.needsExchange(step);
      }
    }
  }

  private void reset() throws CouldNotRun, InterruptedException {
    try {
      surroundings.venue().post("reset", Map.of());
    } catch (VenueRefused e) {
      throw new CouldNotRun("venue reset: " + e.getMessage(), e);
    }
  }

  /** Puts everything back; what could not be, in one line. */
  private String leave(Stage stage, OpenOrders orders, boolean controls, Result.Verdict verdict)
      throws InterruptedException {
    boolean broken = verdict == Result.Verdict.ERROR;
    String left = "";
    try {
      ExchangeProcess exchange = surroundings.exchange();
      if (exchange != null) {
        exchange.start();
      }
      if (controls && !broken) {
        reset();
      }
      if ((controls || clean || verdict == Result.Verdict.FAIL) && !broken) {
        CleanUp cleanUp = new CleanUp(stage, orders);
        for (Stage.Player player : stage.players()) {
          if (player.wire().progress().hasEverLoggedOn()) {
            cleanUp.cancelAll(player);
          }
        }
      }
      for (Stage.Player player : stage.players()) {
        Logons.logout(player.wire(), Outgoing.plain("5"));
      }
    } catch (CouldNotRun | IOException e) {
      left = String.valueOf(e.getMessage());
    } finally {
      stage.players().forEach(player -> player.wire().close());
    }
    return left;
  }
}
