package org.bourse.client.scenario;

import java.util.List;
import java.util.Set;
import org.bourse.client.scenario.script.Scenario;
import org.bourse.client.scenario.script.Step;

/** What a step must know of those behind it. */
final class Flow {

  private static final Set<String> ANSWERS_TO_LOGON = Set.of("A", "5", "3");

  private final List<Step> lines;

  Flow(Scenario scenario) {
    this.lines = scenario.lines();
  }

  /** Whether the script opens this session's connection itself, by the first thing that it does. */
  boolean opensItself(String session) {
    for (Step step : lines) {
      boolean own = step instanceof Step.OnSession on && on.session().equals(session);
      boolean preparing =
          step instanceof Step.Begin
              || step instanceof Step.NextOut
              || step instanceof Step.NextIn
              || step instanceof Step.Mute;
      if (own && !preparing) {
        return step instanceof Step.Logon
            || step instanceof Step.Connect
            || (step instanceof Step.Send send && send.type().equals("A"))
            || (step instanceof Step.Raw raw && raw.text().contains("|35=A|"));
      }
    }
    return false;
  }

  /** Whether the session's next step looks at what a logon or logout is answered with. */
  boolean looksAtAnswer(Step.OnSession asking) {
    boolean behind = false;
    for (Step step : lines) {
      boolean own = step instanceof Step.OnSession on && on.session().equals(asking.session());
      if (behind && own) {
        return step instanceof Step.ExpectEnd
            || step instanceof Step.ExpectNone
            || step instanceof Step.Disconnect
            || (step instanceof Step.Expect expect && ANSWERS_TO_LOGON.contains(expect.type()));
      }
      behind |= step == asking;
    }
    return false;
  }
}
