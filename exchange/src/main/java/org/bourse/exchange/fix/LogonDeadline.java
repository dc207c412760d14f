package org.bourse.exchange.fix;

import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IdleStatus;
import org.apache.mina.core.session.IoSession;
import quickfix.mina.SessionConnector;

/**
 * Closes a connection that has not logged on in time, whether it says nothing or anything but a
 * Logon. How long a password takes to be checked does not count. QuickFIX/J's own LogonTimeout
 * waits only for answers to what it has sent.
 */
final class LogonDeadline extends IoFilterAdapter {
  private static final int CHECK_EVERY_SECONDS = 1;

  private final long millis;

  /** A deadline of so many milliseconds after the connection was made. */
  LogonDeadline(long millis) {
    this.millis = millis;
  }

  @Override
  public void sessionOpened(NextFilter next, IoSession connection) {
    connection.getConfig().setReaderIdleTime(CHECK_EVERY_SECONDS);
    next.sessionOpened(connection);
  }

  @Override
  public void sessionIdle(NextFilter next, IoSession connection, IdleStatus status) {
    if (hasLoggedOn(connection)) {
      connection.getConfig().setReaderIdleTime(0);
    } else if (isLate(connection) && !LogonGate.isHeld(connection)) {
      connection.closeNow();
    }
  }

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    if (!hasLoggedOn(connection) && isLate(connection)) {
      connection.closeNow();
    } else {
      next.messageReceived(connection, message);
    }
  }

  private boolean isLate(IoSession connection) {
    return System.currentTimeMillis() - connection.getCreationTime() > millis;
  }

  private static boolean hasLoggedOn(IoSession connection) {
    return connection.containsAttribute(SessionConnector.QF_SESSION);
  }
}
