package org.bourse.exchange.access;

/**
 * Allows so much in the long run, and a burst after a pause. Begins full. Any thread; the caller
 * says what time it is, in nanoseconds of one clock that only goes forward.
 */
public final class TokenBucket {
  private final long nanosPerToken;
  private final long most;
  private long credit;
  private long last;

  /**
   * A bucket.
   *
   * @param nanosPerToken how long it takes until a token is there again
   * @param burst how many tokens there are at most
   */
  public TokenBucket(long nanosPerToken, int burst, long now) {
    this.nanosPerToken = nanosPerToken;
    most = nanosPerToken * burst;
    credit = most;
    last = now;
  }

  /** Takes a token, or says that there is none. */
  public synchronized boolean take(long now) {
    if (isEmpty(now)) {
      return false;
    }
    credit -= nanosPerToken;
    return true;
  }

  /** Takes tokens that may not be there: then it takes longer until there is one. */
  public synchronized void charge(int tokens) {
    credit -= nanosPerToken * tokens;
  }

  /** Whether there is no token. */
  public synchronized boolean isEmpty(long now) {
    long passed = now - last;
    if (passed > 0) {
      credit = passed > most - credit ? most : credit + passed;
      last = now;
    }
    return credit < nanosPerToken;
  }
}
