package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.journal.Storage;
import org.jspecify.annotations.Nullable;
import quickfix.ApplicationAdapter;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.field.BeginSeqNo;
import quickfix.field.EndSeqNo;
import quickfix.field.MsgType;
import quickfix.mina.message.FIXProtocolCodecFactory;

/** A FIX port on a message log, without an engine: its sessions send what a test says. */
final class SendingPort implements AutoCloseable {
  private static final MessageLogSettings SETTINGS =
      new MessageLogSettings(1 << 20, 1000, false, OptionalLong.empty());

  private final MessageLog log;
  private final @Nullable FileStores files;
  private final Cork cork;
  private final Access access;
  private final Map<String, FixSession> sessions = new TreeMap<>();
  private final DirectAcceptor acceptor;

  /** Opens the port, on a log that is gone on with. */
  SendingPort(Path folder, int port, boolean withFiles, String... clients) throws Exception {
    Path config = folder.resolve("fix.cfg");
    Files.writeString(config, RunningExchange.sessions(clients));
    FixSettings settings = FixSettings.load(config, OptionalInt.of(port));
    log = MessageLog.open(folder.resolve("fix"), SETTINGS, false, Storage.disk());
    cork = new Cork(log::commit);
    access =
        new Access(
            Participants.of(List.of()), List.of(), changed -> {}, (who, what, details) -> {});
    files =
        withFiles
            ? new FileStores(settings.settings(), folder.resolve("fix").resolve("store"))
            : null;
    for (SessionID id : settings.sessions()) {
      SessionRecord record = log.session(id.toString());
      SessionClient client = new SessionClient(id, access);
      FixSession session = new FixSession(id, 1, log, record, cork, 1, client);
      if (files != null) {
        session.readFrom(files.open(id, log, session));
      }
      sessions.put(id.getTargetCompID(), session);
    }
    acceptor =
        new DirectAcceptor(
            new Clients(),
            id -> session(id.getTargetCompID()).messageStore(),
            settings.settings(),
            SessionEvents.factory(),
            new InboundMessages(),
            id -> session(id.getTargetCompID()).turn(),
            id -> session(id.getTargetCompID()).readingTurn(),
            session -> true,
            id -> {});
    acceptor.setIoFilterChainBuilder(
        chain -> chain.addBefore(FIXProtocolCodecFactory.FILTER_NAME, "cork", cork));
    acceptor.start();
  }

  FixSession session(String client) {
    return Objects.requireNonNull(sessions.get(client));
  }

  Cork cork() {
    return cork;
  }

  MessageLog log() {
    return log;
  }

  /** One thread that sends. */
  final class Sender {
    private final OutboundMessage message = new OutboundMessage();
    private final FixWriter body = new FixWriter();

    /** Sends a message that tells an event; whether it was taken. */
    boolean report(String client, long eventSeq) {
      FixSession session = session(client);
      body.clear();
      body.append("336=DAY\u0001340=2\u000158=" + eventSeq + "\u0001");
      synchronized (session.turn()) {
        int before = session.store().told();
        send(session, "h", () -> session.store().nextTells(eventSeq, 0));
        return session.store().told() == before + 1;
      }
    }

    /** Sends a message that is not kept; whether it was taken. */
    boolean marketData(String client) {
      FixSession session = session(client);
      body.clear();
      body.append("55=ABC\u0001268=1\u0001269=0\u0001270=9.99\u0001271=10\u0001");
      synchronized (session.turn()) {
        int before = session.store().passed();
        send(session, "W", session.store()::nextPasses);
        return session.store().passed() == before + 1;
      }
    }

    private void send(FixSession session, String msgType, Runnable whenNumbered) {
      Session live = Objects.requireNonNull(session.live());
      message.fill(msgType, session.compIds(), body, false, whenNumbered);
      live.send(message);
    }
  }

  /** Notes what clients have got, as the exchange does. */
  private final class Clients extends ApplicationAdapter {
    @Override
    public void fromAdmin(Message message, SessionID id) {
      FixSession session = session(id.getTargetCompID());
      try {
        switch (message.getHeader().getString(MsgType.FIELD)) {
          case MsgType.LOGON -> session.connected();
          case MsgType.LOGOUT -> session.loggedOut();
          case MsgType.RESEND_REQUEST ->
              session.asked(message.getInt(BeginSeqNo.FIELD), message.getInt(EndSeqNo.FIELD));
          default -> session.heard();
        }
      } catch (IOException | FieldNotFound e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void onLogout(SessionID id) {
      session(id.getTargetCompID()).disconnected();
    }
  }

  @Override
  public void close() throws Exception {
    acceptor.stop(true);
    try (access;
        log) {
      if (files != null) {
        files.close();
      }
    }
  }
}
