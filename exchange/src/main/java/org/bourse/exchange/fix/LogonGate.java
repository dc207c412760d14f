package org.bourse.exchange.fix;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.MessageUtils;
import quickfix.SessionID;
import quickfix.mina.SessionConnector;

/**
 * Lets a connection's Logon through to its session only once it is known who sends it: so one who
 * is refused has changed nothing, not even a sequence number. While that is found out, the
 * connection is not read, and what has come behind the Logon is held. It belongs above {@link
 * Strangers}, who see that the first message is the Logon of a session.
 */
final class LogonGate extends IoFilterAdapter {
  private static final Logger LOG = LoggerFactory.getLogger("fix.port");
  private static final AttributeKey HELD = new AttributeKey(LogonGate.class, "held");

  private final Map<SessionID, FixSession> sessions;
  private final Access access;

  LogonGate(Map<SessionID, FixSession> sessions, Access access) {
    this.sessions = sessions;
    this.access = access;
  }

  /** Whether it is being found out who has sent a connection's Logon. */
  static boolean isHeld(IoSession connection) {
    return connection.containsAttribute(HELD);
  }

  @Override
  public void messageReceived(NextFilter next, IoSession connection, Object message) {
    if (connection.getAttribute(HELD) instanceof Held held) {
      held.add(message);
    } else if (connection.containsAttribute(SessionConnector.QF_SESSION)) {
      next.messageReceived(connection, message);
    } else if (message instanceof String logon) {
      decide(next, connection, logon);
    }
  }

  private void decide(NextFilter next, IoSession connection, String logon) {
    FixSession session = sessions.get(MessageUtils.getReverseSessionID(logon));
    if (session == null || !(connection.getRemoteAddress() instanceof InetSocketAddress from)) {
      connection.closeNow();
      return;
    }
    Held held = new Held(next, connection, session, logon, from.getAddress());
    CompletableFuture<Answer> answer =
        access.logOn(session.id().getTargetCompID(), LogonText.attempt(logon, from.getAddress()));
    if (!answer.isDone()) {
      connection.setAttribute(HELD, held);
      connection.suspendRead();
    }
    CompletableFuture<Void> unused = answer.thenAccept(held::settle);
  }

  /** A connection that ends meanwhile must not log on after its end. */
  @Override
  public void sessionClosed(NextFilter next, IoSession connection) throws Exception {
    if (connection.getAttribute(HELD) instanceof Held held) {
      held.abandon();
    }
    next.sessionClosed(connection);
  }

  /** A Logon that waits for its answer, and what has come behind it. */
  private final class Held {
    private final NextFilter next;
    private final IoSession connection;
    private final FixSession session;
    private final String logon;
    private final InetAddress from;
    private final List<Object> behind = new ArrayList<>();
    private boolean settled;

    Held(
        NextFilter next, IoSession connection, FixSession session, String logon, InetAddress from) {
      this.next = next;
      this.connection = connection;
      this.session = session;
      this.logon = logon;
      this.from = from;
    }

    synchronized void add(Object message) {
      if (settled) {
        next.messageReceived(connection, message);
      } else {
        behind.add(message);
      }
    }

    synchronized void abandon() {
      settled = true;
    }

    void settle(Answer answer) {
      try {
        settleOnce(answer);
      } catch (RuntimeException e) {
        LOG.error("{}: a Logon could not be handled", session.id(), e);
        connection.closeNow();
      }
    }

    private synchronized void settleOnce(Answer answer) {
      if (settled) {
        return;
      }
      settled = true;
      Admission admission =
          answer instanceof Answer.Admitted admitted
              ? Admission.of(access.participants(), compId(), admitted.user().name(), from)
              : null;
      if (admission != null) {
        letIn(admission);
      } else if (answer instanceof Answer.Refused refused) {
        String logout = LogonText.logout(session.id(), refused.text());
        next.filterWrite(connection, new DefaultWriteRequest(logout));
        connection.closeOnFlush();
      } else {
        connection.closeNow();
      }
    }

    private String compId() {
      return session.id().getTargetCompID();
    }

    /** To read again comes first: the answer's write then wakes the thread that is to do it. */
    private void letIn(Admission admission) {
      connection.resumeRead();
      session.logOn(admission, connection, () -> next.messageReceived(connection, logon));
      behind.forEach(message -> next.messageReceived(connection, message));
      connection.removeAttribute(HELD);
    }
  }
}
