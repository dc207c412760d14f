package org.bourse.client.fix;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.jspecify.annotations.Nullable;

/** Whether the session can be used, since when it can't, and why. Any thread. */
final class Link {

  private static final long NUDGE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final String address;
  private volatile boolean ready;
  private long awaySince = System.nanoTime();
  private String reason = "no answer";
  private @Nullable String ended;

  Link(String address) {
    this.address = address;
  }

  boolean isReady() {
    return ready;
  }

  synchronized void ready() {
    ready = true;
    notifyAll();
  }

  /** Returns whether it was ready before. */
  synchronized boolean away(String why) {
    boolean was = ready;
    if (was) {
      awaySince = System.nanoTime();
    }
    ready = false;
    reason = why;
    notifyAll();
    return was;
  }

  /** It will not be ready again: whoever waits is told why. */
  synchronized void end(String why) {
    ready = false;
    if (ended == null) {
      ended = why;
    }
    notifyAll();
  }

  /**
   * Returns once ready.
   *
   * @param patience how long the connection may have been away in all
   * @param nudge called now and then while it is not ready
   * @throws CouldNotRun if it stays away longer, or for good
   */
  void awaitReady(Duration patience, Runnable nudge) throws CouldNotRun, InterruptedException {
    while (!ready && !awaitReadyForAMoment(patience)) {
      nudge.run();
    }
  }

  /** As {@link #awaitReady}, but returns after half a second at most, with whether it is ready. */
  synchronized boolean awaitReadyForAMoment(Duration patience)
      throws CouldNotRun, InterruptedException {
    long end = System.nanoTime() + NUDGE_NANOS;
    while (!ready) {
      if (ended != null) {
        throw new CouldNotRun(ended);
      }
      long left = awaySince + patience.toNanos() - System.nanoTime();
      if (left <= 0) {
        throw new CouldNotRun(
            "no connection to " + address + " for " + DurationText.of(patience) + ": " + reason);
      }
      long moment = Math.min(left, end - System.nanoTime());
      if (moment <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(moment, 1_000_000));
    }
    return true;
  }
}
