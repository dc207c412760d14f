package org.bourse.client.scenario;

import java.time.Duration;
import org.bourse.client.cli.DurationText;

/** Until when a step waits. */
final class Deadline {
  private final Duration patience;
  private final long at;

  Deadline(Duration patience) {
    this.patience = patience;
    this.at = System.nanoTime() + patience.toNanos();
  }

  Duration left() {
    return Duration.ofNanos(Math.max(0, at - System.nanoTime()));
  }

  @Override
  public String toString() {
    return DurationText.of(patience);
  }
}
