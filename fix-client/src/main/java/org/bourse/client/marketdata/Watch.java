package org.bourse.client.marketdata;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.Endpoint;
import org.bourse.client.cli.ExitStatus;
import org.bourse.client.fix.FixSession;
import org.jspecify.annotations.Nullable;

/** One subscription, begun anew whenever the connection or the book was lost. Used once. */
final class Watch {

  private static final int ATTEMPTS = 5;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Wanted wanted;
  private final View view;
  private final Feed feed;
  private final BlockingQueue<Event> events;
  private final String name;
  private int begun;
  private int failed;
  private long lastBegin;
  private boolean due;

  /**
   * Not connected yet.
   *
   * @param events what the feed, and others, tell
   */
  Watch(Wanted wanted, View view, Feed feed, BlockingQueue<Event> events) {
    this.wanted = wanted;
    this.view = view;
    this.feed = feed;
    this.events = events;
    this.name = Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
  }

  /**
   * Runs until it is over.
   *
   * @param patience how long to be without a connection before giving up
   * @param longest how long to run from the first Logon, null for no end
   * @return the exit status
   * @throws CouldNotRun if there is no connection for too long
   */
  int run(Endpoint endpoint, Duration patience, @Nullable Duration longest)
      throws CouldNotRun, InterruptedException {
    try (FixSession session = FixSession.open(endpoint, null, true, feed)) {
      long start = 0;
      while (true) {
        Event event = events.poll();
        if (event == null && session.awaitReadyForAMoment(patience)) {
          event = events.poll(POLL_NANOS, TimeUnit.NANOSECONDS);
        }
        if (event instanceof Event.Over) {
          return ExitStatus.OK;
        }
        if (event instanceof Event.Refused refused) {
          view.tell("refused: " + refused.reason());
          return ExitStatus.NO;
        }
        if (event instanceof Event.Ready) {
          start = start == 0 ? System.nanoTime() : start;
          due = true;
          lastBegin = System.nanoTime() - PAUSE_NANOS;
        }
        if (event instanceof Event.Lost lost && !mayBeginAnew(session, lost.reason())) {
          return ExitStatus.NO;
        }
        long now = System.nanoTime();
        if (longest != null && start != 0 && now - start >= longest.toNanos()) {
          return ExitStatus.OK;
        }
        if (due && now - lastBegin >= PAUSE_NANOS) {
          begin(session);
        }
      }
    }
  }

  private void begin(FixSession session) {
    due = false;
    lastBegin = System.nanoTime();
    begun++;
    feed.begin(mdReqId());
    session.send(wanted.begin(mdReqId()));
  }

  /** Ends the subscription that was lost; the next one begins a second after it at the earliest. */
  private boolean mayBeginAnew(FixSession session, String reason) {
    failed = feed.hasFollowed() ? 1 : failed + 1;
    if (failed >= ATTEMPTS) {
      view.tell("out of step (" + reason + ") each of " + failed + " times: giving up");
      return false;
    }
    view.tell("out of step (" + reason + "), subscribing anew");
    if (session.isReady()) {
      session.send(wanted.end(mdReqId()));
      due = true;
    }
    return true;
  }

  private String mdReqId() {
    return "WATCH-" + name + "-" + begun;
  }
}
