package org.bourse.client.scenario.wire;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What has arrived and was not looked at yet. Thread-safe; it keeps what one connection left. */
public final class Inbox {

  private final Deque<Arrival> arrivals = new ArrayDeque<>();

  synchronized void add(Arrival arrival) {
    arrivals.add(arrival);
    notifyAll();
  }

  /** Puts back what {@link #next} gave, so that it is given next again. */
  public synchronized void putBack(Arrival arrival) {
    arrivals.addFirst(arrival);
    notifyAll();
  }

  /** Forgets that a connection ended: there is a new one. */
  synchronized void forgetEnds() {
    arrivals.removeIf(arrival -> arrival instanceof Arrival.Ended);
  }

  /**
   * Takes out what came first.
   *
   * @param patience how long to wait for it
   * @return null where nothing came
   */
  public synchronized @Nullable Arrival next(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (arrivals.isEmpty()) {
      long left = (deadline - System.nanoTime() + 999_999) / 1_000_000;
      if (left <= 0) {
        return null;
      }
      wait(left);
    }
    return arrivals.remove();
  }
}
