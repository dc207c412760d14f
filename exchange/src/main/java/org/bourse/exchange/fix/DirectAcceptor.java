package org.bourse.exchange.fix;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.FieldConvertError;
import quickfix.FieldNotFound;
import quickfix.LogFactory;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.MessageStoreFactory;
import quickfix.RuntimeError;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.field.MsgType;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;
import quickfix.mina.acceptor.AbstractSocketAcceptor;

/**
 * An acceptor that does a session's work on the thread that has read the message from the socket:
 * no queue and no hop between. A session's connection is always read by the same thread.
 */
final class DirectAcceptor extends AbstractSocketAcceptor {
  private static final Logger LOG = LoggerFactory.getLogger("fix.port");

  private final EventHandlingStrategy strategy = new OnThisThread();
  private final Function<SessionID, Object> turns;
  private final Function<SessionID, Object> readingTurns;
  private final Predicate<Session> awaitsMessages;
  private final Consumer<SessionID> sentAgain;
  private final MessageChecks checks;
  private boolean started;

  /**
   * An acceptor.
   *
   * @param settings are changed: see {@link MessageChecks}
   * @param turns what is held while a session's Logon is handled
   * @param readingTurns what is held while anything of a session that was read is handled: a client
   *     that comes back is not taken in before its former connection has ended altogether
   * @param awaitsMessages whether a message that has come is still to be handled
   * @param sentAgain told when a client was sent again what it had asked for
   */
  DirectAcceptor(
      Application application,
      MessageStoreFactory stores,
      SessionSettings settings,
      LogFactory logs,
      MessageFactory messages,
      Function<SessionID, Object> turns,
      Function<SessionID, Object> readingTurns,
      Predicate<Session> awaitsMessages,
      Consumer<SessionID> sentAgain)
      throws ConfigError {
    super(application, stores, settings, logs, messages);
    this.turns = turns;
    this.readingTurns = readingTurns;
    this.awaitsMessages = awaitsMessages;
    this.sentAgain = sentAgain;
    checks = new MessageChecks(settings);
  }

  @Override
  public synchronized void start() throws ConfigError {
    if (!started) {
      requireFreePorts();
      started = true;
      startAcceptingConnections();
    }
  }

  /** What can't be had is found out here: QuickFIX/J would log it at length before it says so. */
  private void requireFreePorts() throws ConfigError {
    Set<InetSocketAddress> addresses = new HashSet<>();
    try {
      for (Iterator<SessionID> i = getSettings().sectionIterator(); i.hasNext(); ) {
        addresses.add(address(i.next()));
      }
      for (InetSocketAddress address : addresses) {
        try (ServerSocket probe = new ServerSocket()) {
          probe.bind(address);
        }
      }
    } catch (FieldConvertError e) {
      throw new ConfigError(e);
    } catch (IOException e) {
      throw new RuntimeError(e);
    }
  }

  private InetSocketAddress address(SessionID session) throws ConfigError, FieldConvertError {
    int port = (int) getSettings().getLong(session, SETTING_SOCKET_ACCEPT_PORT);
    return getSettings().isSetting(session, SETTING_SOCKET_ACCEPT_ADDRESS)
        ? new InetSocketAddress(
            getSettings().getString(session, SETTING_SOCKET_ACCEPT_ADDRESS), port)
        : new InetSocketAddress(port);
  }

  /** Logs all sessions out, waits for their answers unless forced, and closes the port. */
  @Override
  public synchronized void stop(boolean forceDisconnect) {
    if (started) {
      started = false;
      logoutAllSessions(forceDisconnect);
      stopAcceptingConnections();
      stopSessionTimer();
      for (Session session : getManagedSessions()) {
        close(session);
      }
      clearConnectorSessions();
    }
  }

  private static boolean is(Message message, String msgType) throws FieldNotFound {
    return message.getHeader().isSetField(MsgType.FIELD)
        && message.getHeader().getString(MsgType.FIELD).equals(msgType);
  }

  /** A message that fails would be asked for again and again: so the client must begin anew. */
  private static void disconnect(Session session) {
    try {
      session.disconnect("a message could not be handled", true);
    } catch (IOException e) {
      LOG.error("{}: could not be disconnected", session.getSessionID(), e);
    }
  }

  private static void close(Session session) {
    try {
      session.close();
    } catch (IOException e) {
      LOG.error("{}: could not be closed", session.getSessionID(), e);
    }
  }

  @Override
  protected EventHandlingStrategy getEventHandlingStrategy() {
    return strategy;
  }

  private final class OnThisThread implements EventHandlingStrategy {
    @Override
    public void onMessage(Session session, Message message) {
      synchronized (readingTurns.apply(session.getSessionID())) {
        handle(session, message);
      }
    }

    private void handle(Session session, Message message) {
      try {
        if (message == END_OF_STREAM) {
          session.next(message);
        } else if (is(message, MsgType.LOGON)) {
          if (!session.isLoggedOn()) {
            message.removeField(LogonText.NEW_PASSWORD); // done, and not in FIX 4.4's dictionary
          }
          synchronized (turns.apply(session.getSessionID())) {
            session.next(checks.checked(session, message));
          }
        } else if (awaitsMessages.test(session)) {
          boolean isResend = is(message, MsgType.RESEND_REQUEST);
          session.next(checks.checked(session, message));
          if (isResend) {
            sentAgain.accept(session.getSessionID());
          }
        }
      } catch (Exception e) {
        LOG.error("{}: a message could not be handled", session.getSessionID(), e);
        disconnect(session);
      }
    }

    @Override
    public SessionConnector getSessionConnector() {
      return DirectAcceptor.this;
    }

    @Override
    public int getQueueSize() {
      return 0;
    }

    @Override
    public int getQueueSize(SessionID sessionId) {
      return 0;
    }
  }
}
