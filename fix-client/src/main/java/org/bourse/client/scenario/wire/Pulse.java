package org.bourse.client.scenario.wire;

import java.time.Duration;

/** When a Heartbeat is due. Used by one thread at a time. */
final class Pulse {

  private static final int DEFAULT_SECONDS = 30;

  private long intervalNanos = Duration.ofSeconds(DEFAULT_SECONDS).toNanos();
  private long lastSent = System.nanoTime();
  private long mutedUntil = System.nanoTime();

  void begin() {
    lastSent = System.nanoTime();
  }

  /** HeartBtInt(108) of a Logon; none where it is not positive. */
  void interval(int seconds) {
    intervalNanos = seconds > 0 ? Duration.ofSeconds(seconds).toNanos() : Long.MAX_VALUE;
  }

  void sent() {
    lastSent = System.nanoTime();
  }

  void mute(Duration howLong) {
    mutedUntil = System.nanoTime() + howLong.toNanos();
  }

  boolean isMuted() {
    return System.nanoTime() - mutedUntil < 0;
  }

  boolean isDue() {
    return !isMuted() && System.nanoTime() - lastSent >= intervalNanos;
  }
}
