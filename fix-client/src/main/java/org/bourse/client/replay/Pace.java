package org.bourse.client.replay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds the sender back to so many actions a second; 0 for no limit. One thread. */
final class Pace {

  /** After a pause longer than this the schedule begins anew, instead of a burst to catch up. */
  private static final long LATEST = TimeUnit.SECONDS.toNanos(1);

  private final long interval;
  private long due = System.nanoTime();

  Pace(int perSecond) {
    interval = perSecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  void await() {
    if (interval == 0) {
      return;
    }
    long now = System.nanoTime();
    if (now - due > LATEST) {
      due = now;
    }
    while (due - now > 0) {
      LockSupport.parkNanos(due - now);
      now = System.nanoTime();
    }
    due += interval;
  }
}
