package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixGateway;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.journal.FolderLock;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.TornTail;
import org.bourse.exchange.sequencer.LocalSequencer;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.sequencer.Sequencer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole exchange on one data folder: what is built, in which order it starts, and in which it
 * stops.
 *
 * <p>Start: lock, journal, message log, replay into the engine, sequencer, definitions, outbox, FIX
 * port. Stop: the same backwards, so that each part still has what it depends on.
 */
public final class Exchange {
  private static final Duration DEFINITIONS_TAKE_AT_MOST = Duration.ofSeconds(60);
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final long PAUSE_NANOS = 200_000;

  private final FolderLock lock;
  private @Nullable Journal journal;
  private @Nullable FixGateway fix;
  private @Nullable LocalSequencer sequencer;
  private long replayed;

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
  static Exchange start(Configuration configuration, FixSettings fixSettings, Path data)
      throws StartFault, IOException, InterruptedException {
    return start(configuration, fixSettings, data, Storage.disk(), Storage.disk());
  }

  /**
   * As {@link #start(Configuration, FixSettings, Path)}, with journal and message log on storages
   * of the caller's.
   */
  static Exchange start(
      Configuration configuration,
      FixSettings fixSettings,
      Path data,
      Storage journalStorage,
      Storage messageStorage)
      throws StartFault, IOException, InterruptedException {
    Storage.disk().createFolder(data);
    Exchange exchange = new Exchange(FolderLock.acquire(data));
    try {
      exchange.run(configuration, fixSettings, data, journalStorage, messageStorage);
      return exchange;
    } catch (StartFault | IOException | InterruptedException | RuntimeException e) {
      exchange.abandon(e);
      throw e;
    }
  }

  private void abandon(Exception cause) {
    try {
      stop();
    } catch (IOException | InterruptedException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void run(
      Configuration configuration,
      FixSettings fixSettings,
      Path data,
      Storage journalStorage,
      Storage messageStorage)
      throws StartFault, IOException, InterruptedException {
    ExchangeSettings settings = configuration.exchange();
    Journal log =
        Journal.open(data.resolve("journal"), settings.journal().segmentSize(), journalStorage);
    journal = log;
    FixGateway gateway =
        FixGateway.open(
            fixSettings,
            data.resolve("fix"),
            settings.fix().messageStoreSegmentSize(),
            messageStorage);
    fix = gateway;
    warnOfCut(log.tornTail());
    warnOfCut(gateway.tornTail());
    MatchingEngine engine =
        new MatchingEngine(
            settings.engine().expectedOpenOrders(), settings.engine().expectedOrdersPerDay());
    replayed = Recovery.run(log, engine, gateway.replayed(), gateway);

    gateway.requireKnown(engine.eventSeq());

    EngineDirectory known = engine.directory();
    StartCommands plan = StartCommands.of(known, configuration.instruments(), fixSettings.names());
    long lastEventSeq = engine.eventSeq();
    LocalSequencer line =
        new LocalSequencer(
            log,
            engine,
            settings.durability(),
            settings.sequencer().ringSize(),
            gateway::roomFailure);
    sequencer = line;
    gateway.connect(line, line.events(lastEventSeq), journaled(known, plan), plan.instruments());
    line.start();
    define(line, plan.commands());
    awaitEvent(gateway, line, lastEventSeq + plan.commands().size());
    gateway.listen();
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

  /** How many commands the start has replayed. */
  long replayed() {
    return replayed;
  }

  /** How many reports the start has found that clients had not been sent. */
  long missedReports() {
    return fix == null ? 0 : fix.missedReports();
  }

  /**
   * Logs all clients out, handles what was taken, sends what is left and closes all files.
   *
   * @throws IOException where a file can't be closed
   */
  void stop() throws IOException, InterruptedException {
    try (lock;
        Journal log = journal;
        FixGateway gateway = fix) {
      if (gateway != null) {
        gateway.stopListening();
      }
      if (sequencer != null) {
        sequencer.stop();
      }
    }
  }
}
