package org.bourse.exchange.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * Logs what happens to a session: logons, logouts, gaps, refusals. Messages themselves are in the
 * message log, and passwords nowhere.
 */
final class SessionEvents implements Log {
  private static final Logger LOG = LoggerFactory.getLogger("fix.session");

  private final SessionID session;

  private SessionEvents(SessionID session) {
    this.session = session;
  }

  /** Makes the log of each session. */
  static LogFactory factory() {
    return SessionEvents::new;
  }

  @Override
  public void onEvent(String text) {
    if (text.startsWith("Resending")
        || text.startsWith("Enqueued") // one a message
        || text.startsWith("Created session")
        || text.contains(" schedule is ")) { // at each start
      LOG.debug("{}: {}", session, LogonText.masked(text));
    } else {
      LOG.info("{}: {}", session, LogonText.masked(text));
    }
  }

  @Override
  public void onErrorEvent(String text) {
    LOG.warn("{}: {}", session, LogonText.masked(text));
  }

  @Override
  public void onIncoming(String message) {
    if (LOG.isTraceEnabled()) {
      LOG.trace("{} <- {}", session, LogonText.masked(message));
    }
  }

  @Override
  public void onOutgoing(String message) {
    LOG.trace("{} -> {}", session, message);
  }

  /** Keeps nothing that could be cleared. */
  @Override
  public void clear() {}
}
