package org.bourse.exchange.fix;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.TornTail;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.sequencer.EventHandler;
import org.bourse.exchange.sequencer.EventStream;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.sequencer.Sequencer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.SessionID;

/**
 * The FIX 4.4 side of the exchange. It is built before the journal is replayed, to learn from the
 * replay what clients have missed; then it is connected to the sequencer; last it opens its port.
 *
 * <p>One thread at a time opens, connects and closes it, and asks what it found; what is said to be
 * for any thread may be called beside that. Clients' requests are handled on the threads that read
 * their sockets, reports are sent by one thread of its own.
 *
 * <p>Back-pressure: while the sequencer's ring is full, a request waits to be offered, and so do
 * all clients whose sockets the same thread reads. Nothing is refused or dropped for that.
 */
public final class FixGateway implements Recovery.RefusedRequests, AutoCloseable {
  private static final long STORED_PAUSE_NANOS = 20_000;
  private static final Logger LOG = LoggerFactory.getLogger(FixGateway.class);

  private final FixSettings settings;
  private final MessageLog log;
  private final MissedReports missed;
  private final @Nullable FileStores files;
  private final ReportRouter router;
  private final DropCopies copies;
  private final Cork cork;
  private final CompactionThread compaction;
  private final boolean isNew;
  private final ClientCutoff cutoff = new ClientCutoff();
  private @Nullable Outbox outbox;
  private @Nullable MarketDataThread marketDataThread;
  private @Nullable FixPort port;

  private FixGateway(
      FixSettings settings, MessageLog log, @Nullable FileStores files, Participants participants)
      throws IOException {
    this.settings = settings;
    this.log = log;
    this.files = files;
    cork = new Cork(log::commit);
    compaction = new CompactionThread(log);
    isNew = log.sessions().isEmpty();
    missed = new MissedReports(log, settings.sessions());
    copies = new DropCopies(settings.sessions(), participants);
    router = new ReportRouter(missed, copies);
  }

  /**
   * Opens the message log.
   *
   * @param folder where the log is, or is made
   * @param store how it keeps what it holds
   * @param withFiles whether QuickFIX/J's FileStore is to hold what is sent, beside the log
   * @param participants who gets copies of whose reports
   * @param powerLost whether the end of what was written may be missing
   * @throws IOException where the log can't be used
   */
  public static FixGateway open(
      FixSettings settings,
      Path folder,
      MessageLogSettings store,
      boolean withFiles,
      Participants participants,
      boolean powerLost,
      Storage storage)
      throws IOException {
    MessageLog log = MessageLog.open(folder, store, powerLost, storage);
    try {
      FileStores files =
          withFiles ? new FileStores(settings.settings(), folder.resolve("store")) : null;
      return new FixGateway(settings, log, files, participants);
    } catch (IOException | RuntimeException e) {
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

  /** Sequence of the message log's next record. Any thread, also after the close. */
  public long nextRecord() {
    return log.nextRecord();
  }

  /** Whether the message log has no session yet: it is new, or was removed. */
  public boolean isNew() {
    return isNew;
  }

  /** Takes every event of the replay, before {@link #connect}. */
  public Recovery.Consumer recovery() {
    return new MissedEvents(log, router);
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
    for (SessionRecord record : log.sessions()) {
      if (record.lastEventSeq() > lastEventSeq) {
        throw new IOException(
            "journal: its end is missing: it tells of "
                + lastEventSeq
                + " events, but "
                + record.name()
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
   * The market, for subscribers.
   *
   * @param events what comes after the replay
   * @param standing tells how the market stands then, in events
   * @param limits what subscribers may take
   * @param secret nobody who does not know it can tell whose order is shown
   */
  public record MarketDataSource(
      EventStream events, Consumer<EventHandler> standing, FeedLimits limits, long secret) {}

  /**
   * Begins to send reports. To be called once, when the replay is over.
   *
   * @param events what comes after the replay
   * @param journaled by the session's name
   * @param instruments by the engine's number
   * @param armed names of the sessions whose orders the engine would cancel when they are gone
   * @param access who may do what
   * @param marketData how it is served
   * @throws IOException where the message log can't be written
   */
  public void connect(
      Sequencer sequencer,
      EventStream events,
      Map<String, JournaledSession> journaled,
      List<Instrument> instruments,
      Set<String> armed,
      Access access,
      MarketDataSource marketData)
      throws IOException {
    router.know(instruments);
    log.commit();
    if (isNew && journaled.values().stream().anyMatch(from -> from.msgSeqNum() > 0)) {
      LOG.warn(
          "The FIX message log is missing: every session's numbers begin at 1 again, and a client"
              + " goes on once it has reset its own");
    }
    Map<SessionID, FixSession> sessions =
        new FixSessions(log, cork, files, access).begin(settings.sessions(), journaled);
    Outbox sender = new Outbox(events, router, log, cork, sessions.values(), cutoff::fail);
    Runnable afterOffer = files == null ? () -> {} : () -> awaitStored(sequencer, sender);
    InboundRequests requests =
        new InboundRequests(
            sequencer,
            new InstrumentIndex(instruments),
            marketData.limits().whenSlow(),
            sessions,
            new UserRequests(access, sessions.values(), sequencer),
            afterOffer);
    MarketDataThread market =
        new MarketDataThread(
            marketData.events(),
            cork,
            sessions.values(),
            instruments,
            marketData.limits(),
            marketData.secret(),
            cutoff::fail);
    Presence presence = new Presence(sequencer, armed);
    FixPort opened =
        new FixPort(
            settings,
            new ClientWatch(requests, sessions, presence, market, sender::wake),
            sessions,
            new LogonGate(sessions, access),
            cork,
            market::missed);
    access.onChange(copies::use);
    access.onChange(
        now ->
            sessions
                .values()
                .forEach(
                    session -> {
                      session.client().renew();
                      presence.renew(session);
                    }));
    access.onChange(now -> market.renew());
    cutoff.guard(opened);
    log.onFailure(cutoff::fail);
    outbox = sender;
    port = opened;
    marketDataThread = market;
    sender.start();
    market.start(marketData.standing());
    compaction.start();
  }

  /** Waits until what has come of all requests so far is in the stores of its sessions. */
  private void awaitStored(Sequencer sequencer, Outbox sender) {
    long eventSeq = sequencer.awaitHandled();
    while (sender.done() < eventSeq && cutoff.failure() == null) {
      LockSupport.parkNanos(this, STORED_PAUSE_NANOS);
    }
  }

  /**
   * Makes durable what was sent so far.
   *
   * @return the last event that no start need tell again. Any thread
   * @throws IOException where the message log can't be written
   */
  public long settle() throws IOException {
    long handled = lastEventSeq();
    log.settle(handled);
    return handled;
  }

  /** Number of the last event that was handed to its session. */
  public long lastEventSeq() {
    return Objects.requireNonNull(outbox).done();
  }

  /** Why clients were disconnected, null where all is well. Any thread. */
  public @Nullable Throwable failure() {
    return cutoff.failure();
  }

  /**
   * Opens the port. To be called once, after {@link #connect}.
   *
   * @throws IOException where the port can't be had, QuickFIX/J does not take the settings, or the
   *     message log has failed already
   */
  public void listen() throws IOException {
    Objects.requireNonNull(port).open();
    Throwable failed = cutoff.failure();
    if (failed != null) {
      throw new IOException("FIX message log: " + failed.getMessage(), failed);
    }
  }

  /**
   * Logs all clients out and closes the port: no request comes after this. Blocks until each client
   * has answered its Logout, or was cut after its LogoutTimeout, and no longer than about a minute;
   * an interrupt does not end the wait. A second call does nothing.
   */
  public void stopListening() {
    if (port != null) {
      port.close(false);
    }
  }

  /**
   * Sends what is left. What can't be sent any more is sent after the next start.
   *
   * @throws InterruptedException where this thread is interrupted meanwhile
   */
  public void stopSending() throws InterruptedException {
    if (marketDataThread != null) {
      marketDataThread.beginToStop();
    }
    if (outbox != null) {
      outbox.stop();
    }
    if (marketDataThread != null) {
      marketDataThread.awaitStop();
    }
  }

  /** Sends what is left and closes the message log. */
  @Override
  public void close() throws IOException {
    try {
      stopSending();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      LOG.warn("Interrupted before all reports were sent; the next start sends the rest");
    }
    compaction.stop();
    try (log) {
      if (files != null) {
        files.close();
      }
    }
  }
}
