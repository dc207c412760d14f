package org.bourse.client.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.Endpoint;
import org.bourse.client.fix.FixSession;
import org.jspecify.annotations.Nullable;

/** Sends a slice of a script over one session, and judges what comes back. Used once. */
final class Replay {

  private static final long ROOM_MILLIS = 100;
  private static final long POLL_MILLIS = 20;
  private static final Duration SETTLED = Duration.ofMillis(500);
  private static final Duration FILLS_MISSING = Duration.ofSeconds(5);

  private final Script script;
  private final Slice slice;
  private final Terms terms;
  private final InFlight inFlight;
  private final ExpectedFills fills;
  private final Outages outages;
  private final Ledger ledger;
  private final Console console;
  private int orders;

  /**
   * How to go about it.
   *
   * @param window requests that may be unanswered at a time
   * @param rate actions a second, 0 for as fast as possible
   * @param connectTimeout how long to be without a connection before giving up
   * @param answerTimeout how long to hear nothing, with requests unanswered, before giving up
   * @param store folder for the session's numbers and messages, null for none
   */
  record Terms(
      int window,
      int rate,
      Duration connectTimeout,
      Duration answerTimeout,
      @Nullable Path store) {}

  Replay(Script script, Slice slice, Terms terms, Console console) {
    this.script = script;
    this.slice = slice;
    this.terms = terms;
    this.console = console;
    this.inFlight = new InFlight(script.size(), terms.window());
    this.fills = new ExpectedFills(script, slice);
    this.outages = new Outages(console);
    this.ledger = new Ledger(script, inFlight, fills, outages);
  }

  /**
   * Runs to the end.
   *
   * @throws CouldNotRun if there is no connection for too long
   */
  Outcome run(Endpoint endpoint) throws CouldNotRun, InterruptedException {
    int total = total();
    try (FixSession session = FixSession.open(endpoint, terms.store(), true, ledger);
        ProgressLine progress = new ProgressLine(console, inFlight, ledger, total, fills.size())) {
      session.awaitReady(terms.connectTimeout());
      progress.start();
      if (sendAll(session)) {
        settle(session);
      }
    }
    return outcome(total);
  }

  private int total() throws CouldNotRun {
    int total = 0;
    for (int i = 0; i < script.size(); i++) {
      if (slice.holds(script.action(i))) {
        total++;
      }
    }
    if (total == 0) {
      throw new CouldNotRun("no action of the file is between --from and --to");
    }
    return total;
  }

  /** Returns false if the acceptor has stopped answering. */
  private boolean sendAll(FixSession session) throws CouldNotRun, InterruptedException {
    Pace pace = new Pace(terms.rate());
    for (int i = 0; i < script.size(); i++) {
      Action action = script.action(i);
      if (!slice.holds(action)) {
        continue;
      }
      while (!inFlight.awaitRoom(ROOM_MILLIS)) {
        session.awaitReady(terms.connectTimeout());
        if (isQuietFor(terms.answerTimeout())) {
          return false;
        }
      }
      session.awaitReady(terms.connectTimeout());
      pace.await();
      inFlight.sending(i);
      session.send(script.request(i));
      if (action.kind().isOrder()) {
        orders++;
      }
    }
    return true;
  }

  /** Waits for the answers, and then a little longer for what must not come. */
  private void settle(FixSession session) throws CouldNotRun, InterruptedException {
    Duration limit;
    do {
      session.awaitReady(terms.connectTimeout());
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      if (inFlight.unanswered() > 0) {
        limit = terms.answerTimeout();
      } else {
        limit = ledger.isComplete() ? SETTLED : FILLS_MISSING;
      }
    } while (!session.isReady() || !isQuietFor(limit));
  }

  private boolean isQuietFor(Duration limit) {
    return inFlight.quiet() > limit.toNanos();
  }

  private Outcome outcome(int total) {
    return new Outcome(
        total,
        inFlight.sent(),
        orders,
        fills.size(),
        ledger.matched(),
        ledger.unexpected(),
        ledger.rejects(),
        inFlight.unanswered(),
        ledger.repeated(),
        Duration.ofNanos(inFlight.elapsed()),
        inFlight.latency(),
        inFlight.leftOut(),
        outages.count(),
        outages.total(),
        ledger.differences());
  }
}
