package org.bourse.client.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bourse.client.scenario.script.Scenario;

/**
 * How a scenario went.
 *
 * @param scenario which
 * @param verdict whether it held
 * @param duration how long it took
 * @param reason in one line; empty where it passed
 * @param details more lines: the step, what was expected, what was said before
 */
record Result(
    Scenario scenario, Verdict verdict, Duration duration, String reason, List<String> details) {

  enum Verdict {
    PASS,
    FAIL,
    /** It could not run: this says nothing about the venue. */
    ERROR
  }

  /** {@code PASS D.1.a two replaces (12 steps, 340 ms)}. */
  String line() {
    String title = scenario.title().isEmpty() ? "" : "  " + scenario.title();
    return String.format(
        Locale.ROOT,
        "%-5s %s%s (%d steps, %d ms)",
        verdict,
        scenario.id(),
        title,
        scenario.size(),
        duration.toMillis());
  }
}
