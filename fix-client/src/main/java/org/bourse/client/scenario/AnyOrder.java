package org.bourse.client.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.wire.WireMessage;

/**
 * Expectations that may be met in any order; each session's messages are looked at by themselves.
 */
final class AnyOrder {

  private final Stage stage;
  private final Expectations expectations;

  AnyOrder(Stage stage, Expectations expectations) {
    this.stage = stage;
    this.expectations = expectations;
  }

  void expect(Step.AnyOrder step) throws StepFailed, InterruptedException {
    Map<String, List<Step.Expect>> bySession = new LinkedHashMap<>();
    for (Step.Expect expected : step.expectations()) {
      bySession.computeIfAbsent(expected.session(), name -> new ArrayList<>()).add(expected);
    }
    for (List<Step.Expect> ofOne : bySession.values()) {
      expect(ofOne);
    }
  }

  private void expect(List<Step.Expect> expected) throws StepFailed, InterruptedException {
    Duration patience =
        expected.stream().map(Step.Expect::within).max(Comparator.naturalOrder()).orElseThrow();
    AnyOrderMatch match = new AnyOrderMatch(expected.size());
    while (!match.isComplete()) {
      Step.Expect missing = firstMissing(expected, match);
      WireMessage message = next(expected, missing, patience);
      Comparison[] comparisons =
          expected.stream()
              .map(one -> expectations.compare(one, message))
              .toArray(Comparison[]::new);
      if (!match.place(comparisons)) {
        throw unexpected(expected, comparisons, match, missing);
      }
    }
    for (int i = 0; i < expected.size(); i++) {
      Comparison held = match.held(i);
      if (held != null) {
        stage.bindings().capture(held.captured());
      }
    }
  }

  private WireMessage next(List<Step.Expect> expected, Step.Expect missing, Duration patience)
      throws StepFailed, InterruptedException {
    boolean repeatedToo =
        expected.stream().anyMatch(one -> Expectations.has(one, Expectations.POSS_DUP_FLAG));
    Deadline deadline = new Deadline(patience);
    String sessionType =
        expected.stream()
            .map(Step.Expect::type)
            .filter(WireMessage::isSession)
            .findFirst()
            .orElse(missing.type());
    return expectations.next(missing, sessionType, repeatedToo, deadline, null);
  }

  private static Step.Expect firstMissing(List<Step.Expect> expected, AnyOrderMatch match) {
    for (int i = 0; i < expected.size(); i++) {
      if (match.held(i) == null) {
        return expected.get(i);
      }
    }
    throw new IllegalStateException("nothing is missing");
  }

  /** The message beside what it comes closest to, of those that still wait for theirs. */
  private static StepFailed unexpected(
      List<Step.Expect> expected,
      Comparison[] comparisons,
      AnyOrderMatch match,
      Step.Expect missing) {
    int closest = expected.indexOf(missing);
    for (int i = 0; i < comparisons.length; i++) {
      if (match.held(i) == null && comparisons[i].faults() < comparisons[closest].faults()) {
        closest = i;
      }
    }
    return new StepFailed(
        expected.get(closest),
        "a message that fits none of those expected; this comes closest",
        ComparisonText.lines(comparisons[closest]));
  }
}
