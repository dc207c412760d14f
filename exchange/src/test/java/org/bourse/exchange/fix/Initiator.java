package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import quickfix.ApplicationAdapter;
import quickfix.DefaultMessageFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;

/** A broker on QuickFIX/J's own initiator, which fills gaps and connects again by itself. */
final class Initiator extends ApplicationAdapter implements AutoCloseable {
  private final SessionID session;
  private final BlockingQueue<FixText> received = new LinkedBlockingQueue<>();
  private final SocketInitiator initiator;

  private Initiator(int port, String compId) throws Exception {
    session = new SessionID("FIX.4.4", compId, "BOURSE");
    SessionSettings settings = new SessionSettings();
    settings.setString("ConnectionType", "initiator");
    settings.setString("StartTime", "00:00:00");
    settings.setString("EndTime", "00:00:00");
    settings.setString("NonStopSession", "Y");
    settings.setString("HeartBtInt", "30");
    settings.setString("ReconnectInterval", "1");
    settings.setString("SocketConnectHost", "127.0.0.1");
    settings.setLong("SocketConnectPort", port);
    settings.setString(session, "BeginString", "FIX.4.4");
    settings.setString(session, "SenderCompID", compId);
    settings.setString(session, "TargetCompID", "BOURSE");
    initiator =
        SocketInitiator.newBuilder()
            .withApplication(this)
            .withMessageStoreFactory(new MemoryStoreFactory())
            .withSettings(settings)
            .withMessageFactory(new DefaultMessageFactory())
            .build();
  }

  /** Begins to connect. */
  static Initiator start(int port, String compId) throws Exception {
    Initiator client = new Initiator(port, compId);
    client.initiator.start();
    return client;
  }

  void awaitLogon() {
    await().atMost(20, SECONDS).until(this::isLoggedOn);
  }

  boolean isLoggedOn() {
    Session live = live();
    return live != null && live.isLoggedOn();
  }

  /** Logs out and stays away. */
  void leave() {
    live().logout();
    await().atMost(20, SECONDS).until(() -> !live().isLoggedOn());
  }

  /** Comes back after {@link #leave}. */
  void comeBack() {
    live().logon();
    awaitLogon();
  }

  /** Sends a message as {@link OrderText} writes it. */
  void send(String text) throws Exception {
    Message message = new Message();
    for (String field : text.split("\\|", -1)) {
      int tag = Integer.parseInt(field.substring(0, field.indexOf('=')));
      String value = field.substring(field.indexOf('=') + 1);
      if (tag == 35) {
        message.getHeader().setString(tag, value);
      } else if (tag == 60) {
        message.setUtcTimeStamp(tag, LocalDateTime.now(ZoneOffset.UTC));
      } else {
        message.setString(tag, value);
      }
    }
    Session.sendToTarget(message, session);
  }

  /** The next application message. */
  FixText receive() throws InterruptedException {
    FixText next = received.poll(20, SECONDS);
    if (next == null) {
      throw new AssertionError(session + " got nothing");
    }
    return next;
  }

  @Override
  public void fromApp(Message message, SessionID from) {
    received.add(FixText.of(message.toString()));
  }

  @Override
  public void close() {
    initiator.stop(true);
  }

  private Session live() {
    return Session.lookupSession(session);
  }
}
