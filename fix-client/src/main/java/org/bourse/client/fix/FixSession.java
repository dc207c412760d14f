package org.bourse.client.fix;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bourse.client.cli.CouldNotRun;
import org.bourse.client.cli.Endpoint;
import org.jspecify.annotations.Nullable;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.DefaultSessionFactory;
import quickfix.FileStoreFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.MessageStoreFactory;
import quickfix.RuntimeError;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

/**
 * One FIX 4.4 initiator session. Every message sent is kept until the session is closed, so that an
 * acceptor that asks again after an outage gets it again, under the same MsgSeqNum and with
 * PossDupFlag=Y; that and nothing else is how a request is repeated.
 *
 * <p>Without a store the first Logon carries ResetSeqNumFlag=Y; a reconnect never resets.
 */
public final class FixSession implements AutoCloseable {

  private static final String BEGIN_STRING = "FIX.4.4";

  private final SocketInitiator initiator;
  private final Session session;
  private final Link link;
  private final SessionEvents events;

  private FixSession(SocketInitiator initiator, Session session, Link link, SessionEvents events) {
    this.events = events;
    this.initiator = initiator;
    this.session = session;
    this.link = link;
  }

  /**
   * Begins to connect; returns before there is a connection.
   *
   * @param endpoint with whom
   * @param store folder where numbers and messages outlive this session, null to begin at 1
   * @param retry whether to try again, each second, when there is no connection or it is lost
   * @param listener what is told
   * @return the session, to be closed
   * @throws CouldNotRun if a session cannot be made of these
   */
  public static FixSession open(
      Endpoint endpoint, @Nullable Path store, boolean retry, LinkListener listener)
      throws CouldNotRun {
    Link link = new Link(endpoint.address());
    SessionFaults faults = new SessionFaults();
    SessionEvents events =
        new SessionEvents(endpoint, link, listener, faults, retry, store == null);
    SessionID id = new SessionID(BEGIN_STRING, endpoint.sender(), endpoint.target());
    SessionSettings settings = settings(endpoint, id, store);
    MessageStoreFactory stores =
        store == null ? new MemoryStoreFactory() : new FileStoreFactory(settings);
    DefaultSessionFactory sessions =
        new DefaultSessionFactory(events, stores, faults, new DefaultMessageFactory());
    try {
      List<Session> made = new ArrayList<>();
      SocketInitiator initiator =
          new SocketInitiator(
              (sessionId, all) -> {
                Session session = sessions.create(sessionId, all);
                session.addStateListener(events);
                made.add(session);
                return session;
              },
              settings,
              Integer.MAX_VALUE);
      initiator.start();
      return new FixSession(initiator, made.get(0), link, events);
    } catch (ConfigError | RuntimeError e) {
      throw new CouldNotRun("no session " + id + ": " + e.getMessage(), e);
    }
  }

  private static SessionSettings settings(Endpoint endpoint, SessionID id, @Nullable Path store) {
    SessionSettings settings = new SessionSettings();
    settings.setString("ConnectionType", "initiator");
    settings.setString("NonStopSession", "Y");
    settings.setString("HeartBtInt", "30");
    settings.setString("ReconnectInterval", "1");
    settings.setString("SocketTcpNoDelay", "Y");
    settings.setString("UseDataDictionary", "N");
    settings.setString("CheckLatency", "N");
    settings.setString("SocketConnectHost", endpoint.host());
    settings.setString("SocketConnectPort", Integer.toString(endpoint.port()));
    if (store != null) {
      settings.setString("FileStorePath", store.toString());
    }
    settings.setString(id, "BeginString", BEGIN_STRING);
    return settings;
  }

  /**
   * Returns once the session is logged on and in step with the acceptor.
   *
   * @param patience how long it may have been away, counted from the start or from its loss
   * @throws CouldNotRun if it is not ready by then, was refused, or is lost and does not retry
   * @throws InterruptedException if interrupted
   */
  public void awaitReady(Duration patience) throws CouldNotRun, InterruptedException {
    link.awaitReady(patience, () -> events.askAgain(session));
  }

  /**
   * As {@link #awaitReady(Duration)}, but returns after half a second at most.
   *
   * @param patience how long it may have been away, counted from the start or from its loss
   * @return whether it is ready
   * @throws CouldNotRun if it is not ready by then, was refused, or is lost and does not retry
   * @throws InterruptedException if interrupted
   */
  public boolean awaitReadyForAMoment(Duration patience) throws CouldNotRun, InterruptedException {
    boolean ready = link.isReady() || link.awaitReadyForAMoment(patience);
    if (!ready) {
      events.askAgain(session);
    }
    return ready;
  }

  /** Whether requests would go out at once. */
  public boolean isReady() {
    return link.isReady();
  }

  /**
   * Gives the message the next MsgSeqNum, keeps it, and writes it to the connection. If there is
   * none just now it goes out when the acceptor, after the reconnect, asks for what it missed; it
   * must never be sent again.
   *
   * @param message its header needs no more than MsgType(35)
   */
  public void send(Message message) {
    session.send(message);
  }

  /** Logs out, waits for the answer for two seconds at most, and disconnects. */
  @Override
  public void close() {
    link.end("closed");
    initiator.stop();
  }
}
