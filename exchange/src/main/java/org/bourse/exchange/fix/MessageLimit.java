package org.bourse.exchange.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection that sends more than the longest message without ever ending one:
 * QuickFIX/J's decoder would keep whatever BodyLength(9) announces.
 */
final class MessageLimit extends IoFilterAdapter {
  /** Longest message, in bytes. */
  static final int LONGEST_MESSAGE = 1 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(MessageLimit.class);
  private static final AttributeKey UNFINISHED = new AttributeKey(MessageLimit.class, "bytes");

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    int more = message instanceof IoBuffer bytes ? bytes.remaining() : 0;
    long messagesBefore = connection.getReadMessages();
    next.messageReceived(connection, message);
    boolean ended = connection.getReadMessages() > messagesBefore;
    int unfinished = ended ? 0 : (int) connection.getAttribute(UNFINISHED, 0) + more;
    if (unfinished > LONGEST_MESSAGE) {
      LOG.warn(
          "Connection from {} closed: {} bytes without a whole message",
          connection.getRemoteAddress(),
          unfinished);
      connection.closeNow();
    } else if (unfinished > 0 || connection.containsAttribute(UNFINISHED)) {
      connection.setAttribute(UNFINISHED, unfinished);
    }
  }
}
