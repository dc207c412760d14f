package org.bourse.client.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.DurationText;
import org.bourse.client.scenario.script.Field;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.wire.LogonState;
import org.bourse.client.scenario.wire.Outgoing;
import org.bourse.client.scenario.wire.WireSession;

/** Opens and closes sessions. */
final class Logons {

  /** How long an answer to a Logon or a Logout may take. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int ATTEMPTS = 10;
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private final Messages messages;

  Logons(Messages messages) {
    this.messages = messages;
  }

  static void connect(WireSession session) throws CouldNotRun {
    try {
      session.connect();
    } catch (IOException e) {
      throw new CouldNotRun(
          "no connection to "
              + session.id().host()
              + ":"
              + session.id().port()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  /**
   * Logs on with both numbers at 1. An acceptor that closes the connection without a word may not
   * have noticed yet that the session's last one is gone: it is tried again.
   */
  void open(Stage.Player player, Step step) throws CouldNotRun, StepFailed, InterruptedException {
    WireSession session = player.wire();
    for (int attempt = 1; ; attempt++) {
      connect(session);
      boolean reset = !session.isNumberedByScript();
      LogonState state = tell(player, step, reset, List.of());
      if (state == LogonState.LOGGED_ON) {
        return;
      }
      boolean wordless = state == LogonState.NOT_CONNECTED;
      session.disconnect();
      if (!wordless || attempt == ATTEMPTS) {
        throw new CouldNotRun("session " + session.id().name() + ": " + why(session, state));
      }
      Thread.sleep(BETWEEN.toMillis());
    }
  }

  private LogonState tell(Stage.Player player, Step step, boolean reset, List<Field> fields)
      throws StepFailed, InterruptedException {
    WireSession session = player.wire();
    Outgoing logon = messages.logon(step, player.declared(), reset, fields);
    try {
      session.send(logon);
    } catch (IOException e) {
      return LogonState.NOT_CONNECTED;
    }
    return session.progress().awaitLogon(PATIENCE);
  }

  private static String why(WireSession session, LogonState state) {
    return state == LogonState.CONNECTED
        ? "the Logon was not answered within " + DurationText.of(PATIENCE)
        : "the Logon was refused: " + session.progress().lastWords();
  }

  /** A logon that the script asks for; the first of a session begins with both numbers at 1. */
  void logon(Stage.Player player, Step.Logon step, boolean first, boolean awaited)
      throws CouldNotRun, StepFailed, InterruptedException {
    WireSession session = player.wire();
    connect(session);
    boolean reset = first && !session.isNumberedByScript();
    Outgoing logon = messages.logon(step, player.declared(), reset, step.fields());
    try {
      session.send(logon);
    } catch (IOException e) {
      throw new StepFailed(step, "the Logon could not be sent: " + e.getMessage());
    }
    if (awaited) {
      LogonState state = session.progress().awaitLogon(PATIENCE);
      if (state != LogonState.LOGGED_ON) {
        throw new StepFailed(step, why(session, state));
      }
    }
  }

  /** Logs out where it is logged on, and closes the connection; whether that was answered. */
  static boolean logout(WireSession session, Outgoing logout)
      throws IOException, InterruptedException {
    boolean answered = true;
    if (session.progress().state() == LogonState.LOGGED_ON) {
      session.send(logout);
      answered = session.progress().awaitLogout(PATIENCE);
    }
    session.disconnect();
    return answered;
  }
}
