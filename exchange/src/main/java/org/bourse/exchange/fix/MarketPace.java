package org.bourse.exchange.fix;

import java.util.concurrent.TimeUnit;

/**
 * Says when subscribers may be told of what has changed: after each command, as long as the thread
 * that tells them keeps up and they all take no more bytes than they may; else after several, so
 * that telling takes a small part of a processor. One thread; times are those of the nano clock.
 */
final class MarketPace {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** So many events behind, it would not keep up. */
  private static final long FAR_BEHIND = 50_000;

  /** With so few it does, however slow the machine is just now. */
  private static final long JUST_BEHIND = 500;

  /** So late with the last of what is there, it would not keep up either. */
  private static final long LATEST = SECOND;

  /** So few commands since the last time, and it can tell of each again. */
  private static final int FEW = 64;

  private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(1);

  private static final long SHORTEST_WAIT = TimeUnit.MICROSECONDS.toNanos(50);

  private static final long LONGEST_PAUSE = SECOND;

  /** So long a round takes where more is to be sent than may be. */
  private static final long ROUND = SECOND;

  /** A pause is so many times as long as the processor was busy with the telling before it. */
  private static final int PAUSES = 9;

  private static final int FEW_PAUSES = 3;

  /** Nothing to tell for so long, and it can tell of each again. */
  private static final long CALM = TimeUnit.MILLISECONDS.toNanos(100);

  private static final int MEMORY = 8; // rounds

  private final long bytesPerSecond;
  private boolean isConflating;
  private double allowance; // bytes
  private long filledAt;
  private long nextAt;
  private int taken; // turns of this round
  private long beganAt;
  private int steps;
  private double events = 1; // told of lately one by one, and how long that has taken
  private double nanos;

  MarketPace(long bytesPerSecond, long now) {
    this.bytesPerSecond = bytesPerSecond;
    allowance = bytesPerSecond;
    filledAt = now;
    nextAt = now;
    beganAt = now - ROUND;
  }

  /** Whether several commands are told of at a time. */
  boolean isConflating() {
    return isConflating;
  }

  /** So many bytes were sent; what is too much is made up for within a second. */
  void sent(int bytes) {
    allowance = Math.max(-(double) bytesPerSecond, allowance - bytes);
  }

  /** A command has changed something that is told of later. */
  void putOff() {
    steps++;
  }

  /** While not conflating: so many events were told of, and that has taken so long. */
  void followed(int count, long took) {
    events += count - events / MEMORY;
    nanos += took - nanos / MEMORY;
  }

  private boolean isLate(long behind) {
    return behind > FAR_BEHIND
        || (behind > JUST_BEHIND && behind * nanos > LATEST * Math.max(1, events));
  }

  /**
   * Looks at how it goes.
   *
   * @param behind how many events are there that were not looked at yet
   * @param now nanoseconds
   * @param isAnyWaiting whether something is still to be told
   */
  void look(long behind, long now, boolean isAnyWaiting) {
    double more = (double) bytesPerSecond * (now - filledAt) / SECOND;
    allowance = Math.min((double) bytesPerSecond, allowance + more);
    filledAt = now;
    if (isConflating && !isAnyWaiting && now - nextAt > CALM && allowance > 0 && !isLate(behind)) {
      isConflating = false;
    }
    if (!isConflating && (isLate(behind) || allowance <= 0)) {
      isConflating = true;
      steps = FEW + 1;
      nextAt = now;
      beganAt = now - ROUND;
    }
  }

  /** While conflating: a round begins. */
  void begin(long now) {
    taken = 0;
    beganAt = now;
  }

  /**
   * While conflating: whether it is time to go on with the round, or to begin another. Where more
   * bytes are to be sent than may be, a round takes a second, each having its turn after the other.
   *
   * @param left how many of the round still have a turn, 0: it is over
   */
  boolean isTime(long now, int left) {
    return now - nextAt >= 0 && (allowance > 0 || now - turnAt(left) >= 0);
  }

  private long turnAt(int left) {
    return beganAt + (left == 0 ? ROUND : ROUND * taken / (taken + left));
  }

  /** How long the thread rests when it was busy for so long: less in a round that takes long. */
  private long pauseAfter(long busyNanos, long now) {
    int pauses = now - beganAt > 2 * ROUND ? FEW_PAUSES : PAUSES;
    return Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, pauses * busyNanos));
  }

  /** While conflating: how long until it is time to go on. */
  long pause(long now, int left) {
    long forBytes = allowance > 0 ? 0 : (long) ((1 - allowance) / bytesPerSecond * SECOND);
    long untilTurn = turnAt(left) - now;
    return Math.max(SHORTEST_WAIT, Math.max(nextAt - now, Math.min(forBytes, untilTurn)));
  }

  /**
   * While conflating: so many of the round were told.
   *
   * @param busyNanos how long the processor was busy with it, which is no more than it has taken
   */
  void told(int count, long busyNanos, long now) {
    taken += count;
    nextAt = now + pauseAfter(busyNanos, now);
  }

  /**
   * While conflating: the round is over.
   *
   * @param isAnyWaiting whether another must follow
   */
  void end(long behind, boolean isAnyWaiting) {
    isConflating = isAnyWaiting || steps > FEW || isLate(behind) || allowance <= 0;
    steps = 0;
  }
}
