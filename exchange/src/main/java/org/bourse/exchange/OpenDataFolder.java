package org.bourse.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.OptionalLong;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.config.EngineSettings;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.MessageStoreKind;
import org.bourse.exchange.config.MessageStoreSettings;
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
import org.bourse.exchange.sequencer.Recovered;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All that is kept, opened and recovered: nobody else works on the folder, the engine stands where
 * the journal ends, and it is known which reports clients have not been sent. One thread.
 */
final class OpenDataFolder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenDataFolder.class);

  private final FolderLock lock;
  private final LastRun run;
  private @Nullable Journal journal;
  private @Nullable Snapshots snapshots;
  private @Nullable FixGateway fix;
  private @Nullable Recovered recovered;
  private boolean endedInOrder;

  private OpenDataFolder(FolderLock lock, LastRun run) {
    this.lock = lock;
    this.run = run;
  }

  /**
   * Opens a folder.
   *
   * @param folder made where it is missing
   * @param participants who gets copies of whose reports
   * @throws IOException where another process has the folder, a file can't be used, or what was
   *     found is not what any crash leaves; the message says which
   */
  static OpenDataFolder open(
      Path folder,
      ExchangeSettings settings,
      FixSettings fixSettings,
      Participants participants,
      Environment environment)
      throws IOException {
    Storage.disk().createFolder(folder);
    FolderLock lock = FolderLock.acquire(folder);
    try {
      LastRun run = LastRun.of(folder, environment.bootId(), environment.messages());
      OpenDataFolder opened = new OpenDataFolder(lock, run);
      opened.recover(folder, settings, fixSettings, participants, environment);
      return opened;
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private void recover(
      Path folder,
      ExchangeSettings settings,
      FixSettings fixSettings,
      Participants participants,
      Environment environment)
      throws IOException {
    try {
      journal =
          Journal.open(
              folder.resolve("journal"), settings.journal().segmentSize(), environment.journal());
      warnOfCut(journal.tornTail());
      long identity = journal.identity();
      snapshots = Snapshots.open(folder.resolve("snapshots"), environment.snapshots(), identity);
      fix =
          FixGateway.open(
              fixSettings,
              folder.resolve("fix"),
              messageLog(settings, identity),
              settings.fix().messageStore().kind() == MessageStoreKind.FILE,
              participants,
              run.powerLost(),
              environment.messages());
      warnOfCut(fix.tornTail());
      run.requireEnds(journal.nextSequence(), fix.isNew() ? Long.MAX_VALUE : fix.nextRecord());
      EngineSettings sizes = settings.engine();
      recovered =
          Recovery.run(
              journal,
              snapshots,
              () -> new MatchingEngine(sizes.expectedOpenOrders(), sizes.expectedOrdersPerDay()),
              fix.recovery(),
              fix);
      fix.requireKnown(recovered.engine().eventSeq());
    } catch (UncheckedIOException e) { // of a report that was missed, and can't be kept
      closeLogs(e);
      throw Objects.requireNonNull(e.getCause());
    } catch (IOException | RuntimeException e) {
      closeLogs(e);
      throw e;
    }
  }

  private void closeLogs(Exception cause) {
    try {
      closeLogs();
    } catch (IOException | RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static MessageLogSettings messageLog(ExchangeSettings settings, long journal) {
    MessageStoreSettings store = settings.fix().messageStore();
    return new MessageLogSettings(
        store.segmentSize(),
        store.retain(),
        settings.durability() == Durability.DISK,
        OptionalLong.of(journal));
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

  Journal journal() {
    return Objects.requireNonNull(journal);
  }

  FixGateway fix() {
    return Objects.requireNonNull(fix);
  }

  Snapshots snapshots() {
    return Objects.requireNonNull(snapshots);
  }

  Recovered recovered() {
    return Objects.requireNonNull(recovered);
  }

  MatchingEngine engine() {
    return recovered().engine();
  }

  /** Whether nobody else can work on the folder. Any thread. */
  boolean isHeld() {
    return lock.isHeld();
  }

  /** Notes that a run begins, once nothing is left to be mended. */
  void begin() throws IOException {
    run.begin();
  }

  /** Has the close note that nothing was left undone. */
  void endInOrder() {
    endedInOrder = true;
  }

  /**
   * Sends what is left, closes all files, and lets others have the folder.
   *
   * @throws IOException where a file can't be closed; the next start then takes it for a crash
   */
  @Override
  public void close() throws IOException {
    try (lock) {
      closeLogs();
      if (endedInOrder) {
        run.end(journal().nextSequence(), fix().nextRecord());
      }
    }
  }

  private void closeLogs() throws IOException {
    try (Journal last = journal) {
      if (fix != null) {
        fix.close();
      }
    }
  }
}
