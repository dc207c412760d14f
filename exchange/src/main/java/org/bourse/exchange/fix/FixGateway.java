package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.TornTail;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.sequencer.EventHandler;
import org.bourse.exchange.sequencer.EventStream;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.sequencer.Sequencer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.ConfigError;
import quickfix.RuntimeError;
import quickfix.SessionID;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * The FIX 4.4 side of the exchange. It is built before the journal is replayed, to learn from the
 * replay what clients have missed; then it is connected to the sequencer; last it opens its port.
 */
public final class FixGateway implements Recovery.RefusedRequests, AutoCloseable {
  /**
   * From where a session goes on.
   *
   * @param number the engine's number of the session
   * @param epoch the numbering of its last journaled request
   * @param msgSeqNum MsgSeqNum of that request, 0: none
   */
  public record Journaled(int number, int epoch, int msgSeqNum) {}

  private static final Logger LOG = LoggerFactory.getLogger(FixGateway.class);

  private final FixSettings settings;
  private final MessageLog log;
  private final MissedReports missed;
  private final ReportRouter router;
  private final Cork cork;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private @Nullable Outbox outbox;
  private @Nullable DirectAcceptor acceptor;

  private FixGateway(FixSettings settings, MessageLog log) throws IOException {
    this.settings = settings;
    this.log = log;
    cork = new Cork(log::commit);
    Map<String, MissedReports.Owed> owed = new HashMap<>();
    for (SessionID session : settings.sessions()) {
      String name = session.toString();
      owed.put(name, new MissedReports.Owed(log.session(name), CompIds.of(session)));
    }
    missed = new MissedReports(log, owed);
    router = new ReportRouter(missed);
  }

  /**
   * Opens the message log.
   *
   * @param folder where the log is, or is made
   * @param segmentBytes the length of one of its files
   * @throws IOException where the log can't be used
   */
  public static FixGateway open(
      FixSettings settings, Path folder, long segmentBytes, Storage storage) throws IOException {
    MessageLog log = MessageLog.open(folder, segmentBytes, storage);
    try {
      return new FixGateway(settings, log);
    } catch (IOException e) {
      log.close();
      throw e;
    }
  }

  /** Why the message log has no room to go on for long, null: it has. Any thread. */
  public @Nullable IOException roomFailure() {
    return log.roomFailure();
  }

  /** What the open cut from the end of the message log; null if it was whole. */
  public @Nullable TornTail tornTail() {
    return log.tornTail();
  }

  /** Takes every event of the replay, before {@link #connect}. */
  public EventHandler replayed() {
    return router;
  }

  /** How many reports the replay has found that no client was sent. */
  public long missedReports() {
    return missed.added();
  }

  /**
   * Makes sure that the journal holds every event that a client was told.
   *
   * @param lastEventSeq of the replay
   * @throws IOException where a client knows more than the journal: its end is missing
   */
  public void requireKnown(long lastEventSeq) throws IOException {
    for (SessionID session : settings.sessions()) {
      SessionRecord record = log.session(session.toString());
      if (record.lastEventSeq() > lastEventSeq) {
        throw new IOException(
            "journal: its end is missing: it tells of "
                + lastEventSeq
                + " events, but "
                + session.getTargetCompID()
                + " was sent event "
                + record.lastEventSeq()
                + "; restore the data folder, or remove its folder fix to go on without what is"
                + " lost");
      }
    }
  }

  @Override
  public boolean any() {
    return log.hasHaltedRequests();
  }

  @Override
  public boolean contains(String session, int epoch, int msgSeqNum) {
    return log.isHaltedRequest(session, epoch, msgSeqNum);
  }

  /**
   * Begins to send reports. To be called once, when the replay is over.
   *
   * @param events what comes after the replay
   * @param journaled by the session's name
   * @param instruments by the engine's number
   * @throws IOException where the message log can't be written
   */
  public void connect(
      Sequencer sequencer,
      EventStream events,
      Map<String, Journaled> journaled,
      List<Instrument> instruments)
      throws IOException {
    log.commit();
    Map<SessionID, FixSession> sessions = new HashMap<>();
    for (SessionID id : settings.sessions()) {
      Journaled from = Objects.requireNonNull(journaled.get(id.toString()));
      sessions.put(id, session(id, from));
    }
    Outbox sender = new Outbox(events, router, log, cork, sessions.values(), this::fail);
    DirectAcceptor port = acceptor(sequencer, instruments, sessions);
    LogonDeadline deadline = new LogonDeadline(settings.logonTimeoutMillis());
    port.setIoFilterChainBuilder(
        chain -> {
          String codec = FIXProtocolCodecFactory.FILTER_NAME;
          chain.addBefore(codec, "logon-deadline", deadline);
          chain.addBefore(codec, "message-limit", new MessageLimit());
          chain.addBefore(codec, "cork", cork);
          chain.addAfter(codec, "message-ends", MessageLimit.ends());
        });
    log.onFailure(this::fail);
    outbox = sender;
    acceptor = port;
    sender.start();
  }

  private DirectAcceptor acceptor(
      Sequencer sequencer, List<Instrument> instruments, Map<SessionID, FixSession> sessions)
      throws IOException {
    try {
      return new DirectAcceptor(
          new InboundRequests(sequencer, new InstrumentIndex(instruments), sessions),
          id -> Objects.requireNonNull(sessions.get(id)).store(),
          settings.settings(),
          SessionEvents.factory(),
          new InboundMessages(),
          id -> Objects.requireNonNull(sessions.get(id)).turn());
    } catch (ConfigError e) {
      throw new IOException("FIX settings: " + e.getMessage(), e);
    }
  }

  private FixSession session(SessionID id, Journaled from) throws IOException {
    SessionRecord record = log.session(id.toString());
    if (from.epoch() > record.epoch()) {
      log.epochFound(record, from.epoch());
    }
    int handled = from.epoch() == record.epoch() ? from.msgSeqNum() : 0;
    int nextTarget = Math.max(handled, record.lastHaltedRequest()) + 1;
    return new FixSession(
        id, from.number(), new SessionMessageStore(log, record, cork, nextTarget));
  }

  /** Number of the last event that was handed to its session. */
  public long lastEventSeq() {
    return Objects.requireNonNull(outbox).done();
  }

  /** Why clients were disconnected, null where all is well. */
  public @Nullable Throwable failure() {
    return failure.get();
  }

  /**
   * Opens the port.
   *
   * @throws IOException where the port can't be had, or QuickFIX/J does not take the settings
   */
  public void listen() throws IOException {
    try {
      Objects.requireNonNull(acceptor).start();
    } catch (ConfigError e) {
      throw new IOException("FIX settings: " + e.getMessage(), e);
    } catch (RuntimeError e) {
      throw new IOException("FIX port: " + settings.address() + ": " + reason(e), e);
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IOException("FIX message log: " + failed.getMessage(), failed);
    }
  }

  /** Logs all clients out and closes the port: no request comes after this. */
  public void stopListening() {
    if (acceptor != null) {
      acceptor.stop(false);
    }
  }

  /**
   * Sends what is left and closes the message log. What can't be sent any more is sent after the
   * next start.
   */
  @Override
  public void close() throws IOException {
    try {
      if (outbox != null) {
        outbox.stop();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Interrupted before all reports were sent; the next start sends the rest");
    }
    log.close();
  }

  /** What the system said, below what libraries made of it. */
  private static @Nullable String reason(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getMessage();
  }

  /** Any thread may find out, those that disconnecting waits for among them. */
  private void fail(Throwable cause) {
    if (failure.compareAndSet(null, cause)) {
      LOG.error(
          "All clients are disconnected until a restart: what is sent to them can't be kept",
          cause);
      Thread thread = new Thread(this::disconnect, "fix-disconnect");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void disconnect() {
    if (acceptor != null) {
      acceptor.stop(true);
    }
  }
}
