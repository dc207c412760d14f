package org.bourse.exchange.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Counts how often a crash point's operation has come, and ends the process at the n-th. */
public final class CrashTrigger {
  private final CrashPoint point;
  private final SelfKill kill;
  private boolean armed;
  private int left;

  /**
   * A trigger that is armed from the begin or waits for {@link #arm}.
   *
   * @param arguments the crash point's
   */
  public CrashTrigger(List<String> arguments, boolean armed) throws IOException {
    point = CrashPoint.of(arguments);
    kill = SelfKill.prepare();
    left = point.nth();
    this.armed = armed;
  }

  /** Begins to count. */
  public synchronized void arm() {
    armed = true;
  }

  CrashPoint point() {
    return point;
  }

  /** Never returns at the n-th time. */
  synchronized void passing(CrashPoint.Moment moment, CrashPoint.Operation operation, Path file) {
    if (armed && point.isOf(moment, operation, name(file)) && --left == 0) {
      if (point.isInPassing()) {
        kill.begin();
      } else {
        kill.strike();
      }
    }
  }

  /** Whether the next passing half-way through an operation on a file would be counted. */
  boolean isHalfway(CrashPoint.Operation operation, Path file) {
    return point.isOf(CrashPoint.Moment.HALFWAY, operation, name(file));
  }

  private static String name(Path file) {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }
}
