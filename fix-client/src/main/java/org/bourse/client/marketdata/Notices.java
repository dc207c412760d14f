package org.bourse.client.marketdata;

import java.time.Duration;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.DurationText;

/** What the user is told on standard error, in lines. Any thread. */
final class Notices {

  private final Console console;
  private boolean waiting;
  private boolean away;
  private long since;

  Notices(Console console) {
    this.console = console;
  }

  /** There is no connection to begin with; told once. */
  synchronized void waiting(String reason) {
    if (!waiting) {
      waiting = true;
      tell("no connection yet (" + reason + "), trying again each second");
    }
  }

  synchronized void away(String reason) {
    away = true;
    since = System.nanoTime();
    tell("connection lost (" + reason + "), trying again each second");
  }

  synchronized void connected() {
    if (away) {
      away = false;
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      tell("connected again after " + DurationText.of(took));
    }
  }

  void tell(String notice) {
    console.err().println(notice);
    console.err().flush();
  }
}
