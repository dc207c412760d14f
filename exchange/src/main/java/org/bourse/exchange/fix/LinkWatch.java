package org.bourse.exchange.fix;

import java.util.function.Consumer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.SessionConnector;

/**
 * Notices when a client closes its connection. Its system sends an end of the stream only where all
 * that had come was read, else a reset.
 */
final class LinkWatch extends IoFilterAdapter {
  private final Consumer<SessionID> closedByClient;

  /**
   * A watch over all connections.
   *
   * @param closedByClient told of the session, on the thread that reads its connection
   */
  LinkWatch(Consumer<SessionID> closedByClient) {
    this.closedByClient = closedByClient;
  }

  @Override
  public void inputClosed(NextFilter next, IoSession connection) throws Exception {
    if (connection.getScheduledWriteMessages() == 0
        && connection.getAttribute(SessionConnector.QF_SESSION) instanceof Session session) {
      closedByClient.accept(session.getSessionID());
    }
    super.inputClosed(next, connection);
  }

  /** QuickFIX/J would take the end of an old connection for the end of the one that it has now. */
  @Override
  public void sessionClosed(NextFilter next, IoSession connection) throws Exception {
    Object session = connection.getAttribute(SessionConnector.QF_SESSION);
    if (session != null && hasOther(connection, session)) {
      connection.removeAttribute(SessionConnector.QF_SESSION);
    }
    super.sessionClosed(next, connection);
  }

  private static boolean hasOther(IoSession connection, Object session) {
    for (IoSession other : connection.getService().getManagedSessions().values()) {
      if (other != connection && other.getAttribute(SessionConnector.QF_SESSION) == session) {
        return true;
      }
    }
    return false;
  }
}
