package org.bourse.exchange.crash;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bourse.exchange.fix.FixText;
import org.jspecify.annotations.Nullable;
import quickfix.ApplicationAdapter;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.GapFillFlag;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;
import quickfix.field.ResetSeqNumFlag;
import quickfix.field.Text;

/**
 * A client on QuickFIX/J's initiator with a file store of its own, which connects again by itself
 * and keeps its numbers. What arrives goes to its ledger; what a session says that no client should
 * hear is a fault.
 */
final class Trader extends ApplicationAdapter implements AutoCloseable {
  private final String compId;
  private final SessionID session;
  private final Faults faults;
  private final Ledger ledger;
  private final SessionEvents events = new SessionEvents();
  private final AtomicInteger resent = new AtomicInteger();
  private final AtomicInteger resendRequests = new AtomicInteger();
  private final AtomicReference<@Nullable Runnable> onNextReport = new AtomicReference<>();
  private final SocketInitiator initiator;

  Trader(String compId, int port, Path store) throws Exception {
    this.compId = compId;
    session = new SessionID("FIX.4.4", compId, "BOURSE");
    faults = new Faults(compId);
    ledger = new Ledger(faults);
    SessionSettings settings = settings(port, store);
    initiator =
        SocketInitiator.newBuilder()
            .withApplication(this)
            .withMessageStoreFactory(new FileStoreFactory(settings))
            .withLogFactory(id -> events)
            .withSettings(settings)
            .withMessageFactory(new DefaultMessageFactory())
            .build();
  }

  private SessionSettings settings(int port, Path store) {
    SessionSettings settings = new SessionSettings();
    settings.setString("ConnectionType", "initiator");
    settings.setString("StartTime", "00:00:00");
    settings.setString("EndTime", "00:00:00");
    settings.setString("NonStopSession", "Y");
    settings.setString("HeartBtInt", "10");
    settings.setString("ReconnectInterval", "1");
    settings.setString("FileStorePath", store.toString());
    settings.setString("FileStoreSync", "N");
    settings.setString("SocketConnectHost", "127.0.0.1");
    settings.setLong("SocketConnectPort", port);
    settings.setString("SocketTcpNoDelay", "Y");
    settings.setString(session, "BeginString", "FIX.4.4");
    settings.setString(session, "SenderCompID", compId);
    settings.setString(session, "TargetCompID", "BOURSE");
    return settings;
  }

  /** Begins to connect. */
  void start() throws Exception {
    initiator.start();
  }

  String compId() {
    return compId;
  }

  Ledger ledger() {
    return ledger;
  }

  Faults faults() {
    return faults;
  }

  boolean isLoggedOn() {
    return Objects.requireNonNull(Session.lookupSession(session)).isLoggedOn();
  }

  /** Sends, or, while there is no connection, leaves it to the store until it is asked for. */
  void send(Message message) throws Exception {
    Session.sendToTarget(message, session);
  }

  /** Does something as soon as the next report is there, before anything else is done with it. */
  void onNextReport(@Nullable Runnable action) {
    onNextReport.set(action);
  }

  /** Messages that went out again because the exchange asked for them. */
  int resent() {
    return resent.get();
  }

  /** How often the exchange asked for messages again. */
  int resendRequests() {
    return resendRequests.get();
  }

  /** What QuickFIX/J said last of this session. */
  SessionEvents events() {
    return events;
  }

  @Override
  public void fromApp(Message message, SessionID from) {
    Runnable action = onNextReport.getAndSet(null);
    if (action != null) {
      action.run();
    }
    ledger.received(FixText.of(message.toString()));
  }

  @Override
  public void toApp(Message message, SessionID to) {
    try {
      if (message.getHeader().isSetField(PossDupFlag.FIELD)
          && message.getHeader().getBoolean(PossDupFlag.FIELD)) {
        resent.incrementAndGet();
      }
    } catch (FieldNotFound e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void fromAdmin(Message message, SessionID from) throws FieldNotFound {
    switch (message.getHeader().getString(MsgType.FIELD)) {
      case MsgType.LOGOUT -> requireWithoutText(message, "was logged out");
      case MsgType.REJECT -> faults.add("was rejected", message);
      case MsgType.LOGON -> requireWithoutReset(message);
      case MsgType.RESEND_REQUEST -> resendRequests.incrementAndGet();
      case MsgType.SEQUENCE_RESET -> {
        if (!message.isSetField(GapFillFlag.FIELD) || !message.getBoolean(GapFillFlag.FIELD)) {
          faults.add("numbers were reset", message);
        }
      }
      default -> {}
    }
  }

  @Override
  public void toAdmin(Message message, SessionID to) {
    try {
      switch (message.getHeader().getString(MsgType.FIELD)) {
        case MsgType.LOGOUT -> requireWithoutText(message, "logs out");
        case MsgType.REJECT -> faults.add("rejects", message);
        default -> {}
      }
    } catch (FieldNotFound e) {
      throw new IllegalStateException(e);
    }
  }

  private void requireWithoutText(Message logout, String what) {
    if (logout.isSetField(Text.FIELD)) {
      faults.add(what, logout);
    }
  }

  private void requireWithoutReset(Message logon) throws FieldNotFound {
    if (logon.isSetField(ResetSeqNumFlag.FIELD) && logon.getBoolean(ResetSeqNumFlag.FIELD)) {
      faults.add("numbers were reset", logon);
    }
  }

  @Override
  public void close() {
    initiator.stop(true);
  }
}
