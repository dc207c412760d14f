package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.FieldNotFound;
import quickfix.IncorrectDataFormat;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;
import quickfix.field.BeginSeqNo;
import quickfix.field.EndSeqNo;
import quickfix.field.MsgType;
import quickfix.fix44.Logout;

/**
 * Learns from what comes from each client how far it has got our messages, and passes all of it on.
 */
final class ClientWatch implements Application {
  private static final Logger LOG = LoggerFactory.getLogger(ClientWatch.class);

  private final Application next;
  private final Map<SessionID, FixSession> sessions;
  private final Presence presence;
  private final MarketDataThread marketData;
  private final Runnable onChanged;

  /**
   * A watch over all clients.
   *
   * @param onChanged run when a client has logged on, or is gone
   */
  ClientWatch(
      Application next,
      Map<SessionID, FixSession> sessions,
      Presence presence,
      MarketDataThread marketData,
      Runnable onChanged) {
    this.marketData = marketData;
    this.presence = presence;
    this.next = next;
    this.sessions = sessions;
    this.onChanged = onChanged;
  }

  @Override
  public void onCreate(SessionID id) {
    next.onCreate(id);
  }

  @Override
  public void onLogon(SessionID id) {
    next.onLogon(id);
    onChanged.run();
  }

  @Override
  public void onLogout(SessionID id) {
    session(id).disconnected();
    session(id).client().gone();
    presence.gone(session(id));
    marketData.gone(session(id));
    onChanged.run();
    next.onLogout(id);
  }

  @Override
  public void toAdmin(Message message, SessionID id) {
    if (message instanceof Logout) {
      session(id).client().sayFarewell();
    }
    next.toAdmin(message, id);
  }

  @Override
  public void fromAdmin(Message message, SessionID id)
      throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, RejectLogon {
    next.fromAdmin(message, id);
    FixSession session = session(id);
    switch (message.getHeader().getString(MsgType.FIELD)) {
      case MsgType.LOGOUT -> note(id, session::loggedOut);
      case MsgType.RESEND_REQUEST ->
          session.asked(message.getInt(BeginSeqNo.FIELD), message.getInt(EndSeqNo.FIELD));
      case MsgType.LOGON -> {
        note(id, session::connected);
        presence.connected(session, message);
      }
      default -> session.heard();
    }
  }

  @Override
  public void toApp(Message message, SessionID id) throws DoNotSend {
    next.toApp(message, id);
  }

  @Override
  public void fromApp(Message message, SessionID id)
      throws FieldNotFound, IncorrectDataFormat, IncorrectTagValue, UnsupportedMessageType {
    session(id).heard();
    presence.asked(session(id), message);
    next.fromApp(message, id);
  }

  private FixSession session(SessionID id) {
    return Objects.requireNonNull(sessions.get(id));
  }

  /** A step that notes something in the log. */
  private interface Note {
    void run() throws IOException;
  }

  /** Where the log fails, it disconnects all clients itself. */
  private static void note(SessionID id, Note note) {
    try {
      note.run();
    } catch (IOException e) {
      LOG.warn("{}: how far the client has got could not be noted: {}", id, e.getMessage());
    }
  }
}
