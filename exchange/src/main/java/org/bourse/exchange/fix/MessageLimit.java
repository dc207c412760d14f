package org.bourse.exchange.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.mina.SessionConnector;

/**
 * Closes a connection that sends more than the longest message without ever ending one:
 * QuickFIX/J's decoder would keep whatever BodyLength(9) announces. It belongs below the filter
 * that makes messages of bytes.
 */
final class MessageLimit extends IoFilterAdapter {
  /** Longest message, in bytes. */
  static final int LONGEST_MESSAGE = 1 << 20;

  /** Longest message of one who has not logged on: strangers must not fill the memory. */
  static final int LONGEST_LOGON = 1 << 14;

  private static final Logger LOG = LoggerFactory.getLogger(MessageLimit.class);
  private static final AttributeKey UNFINISHED = new AttributeKey(MessageLimit.class, "bytes");

  /** Bytes that have come on one connection since its last whole message. */
  private static final class Unfinished {
    private int bytes;
  }

  @Override
  public void sessionCreated(NextFilter next, IoSession connection) {
    connection.setAttribute(UNFINISHED, new Unfinished());
    next.sessionCreated(connection);
  }

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    Unfinished unfinished = unfinished(connection);
    unfinished.bytes += message instanceof IoBuffer more ? more.remaining() : 0;
    next.messageReceived(connection, message);
    if (unfinished.bytes > most(connection)) {
      LOG.warn(
          "Connection from {} closed: {} bytes without a whole message",
          connection.getRemoteAddress(),
          unfinished.bytes);
      connection.closeNow();
    }
  }

  private static int most(IoSession connection) {
    boolean known = connection.containsAttribute(SessionConnector.QF_SESSION);
    return known || LogonGate.isHeld(connection) ? LONGEST_MESSAGE : LONGEST_LOGON;
  }

  /**
   * The part that belongs above the filter that makes messages of bytes: it sees each message that
   * has ended.
   */
  static IoFilterAdapter ends() {
    return new IoFilterAdapter() {
      @Override
      public void messageReceived(NextFilter next, IoSession connection, Object message) {
        unfinished(connection).bytes = 0;
        next.messageReceived(connection, message);
      }
    };
  }

  private static Unfinished unfinished(IoSession connection) {
    return (Unfinished) connection.getAttribute(UNFINISHED);
  }
}
