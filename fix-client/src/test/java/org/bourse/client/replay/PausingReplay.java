package org.bourse.client.replay;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.bourse.client.cli.Console;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.Endpoint;
import org.bourse.client.fix.FixSession;

/** Sends actions as {@code replay} does, but stops where it is told to. */
final class PausingReplay implements AutoCloseable {

  private static final int WINDOW = 256;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Script script;
  private final InFlight inFlight;
  private final Ledger ledger;
  private final FixSession session;
  private int next;

  PausingReplay(List<Action> actions, int port, String compId)
      throws CouldNotRun, InterruptedException {
    script = new Script(actions, "R", "AAPL");
    inFlight = new InFlight(script.size(), WINDOW);
    Console console = new Console(nowhere(), nowhere(), false);
    ExpectedFills fills = new ExpectedFills(script, new Slice(null, null));
    ledger = new Ledger(script, inFlight, fills, new Outages(console));
    Endpoint endpoint = new Endpoint("127.0.0.1", port, compId, "BOURSE", null, null);
    session = FixSession.open(endpoint, null, false, ledger);
    session.awaitReady(PATIENCE);
  }

  private static PrintWriter nowhere() {
    return new PrintWriter(new StringWriter());
  }

  /** Sends on until so many actions have been sent in all, and returns once each is answered. */
  void sendUpTo(int count) throws InterruptedException {
    while (next < count) {
      if (!inFlight.awaitRoom(PATIENCE.toMillis())) {
        throw new IllegalStateException("no answer to action " + next + " or before");
      }
      inFlight.sending(next);
      session.send(script.request(next));
      next++;
    }
    Awaitility.await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(PATIENCE)
        .until(() -> inFlight.unanswered() == 0);
  }

  /** What was not as the file expects; empty once all fills were reported, and no others. */
  List<String> differences() {
    return ledger.differences();
  }

  @Override
  public void close() {
    session.close();
  }
}
