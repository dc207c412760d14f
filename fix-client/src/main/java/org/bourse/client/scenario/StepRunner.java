package org.bourse.client.scenario;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.script.Value;
import org.bourse.client.scenario.wire.RawMessage;
import org.bourse.client.scenario.wire.WireSession;

/** Carries out the steps of one scenario. */
final class StepRunner {

  private static final Pattern RAW_CL_ORD_ID = Pattern.compile("(?<=^|\\|)(\\d+)=auto:([^|]*)");

  private final Stage stage;
  private final Flow flow;
  private final Messages messages;
  private final Logons logons;
  private final Expectations expectations;
  private final VenueSteps venue;
  private final Set<String> loggedOn = new HashSet<>();

  StepRunner(Stage stage, Flow flow) {
    this.stage = stage;
    this.flow = flow;
    this.messages = new Messages(stage);
    this.logons = new Logons(messages);
    this.expectations = new Expectations(stage);
    this.venue = new VenueSteps(stage);
  }

  void run(List<? extends Step> steps) throws StepFailed, CouldNotRun, InterruptedException {
    for (Step step : steps) {
      run(step);
    }
  }

  private void run(Step step) throws StepFailed, CouldNotRun, InterruptedException {
    if (step instanceof Step.OnSession onSession) {
      try {
        run(onSession);
      } catch (IOException e) {
        throw new StepFailed(step, onSession.session() + ": " + e.getMessage());
      }
    } else if (step instanceof Step.Wait wait) {
      Thread.sleep(wait.howLong().toMillis());
    } else if (step instanceof Step.AnyOrder anyOrder) {
      new AnyOrder(stage, expectations).expect(anyOrder);
    } else if (step instanceof Step.Repeat repeat) {
      repeat(repeat);
    } else if (step instanceof Step.Venue control) {
      venue.control(control);
    } else if (step instanceof Step.Exchange exchange) {
      venue.exchange(exchange);
    }
  }

  private void repeat(Step.Repeat repeat) throws StepFailed, CouldNotRun, InterruptedException {
    for (int round = 1; round <= repeat.times(); round++) {
      stage.bindings().beginRound(round);
      run(repeat.steps());
      stage.bindings().endRound();
    }
  }

  private void run(Step.OnSession step)
      throws StepFailed, CouldNotRun, IOException, InterruptedException {
    if (step instanceof Step.Begin begin) {
      begin(begin);
    } else if (step instanceof Step.Expect expect) {
      expectations.expect(expect);
    } else if (step instanceof Step.ExpectNone none) {
      expectations.none(none);
    } else if (step instanceof Step.ExpectExactly exactly) {
      expectations.exactly(exactly);
    } else if (step instanceof Step.ExpectEnd end) {
      expectations.end(end);
    } else {
      act(step, stage.wire(step));
    }
  }

  private void act(Step.OnSession step, WireSession session)
      throws StepFailed, CouldNotRun, IOException, InterruptedException {
    if (step instanceof Step.Send send) {
      send(send, session);
    } else if (step instanceof Step.Raw raw) {
      connectFirst(raw.text().contains("|35=A|"), session);
      session.send(new RawMessage(raw(raw.text())));
    } else if (step instanceof Step.Bytes bytes) {
      session.send(DefMessages.bytes(bytes.text(), Instant.now()));
    } else if (step instanceof Step.Logon logon) {
      boolean first = loggedOn.add(logon.session());
      logons.logon(stage.player(logon.session()), logon, first, !flow.looksAtAnswer(logon));
    } else if (step instanceof Step.Logout logout) {
      logout(logout, session);
    } else if (step instanceof Step.Connect) {
      Logons.connect(session);
    } else if (step instanceof Step.Disconnect) {
      session.disconnect();
    } else if (step instanceof Step.NextOut nextOut) {
      session.nextOut(nextOut.number());
    } else if (step instanceof Step.NextIn nextIn) {
      session.nextIn(nextIn.number());
    } else if (step instanceof Step.Mute mute) {
      session.mute(mute.howLong());
    } else if (step instanceof Step.StopReading stop) {
      session.stopReading(stop.howLong());
    }
  }

  private void begin(Step.Begin begin) throws StepFailed, CouldNotRun, InterruptedException {
    Stage.Player player = stage.add(begin.declared());
    if (begin.isPlain()) {
      player.wire().makePlain();
    } else if (!flow.opensItself(begin.session())) {
      logons.open(player, begin);
      loggedOn.add(begin.session());
    }
  }

  private void send(Step.Send send, WireSession session)
      throws StepFailed, CouldNotRun, IOException {
    connectFirst(send.type().equals("A"), session);
    session.send(messages.message(send, send.type(), send.fields(), session.now()));
  }

  /** A Logon that the script writes itself opens the connection; anything else needs one. */
  private static void connectFirst(boolean isLogon, WireSession session) throws CouldNotRun {
    if (isLogon) {
      Logons.connect(session);
    }
  }

  private void logout(Step.Logout logout, WireSession session)
      throws StepFailed, IOException, InterruptedException {
    if (flow.looksAtAnswer(logout)) {
      session.send(messages.message(logout, "5", logout.fields(), session.now()));
    } else if (!Logons.logout(
        session, messages.message(logout, "5", logout.fields(), session.now()))) {
      throw new StepFailed(
          logout, "the Logout was not answered within " + DurationText.of(Logons.PATIENCE));
    }
  }

  /** {@code 11=auto:X} is the unique ClOrdID that stands for X; {@code #n} is the round. */
  private String raw(String text) {
    return RAW_CL_ORD_ID
        .matcher(stage.bindings().round(text))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1) + "=" + unique(found.group(1), found.group(2))));
  }

  private String unique(String tag, String name) {
    return stage.bindings().onWire(Integer.parseInt(tag), new Value.Text(name, false));
  }
}
