package org.bourse.exchange.fix;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;
import org.bourse.exchange.access.SourceThrottle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.MessageUtils;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.SessionConnector;

/**
 * Closes a connection whose first message is no Logon of a session that is configured for where it
 * comes from, with a line in the log, unless there were many, and no word to the client. What such
 * a connection breaks on is nobody's loss. It belongs above the filter that makes messages of
 * bytes.
 */
final class Strangers extends IoFilterAdapter {
  private static final Logger LOG = LoggerFactory.getLogger("fix.port");

  private final SourceThrottle lines = new SourceThrottle();

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    if (hasLoggedOn(connection)
        || LogonGate.isHeld(connection)
        || !(message instanceof String text)) {
      next.messageReceived(connection, message);
      return;
    }
    SessionID named = MessageUtils.getReverseSessionID(text);
    if (!text.contains("\u000135=A\u0001")) {
      close(connection, "it does not begin with a Logon");
    } else if (!isExpected(named, connection)) {
      close(connection, "no session " + named + " is configured for it");
    } else {
      next.messageReceived(connection, message);
    }
  }

  @Override
  public void exceptionCaught(NextFilter next, IoSession connection, Throwable cause) {
    if (cause instanceof IOException && !hasLoggedOn(connection)) {
      LOG.debug("Connection from {} ended: {}", connection.getRemoteAddress(), cause.toString());
      connection.closeNow();
    } else {
      next.exceptionCaught(connection, cause);
    }
  }

  private static boolean isExpected(SessionID named, IoSession connection) {
    Session session = Session.lookupSession(named);
    return session != null
        && connection.getRemoteAddress() instanceof InetSocketAddress from
        && session.isAllowedForSession(from.getAddress());
  }

  private void close(IoSession connection, String why) {
    if (connection.getRemoteAddress() instanceof InetSocketAddress from
        && lines.heeds(from.getAddress())) {
      LOG.warn("Connection from {} closed: {}", from, why);
    }
    connection.closeNow();
  }

  private static boolean hasLoggedOn(IoSession connection) {
    return connection.containsAttribute(SessionConnector.QF_SESSION);
  }
}
