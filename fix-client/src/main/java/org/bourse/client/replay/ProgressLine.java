package org.bourse.client.replay;

import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.Console;

/**
 * How far the replay is: one line written over five times a second on a terminal, a line every five
 * seconds elsewhere.
 */
final class ProgressLine implements AutoCloseable {

  private static final String CLEAR = "\r\033[K";

  private final Console console;
  private final InFlight inFlight;
  private final Ledger ledger;
  private final int actions;
  private final int fills;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "progress");
            thread.setDaemon(true);
            return thread;
          });
  private long lastTime = System.nanoTime();
  private int lastSent;

  ProgressLine(Console console, InFlight inFlight, Ledger ledger, int actions, int fills) {
    this.console = console;
    this.inFlight = inFlight;
    this.ledger = ledger;
    this.actions = actions;
    this.fills = fills;
  }

  void start() {
    long millis = console.terminal() ? 200 : 5_000;
    var unused = clock.scheduleAtFixedRate(this::show, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void show() {
    int sent = inFlight.sent();
    long now = System.nanoTime();
    double rate = (sent - lastSent) * 1e9 / Math.max(1, now - lastTime);
    lastSent = sent;
    lastTime = now;
    String text =
        String.format(
            Locale.ROOT,
            "%,d of %,d actions  %,.0f/s  %,d of %,d fills  %,d unanswered",
            sent,
            actions,
            rate,
            ledger.matched(),
            fills,
            inFlight.unanswered());
    if (console.terminal()) {
      console.err().print(CLEAR + text);
    } else {
      console.err().println(text);
    }
    console.err().flush();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    if (console.terminal()) {
      console.err().print(CLEAR);
      console.err().flush();
    }
  }
}
