package org.bourse.exchange.fix;

import java.time.Duration;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.mina.SessionConnector;

/**
 * Closes connections that only cost: one that has not logged on in time, and one that sends more
 * than the longest message without ever ending one (QuickFIX/J's decoder waits for whatever
 * BodyLength(9) announces).
 */
final class ConnectionGuard extends IoFilterAdapter {
  /** Longest message, in bytes. */
  static final int LONGEST_MESSAGE = 1 << 20;

  /** How long a connection may be there without a session. */
  static final Duration LOGON_WITHIN = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(ConnectionGuard.class);
  private static final AttributeKey UNFINISHED = new AttributeKey(ConnectionGuard.class, "bytes");

  @Override
  public void sessionOpened(NextFilter next, IoSession connection) {
    connection.getConfig().setIdleTime(IdleStatus.READER_IDLE, (int) LOGON_WITHIN.toSeconds());
    next.sessionOpened(connection);
  }

  @Override
  public void sessionIdle(NextFilter next, IoSession connection, IdleStatus status) {
    if (isStranger(connection)) {
      close(connection, "no Logon within " + LOGON_WITHIN.toSeconds() + " s");
    } else {
      next.sessionIdle(connection, status);
    }
  }

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    int more = message instanceof IoBuffer bytes ? bytes.remaining() : 0;
    long messagesBefore = connection.getReadMessages();
    next.messageReceived(connection, message);
    boolean ended = connection.getReadMessages() > messagesBefore;
    int unfinished = ended ? 0 : (int) connection.getAttribute(UNFINISHED, 0) + more;
    if (unfinished > LONGEST_MESSAGE) {
      close(connection, "more than " + LONGEST_MESSAGE + " bytes without a whole message");
      return;
    }
    if (unfinished > 0 || connection.containsAttribute(UNFINISHED)) {
      connection.setAttribute(UNFINISHED, unfinished);
    }
    long age = System.currentTimeMillis() - connection.getCreationTime();
    if (isStranger(connection) && age > LOGON_WITHIN.toMillis()) {
      close(connection, "no Logon within " + LOGON_WITHIN.toSeconds() + " s");
    }
  }

  private static boolean isStranger(IoSession connection) {
    return !connection.containsAttribute(SessionConnector.QF_SESSION);
  }

  private static void close(IoSession connection, String why) {
    LOG.warn("Connection from {} closed: {}", connection.getRemoteAddress(), why);
    connection.closeNow();
  }
}
