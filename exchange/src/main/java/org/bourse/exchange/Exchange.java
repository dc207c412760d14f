package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.engine.EngineDirectory;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixGateway;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.sequencer.LocalSequencer;
import org.bourse.exchange.snapshot.ChronicleWarmUp;
import org.bourse.exchange.snapshot.SnapshotPolicy;
import org.bourse.exchange.snapshot.SnapshotTaker;
import org.bourse.exchange.snapshot.Snapshots;
import org.bourse.exchange.venue.Scheduler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole exchange on one data folder: what is built, in which order it starts, and in which it
 * stops.
 *
 * <p>Start: lock, journal, message log, snapshot and replay into the engine, sequencer,
 * definitions, outbox, snapshot taker, FIX port, watch over the participants. Stop: the same
 * backwards, so that each part still has what it depends on, and a snapshot of what is then the
 * end.
 */
public final class Exchange {
  private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
  private static final int FOLLOWER_ORDERS = 1_000;

  private final OpenDataFolder data;
  private @Nullable LocalSequencer sequencer;
  private @Nullable SnapshotTaker taker;
  private @Nullable VenueDesk desk;
  private @Nullable OpenAccess access;
  private @Nullable StartSummary summary;

  private Exchange(OpenDataFolder data) {
    this.data = data;
  }

  /**
   * Starts an exchange; when this returns, clients may connect.
   *
   * @param folder with all that is kept, made where it is missing
   * @throws StartFault where the configuration does not fit what the data folder holds
   * @throws IOException where a file or the port can't be used; the message says which
   */
  static Exchange start(
      Configuration configuration, FixSettings fixSettings, Path folder, Environment environment)
      throws StartFault, IOException, InterruptedException {
    long began = System.nanoTime();
    OpenAccess.check(configuration, fixSettings.compIds());
    ChronicleWarmUp.begin();
    Exchange exchange =
        new Exchange(
            OpenDataFolder.open(
                folder,
                configuration.exchange(),
                fixSettings,
                configuration.participants().participants(),
                environment));
    try {
      exchange.summary = StartSummary.of(exchange.data, began);
      exchange.access =
          OpenAccess.open(configuration, fixSettings.compIds(), folder, environment.messages());
      exchange.run(configuration, fixSettings, folder, exchange.access);
      return exchange;
    } catch (StartFault | IOException | InterruptedException | RuntimeException e) {
      exchange.abandon(e);
      throw e;
    }
  }

  private void abandon(Exception cause) {
    try {
      close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cause.addSuppressed(e);
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private void run(
      Configuration configuration, FixSettings fixSettings, Path folder, OpenAccess opened)
      throws StartFault, IOException, InterruptedException {
    ExchangeSettings settings = configuration.exchange();
    SnapshotPolicy policy = ConfiguredSnapshots.policy(settings, folder);
    FixGateway gateway = data.fix();
    EngineDirectory known = data.engine().directory();
    StartCommands plan =
        StartCommands.of(
            known,
            configuration.instruments(),
            fixSettings.names(),
            opened.access().participants(),
            settings.venue().profile());
    long lastEventSeq = data.engine().eventSeq();
    LocalSequencer line = sequencer(settings);
    VenueDesk venue = desk(configuration, opened, line, plan, known);
    gateway.connect(
        line,
        line.events(lastEventSeq),
        plan.journaled(known),
        plan.instruments(),
        armed(known),
        opened.access(),
        marketData(line, settings.marketData(), lastEventSeq));
    line.start();
    FirstCommands.carryOut(plan.commands(), line, gateway, lastEventSeq);
    beginToSeal(policy, line);
    data.begin();
    venue.start();
    venue.disconnectAll(known);
    followChanges(opened.access(), plan, venue);
    gateway.listen();
    venue.listen();
    opened.watch();
  }

  private FixGateway.MarketDataSource marketData(
      LocalSequencer line, FeedLimits limits, long lastEventSeq) {
    return new FixGateway.MarketDataSource(
        line.events(lastEventSeq),
        market ->
            data.engine()
                .tellMarket(
                    (buffer, offset, length) ->
                        market.onEvent(lastEventSeq, buffer, offset, length)),
        limits,
        data.journal().identity());
  }

  private LocalSequencer sequencer(ExchangeSettings settings) {
    LocalSequencer line =
        new LocalSequencer(
            data.journal(),
            data.engine(),
            this::newest,
            settings.durability(),
            settings.sequencer().ringSize(),
            data.fix()::roomFailure);
    sequencer = line;
    return line;
  }

  private VenueDesk desk(
      Configuration configuration,
      OpenAccess opened,
      LocalSequencer line,
      StartCommands plan,
      EngineDirectory known) {
    VenueDesk venue =
        new VenueDesk(
            line,
            line.events(data.engine().eventSeq()),
            VenueDesk.state(known, plan.instruments(), plan.commands()),
            new UserOperators(opened.access()),
            configuration,
            new Scheduler.Followed(known.scheduledUpTo(), known.scheduledBy()),
            data.engine().lastTime());
    desk = venue;
    return venue;
  }

  private void beginToSeal(SnapshotPolicy policy, LocalSequencer line) {
    SnapshotTaker sealing =
        new SnapshotTaker(
            data.journal(),
            data.snapshots(),
            policy,
            data.recovered().snapshotPosition(),
            Exchange::follower,
            line::committed,
            data.fix()::settle);
    taker = sealing;
    sealing.start();
  }

  private static void followChanges(Access access, StartCommands plan, VenueDesk venue) {
    ParticipantChanges changes =
        new ParticipantChanges(
            access.participants(), plan.participants(), plan.instruments(), venue::offer);
    changes.begin();
    access.onChange(changes::use);
  }

  /** The sessions whose orders the engine would cancel when their clients are gone. */
  private static Set<String> armed(EngineDirectory known) {
    return known.sessions().stream()
        .filter(EngineDirectory.SessionAs::cancelsOnDisconnect)
        .map(EngineDirectory.SessionAs::name)
        .collect(Collectors.toSet());
  }

  /** An engine that only follows begins small, and takes no more room than it must. */
  private static MatchingEngine follower() {
    return new MatchingEngine(FOLLOWER_ORDERS, FOLLOWER_ORDERS);
  }

  private MatchingEngine newest(long atMostEventSeq) throws IOException {
    Snapshots.Loaded loaded = data.snapshots().loadNewest(atMostEventSeq, Exchange::follower);
    return loaded == null ? follower() : loaded.engine();
  }

  /** Whether no other process can have its data folder. Any thread. */
  boolean holdsFolder() {
    return data.isHeld();
  }

  /** What the venue does of itself. */
  VenueDesk venue() {
    return Objects.requireNonNull(desk);
  }

  /** What the start has found and done. */
  StartSummary summary() {
    return Objects.requireNonNull(summary);
  }

  /**
   * Logs all clients out, handles what was taken, sends what is left, seals a snapshot and closes
   * all files. Once, on any thread.
   *
   * @return whether nothing was left undone: neither order entry nor the message log had failed
   * @throws IOException where a file can't be closed
   */
  boolean stop() throws IOException, InterruptedException {
    boolean inOrder;
    try {
      inOrder = windDown();
      if (inOrder) {
        data.endInOrder();
      }
    } finally {
      close();
    }
    return inOrder;
  }

  /** Ends all that works, from the clients inwards, and says whether nothing was left undone. */
  private boolean windDown() throws InterruptedException {
    FixGateway gateway = data.fix();
    LocalSequencer line = sequencer;
    SnapshotTaker sealing = taker;
    if (line == null || sealing == null) {
      return false;
    }
    if (desk != null) {
      desk.stopListening();
    }
    gateway.stopListening();
    line.stop();
    gateway.stopSending();
    sealing.stop();
    boolean inOrder = line.haltCause() == null && gateway.failure() == null;
    if (inOrder) {
      seal(sealing);
    }
    return inOrder;
  }

  /** A stop without a snapshot is no fault: the next start replays. */
  private void seal(SnapshotTaker sealing) {
    try {
      sealing.sealAtEnd(data.engine());
    } catch (IOException e) {
      LOG.error("No snapshot could be taken; the next start replays the journal", e);
    }
  }

  private void close() throws IOException, InterruptedException {
    try (data;
        SnapshotTaker sealing = taker;
        VenueDesk venue = desk;
        OpenAccess opened = access) {
      if (venue != null) {
        venue.stopListening();
      }
      data.fix().stopListening();
      if (sequencer != null) {
        sequencer.stop();
      }
      if (sealing != null) {
        sealing.stop();
      }
    }
  }
}
