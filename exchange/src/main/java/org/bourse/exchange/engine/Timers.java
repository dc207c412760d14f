package org.bourse.exchange.engine;

/**
 * When the engine wants to be told the time, by the clock of its commands: never too late, at times
 * too early.
 */
final class Timers {
  private static final long SOON_NANOS = 250_000_000;

  private long now;
  private long earliest = Long.MAX_VALUE;

  /** The time of the command in hand. */
  void begin(long time) {
    now = time;
  }

  long now() {
    return now;
  }

  /** Something is due at a moment. */
  void at(long time) {
    earliest = Math.min(earliest, time);
  }

  /** Something is due in a while, which leaves room for more of the same. */
  void soon() {
    at(now + SOON_NANOS);
  }

  /** Nothing is due any more: who waits says so again. */
  void clear() {
    earliest = Long.MAX_VALUE;
  }

  /** MAX_VALUE: nothing is due. */
  long earliest() {
    return earliest;
  }
}
