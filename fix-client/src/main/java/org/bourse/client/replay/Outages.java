package org.bourse.client.replay;

import java.time.Duration;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.DurationText;

/** Counts the times without a connection, and tells of them. Any thread. */
final class Outages {

  private final Console console;
  private boolean away;
  private boolean waiting;
  private int count;
  private long total;
  private long since;

  Outages(Console console) {
    this.console = console;
  }

  /** There is no connection to begin with; told once. */
  synchronized void waiting(String reason) {
    if (!waiting) {
      waiting = true;
      tell("no connection yet (" + reason + "), trying again each second");
    }
  }

  synchronized void begin(String reason) {
    away = true;
    count++;
    since = System.nanoTime();
    tell("connection lost (" + reason + "), trying again each second");
  }

  synchronized void end() {
    if (away) {
      away = false;
      long took = System.nanoTime() - since;
      total += took;
      tell("connected again after " + DurationText.of(Duration.ofNanos(took)));
    }
  }

  private void tell(String what) {
    console.err().println((console.terminal() ? "\r\033[K" : "") + what);
    console.err().flush();
  }

  synchronized int count() {
    return count;
  }

  synchronized Duration total() {
    return Duration.ofNanos(total);
  }
}
