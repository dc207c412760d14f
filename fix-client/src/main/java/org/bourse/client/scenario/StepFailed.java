package org.bourse.client.scenario;

import java.util.List;
import org.bourse.client.scenario.script.Step;

/** A step did not go as it should; the message says why in one line, the details in more. */
final class StepFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Step step;
  private final List<String> details;

  StepFailed(Step step, String message, List<String> details) {
    super(message);
    this.step = step;
    this.details = List.copyOf(details);
  }

  StepFailed(Step step, String message) {
    this(step, message, List.of());
  }

  Step step() {
    return step;
  }

  List<String> details() {
    return details;
  }
}
