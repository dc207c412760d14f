package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.EngineSettings;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.MessageStoreKind;
import org.bourse.exchange.config.MessageStoreSettings;
import org.bourse.exchange.config.SnapshotSettings;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixGateway;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.fix.MessageLogSettings;
import org.bourse.exchange.journal.FolderLock;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.TornTail;
import org.bourse.exchange.model.Durability;
import org.bourse.exchange.sequencer.LocalSequencer;
import org.bourse.exchange.sequencer.Recovered;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.sequencer.Sequencer;
import org.bourse.exchange.snapshot.ChronicleWarmUp;
import org.bourse.exchange.snapshot.Snapshot;
import org.bourse.exchange.snapshot.SnapshotPolicy;
import org.bourse.exchange.snapshot.SnapshotTaker;
import org.bourse.exchange.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole exchange on one data folder: what is built, in which order it starts, and in which it
 * stops.
 *
 * <p>Start: lock, journal, message log, snapshot and replay into the engine, sequencer,
 * definitions, outbox, snapshot taker, FIX port. Stop: the same backwards, so that each part still
 * has what it depends on, and a snapshot of what is then the end.
 */
public final class Exchange {
  private static final Duration DEFINITIONS_TAKE_AT_MOST = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final long PAUSE_NANOS = 200_000;
  private static final int FOLLOWER_ORDERS = 1_000;

  private final FolderLock lock;
  private @Nullable LastRun run;
  private @Nullable Journal journal;
  private @Nullable FixGateway fix;
  private @Nullable MatchingEngine engine;
  private @Nullable LocalSequencer sequencer;
  private @Nullable SnapshotTaker taker;
  private @Nullable StartSummary summary;

  private Exchange(FolderLock lock) {
    this.lock = lock;
  }

  /**
   * Starts an exchange; when this returns, clients may connect.
   *
   * @param data the folder with all that is kept, made where it is missing
   * @throws StartFault where the configuration does not fit what the data folder holds
   * @throws IOException where a file or the port can't be used; the message says which
   */
  static Exchange start(
      Configuration configuration, FixSettings fixSettings, Path data, Environment environment)
      throws StartFault, IOException, InterruptedException {
    Storage.disk().createFolder(data);
    Exchange exchange = new Exchange(FolderLock.acquire(data));
    try {
      exchange.run(configuration, fixSettings, data, environment);
      return exchange;
    } catch (StartFault | IOException | InterruptedException | RuntimeException e) {
      exchange.abandon(e);
      throw e;
    }
  }

  private void abandon(Exception cause) {
    try {
      close();
    } catch (IOException | InterruptedException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void run(
      Configuration configuration, FixSettings fixSettings, Path data, Environment environment)
      throws StartFault, IOException, InterruptedException {
    long began = System.nanoTime();
    ChronicleWarmUp.begin();
    ExchangeSettings settings = configuration.exchange();
    LastRun thisRun = LastRun.of(data, environment.bootId(), environment.messages());
    run = thisRun;
    Snapshots snapshots = Snapshots.open(data.resolve("snapshots"), environment.snapshots());
    Journal log =
        Journal.open(
            data.resolve("journal"), settings.journal().segmentSize(), environment.journal());
    journal = log;
    FixGateway gateway =
        FixGateway.open(
            fixSettings,
            data.resolve("fix"),
            messageLog(settings),
            settings.fix().messageStore().kind() == MessageStoreKind.FILE,
            thisRun.powerLost(),
            environment.messages());
    fix = gateway;
    warnOfCut(log.tornTail());
    warnOfCut(gateway.tornTail());
    Supplier<MatchingEngine> engines = () -> engine(settings.engine());
    Recovered recovered = Recovery.run(log, snapshots, engines, gateway.recovery(), gateway);
    MatchingEngine live = recovered.engine();
    engine = live;
    gateway.requireKnown(live.eventSeq());
    summary = StartSummary.of(recovered, gateway, snapshots, began);

    EngineDirectory known = live.directory();
    StartCommands plan = StartCommands.of(known, configuration.instruments(), fixSettings.names());
    long lastEventSeq = live.eventSeq();
    LocalSequencer line =
        new LocalSequencer(
            log,
            live,
            atMost -> newest(snapshots, atMost),
            settings.durability(),
            settings.sequencer().ringSize(),
            gateway::roomFailure);
    sequencer = line;
    gateway.connect(line, line.events(lastEventSeq), journaled(known, plan), plan.instruments());
    line.start();
    define(line, plan.commands());
    awaitEvent(gateway, line, lastEventSeq + plan.commands().size());
    Snapshot base = recovered.base();
    SnapshotTaker sealing =
        new SnapshotTaker(
            log,
            snapshots,
            policy(settings, data),
            base == null ? 0 : base.position(),
            Exchange::follower,
            line::committed,
            gateway::settle);
    taker = sealing;
    sealing.start();
    thisRun.begin();
    gateway.listen();
  }

  private static MatchingEngine engine(EngineSettings sizes) {
    return new MatchingEngine(sizes.expectedOpenOrders(), sizes.expectedOrdersPerDay());
  }

  /** An engine that only follows begins small, and takes no more room than it must. */
  private static MatchingEngine follower() {
    return new MatchingEngine(FOLLOWER_ORDERS, FOLLOWER_ORDERS);
  }

  private static MatchingEngine newest(Snapshots snapshots, long atMostEventSeq)
      throws IOException {
    Snapshots.Loaded loaded = snapshots.loadNewest(atMostEventSeq, Exchange::follower);
    return loaded == null ? follower() : loaded.engine();
  }

  private static MessageLogSettings messageLog(ExchangeSettings settings) {
    MessageStoreSettings store = settings.fix().messageStore();
    return new MessageLogSettings(
        store.segmentSize(), store.retain(), settings.durability() == Durability.DISK);
  }

  private static SnapshotPolicy policy(ExchangeSettings settings, Path data) {
    SnapshotSettings snapshot = settings.snapshot();
    Path archive = settings.journal().archive();
    return new SnapshotPolicy(
        snapshot.everyCommands(),
        snapshot.everyMinutes(),
        snapshot.keep(),
        archive == null ? null : data.resolve(archive));
  }

  private static void warnOfCut(@Nullable TornTail cut) {
    if (cut != null) {
      LOG.warn(
          "{}: cut at offset {}: record {} was not written to its end",
          cut.segment(),
          cut.offset(),
          cut.sequence());
    }
  }

  private static Map<String, FixGateway.Journaled> journaled(
      EngineDirectory known, StartCommands plan) {
    Map<String, FixGateway.Journaled> journaled = new HashMap<>();
    int number = 0;
    for (EngineDirectory.SessionAs session : known.sessions()) {
      journaled.put(
          session.name(), new FixGateway.Journaled(number++, session.epoch(), session.msgSeqNum()));
    }
    for (Command command : plan.commands()) {
      if (command instanceof DefineSession session) {
        journaled.put(session.name(), new FixGateway.Journaled(session.sessionId(), 0, 0));
      }
    }
    return journaled;
  }

  private static void define(Sequencer line, List<Command> commands) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Sequencer.LONGEST_COMMAND]);
    for (Command command : commands) {
      int length = Commands.encode(command, buffer, 0);
      while (!line.offer(buffer, 0, length)) {
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  /**
   * The port opens only when the engine knows all sessions and instruments, and the outbox knows
   * that it does.
   */
  private static void awaitEvent(FixGateway gateway, LocalSequencer line, long eventSeq)
      throws IOException {
    long deadline = System.nanoTime() + DEFINITIONS_TAKE_AT_MOST.toNanos();
    while (gateway.lastEventSeq() < eventSeq) {
      Throwable halted = line.haltCause();
      if (halted != null) {
        throw new IOException("journal: " + halted.getMessage(), halted);
      }
      Throwable failed = gateway.failure();
      if (failed != null) {
        throw new IOException("FIX message log: " + failed.getMessage(), failed);
      }
      if (System.nanoTime() > deadline) {
        throw new IOException("the journal took longer than " + DEFINITIONS_TAKE_AT_MOST);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** What the start has found and done. */
  StartSummary summary() {
    return Objects.requireNonNull(summary);
  }

  /**
   * Logs all clients out, handles what was taken, sends what is left, seals a snapshot and closes
   * all files.
   *
   * @throws IOException where a file can't be closed
   */
  void stop() throws IOException, InterruptedException {
    boolean inOrder;
    try {
      inOrder = windDown();
    } finally {
      close();
    }
    if (inOrder && run != null) {
      run.end();
    }
  }

  /** Ends all that works, from the clients inwards, and says whether nothing was left undone. */
  private boolean windDown() throws InterruptedException {
    FixGateway gateway = fix;
    LocalSequencer line = sequencer;
    SnapshotTaker sealing = taker;
    if (gateway == null || line == null || sealing == null || engine == null) {
      return false;
    }
    gateway.stopListening();
    line.stop();
    gateway.stopSending();
    sealing.stop();
    boolean inOrder = line.haltCause() == null && gateway.failure() == null;
    if (inOrder) {
      seal(sealing, engine);
    }
    return inOrder;
  }

  /** A stop without a snapshot is no fault: the next start replays. */
  private static void seal(SnapshotTaker sealing, MatchingEngine engine) {
    try {
      sealing.sealAtEnd(engine);
    } catch (IOException e) {
      LOG.error("No snapshot could be taken; the next start replays the journal", e);
    }
  }

  private void close() throws IOException, InterruptedException {
    try (lock;
        Journal log = journal;
        FixGateway gateway = fix;
        SnapshotTaker sealing = taker) {
      if (gateway != null) {
        gateway.stopListening();
      }
      if (sequencer != null) {
        sequencer.stop();
      }
      if (sealing != null) {
        sealing.stop();
      }
    }
  }
}
