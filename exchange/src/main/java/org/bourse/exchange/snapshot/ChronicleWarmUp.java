package org.bourse.exchange.snapshot;

import java.io.IOException;

/**
 * Chronicle generates and compiles classes at its first use, which takes seconds. Begun early, on a
 * thread of its own, that is over by the time a map is wanted. Any thread.
 */
public final class ChronicleWarmUp {
  static {
    System.setProperty("chronicle.analytics.disable", "true");
    System.setProperty("chronicle.announcer.disable", "true");
  }

  private static volatile boolean begun;

  private ChronicleWarmUp() {}

  /** Begins, where it has not begun yet, and returns at once. */
  public static void begin() {
    begun = true;
    Once.begin();
  }

  /** Waits until what was begun is over, however it ends: the process can end in order then. */
  public static void finish() throws InterruptedException {
    if (begun) {
      Once.WORK.end();
    }
  }

  /** Waits until it is over; an IOException where Chronicle can't be used. */
  static void await() throws IOException {
    Once.WORK.result();
  }

  /** Begins when it is first touched. */
  private static final class Once {
    private static final OtherThread<Boolean> WORK =
        OtherThread.start("chronicle-warm-up", OpenOrderMap::warmUp);

    private static void begin() {}
  }
}
