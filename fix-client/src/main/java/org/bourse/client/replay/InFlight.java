package org.bourse.client.replay;

import java.util.BitSet;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Which requests were sent, which were answered, and how long the answers took. The sender waits
 * here for room in the window. Any thread.
 */
final class InFlight {

  private final BitSet waiting;
  private final long[] sentAt;
  private final int window;
  private final Histogram latency = new Histogram(TimeUnit.HOURS.toNanos(1), 3);
  private int sent;
  private int answered;
  private int leftOut;
  private long interruptedAt;
  private long firstSent;
  private long lastHeard = System.nanoTime();

  /**
   * For a number of requests.
   *
   * @param window how many may be unanswered at a time
   */
  InFlight(int requests, int window) {
    this.waiting = new BitSet(requests);
    this.sentAt = new long[requests];
    this.window = window;
  }

  /**
   * Waits until a request may be sent. Once the window is full it waits for a quarter of it to be
   * answered, so that the sender is woken once for many requests.
   *
   * @return whether there is room now
   */
  synchronized boolean awaitRoom(long millis) throws InterruptedException {
    if (sent - answered < window) {
      return true;
    }
    int enough = window - Math.max(1, window / 4);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (sent - answered > enough) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return sent - answered < window;
      }
      TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
    }
    return true;
  }

  synchronized void sending(int index) {
    long now = System.nanoTime();
    if (sent++ == 0) {
      firstSent = now;
    }
    sentAt[index] = now;
    waiting.set(index);
  }

  /** Something was reported of a request: its first report answers it. */
  synchronized void heard(int index) {
    long now = System.nanoTime();
    lastHeard = now;
    if (!waiting.get(index)) {
      return;
    }
    waiting.clear(index);
    answered++;
    if (sentAt[index] < interruptedAt) {
      leftOut++;
    } else {
      latency.recordValue(Math.min(now - sentAt[index], latency.getHighestTrackableValue()));
    }
    if (sent - answered <= window - Math.max(1, window / 4)) {
      notifyAll();
    }
  }

  /** The connection went or came: the latency of what was sent before says nothing. */
  synchronized void interrupted() {
    interruptedAt = System.nanoTime();
  }

  /** Nanoseconds since something was last heard, or since the connection went or came. */
  synchronized long quiet() {
    return System.nanoTime() - Math.max(lastHeard, interruptedAt);
  }

  synchronized int sent() {
    return sent;
  }

  synchronized int unanswered() {
    return sent - answered;
  }

  /** Answered requests whose latency is not counted, because an outage is in it. */
  synchronized int leftOut() {
    return leftOut;
  }

  /** Nanoseconds from the first request to the last report. */
  synchronized long elapsed() {
    return sent == 0 ? 0 : Math.max(0, lastHeard - firstSent);
  }

  synchronized Histogram latency() {
    return latency.copy();
  }
}
