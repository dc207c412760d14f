package org.bourse.exchange.fix;

import java.util.function.Function;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.SessionConnector;

/**
 * Notices when a client closes its connection. Its system sends an end of the stream only where all
 * that had come was read, else a reset. Also keeps QuickFIX/J from taking what happens to an old
 * connection for something that happens to the one that the session has now.
 */
final class LinkWatch extends IoFilterAdapter {
  private final Function<SessionID, FixSession> sessions;

  /** A watch over all connections of sessions. */
  LinkWatch(Function<SessionID, FixSession> sessions) {
    this.sessions = sessions;
  }

  @Override
  public void inputClosed(NextFilter next, IoSession connection) throws Exception {
    if (connection.getScheduledWriteMessages() == 0
        && connection.getAttribute(SessionConnector.QF_SESSION) instanceof Session session) {
      sessions.apply(session.getSessionID()).closedByClient();
    }
    super.inputClosed(next, connection);
  }

  @Override
  public void sessionClosed(NextFilter next, IoSession connection) throws Exception {
    inTurn(connection, () -> super.sessionClosed(next, connection));
  }

  @Override
  public void exceptionCaught(NextFilter next, IoSession connection, Throwable cause)
      throws Exception {
    inTurn(connection, () -> super.exceptionCaught(next, connection, cause));
  }

  private interface Step {
    void run() throws Exception;
  }

  /** A client that comes back meanwhile waits until the end of the old connection is handled. */
  private void inTurn(IoSession connection, Step end) throws Exception {
    if (!(connection.getAttribute(SessionConnector.QF_SESSION) instanceof Session session)) {
      end.run();
      return;
    }
    synchronized (sessions.apply(session.getSessionID()).readingTurn()) {
      if (!session.hasResponder() || hasOther(connection, session)) { // its end is handled already
        connection.removeAttribute(SessionConnector.QF_SESSION);
      }
      end.run();
    }
  }

  private static boolean hasOther(IoSession connection, Session session) {
    for (IoSession other : connection.getService().getManagedSessions().values()) {
      if (other != connection && other.getAttribute(SessionConnector.QF_SESSION) == session) {
        return true;
      }
    }
    return false;
  }
}
