package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Storage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshots of a data folder, {@code snapshot-<position, 16 hex digits>} each. Any thread, and
 * one process that writes; any number may read at the same time.
 */
public final class Snapshots {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private final SnapshotFolder folder;
  private final long journal;
  private final boolean readOnly;
  private final List<SetAside> setAside = new ArrayList<>();

  private Snapshots(SnapshotFolder folder, long journal, boolean readOnly) {
    this.folder = folder;
    this.journal = journal;
    this.readOnly = readOnly;
  }

  /** Where they are. */
  public Path path() {
    return folder.path();
  }

  /**
   * Opens the folder, which is created where it is not there, and removes what a killed process has
   * left behind.
   *
   * @param journal identity of the journal that what is sealed from now on is of
   */
  public static Snapshots open(Path path, Storage storage, long journal) throws IOException {
    storage.createFolder(path);
    SnapshotFolder folder = new SnapshotFolder(storage, path);
    folder.removeLeftovers();
    return new Snapshots(folder, journal, false);
  }

  /** Opens the folder for tools that look only: nothing is ever renamed, deleted or written. */
  public static Snapshots readOnly(Path path, Storage storage) {
    return new Snapshots(new SnapshotFolder(storage, path), 0, true);
  }

  /**
   * Snapshots whose manifest can be read, newest first. Their files are not looked at; {@link
   * #damage} says what this leaves out.
   */
  public List<Snapshot> sealed() throws IOException {
    List<Snapshot> sealed = new ArrayList<>();
    for (Path path : folder.sealed()) {
      try {
        sealed.add(folder.manifest(path));
      } catch (IOException e) {
        LOG.debug("{}: left out, its manifest can't be read", path, e);
      }
    }
    return sealed;
  }

  /** Snapshots whose manifest can't be read, which {@link #sealed} leaves out. */
  public List<SetAside> unreadable() throws IOException {
    return damage(false);
  }

  /** Reads all files of all snapshots, and says which are bad. Changes nothing. */
  public List<SetAside> damage() throws IOException {
    return damage(true);
  }

  private List<SetAside> damage(boolean alsoOfFiles) throws IOException {
    List<SetAside> damage = new ArrayList<>();
    for (Path path : folder.sealed()) {
      String reason = damageOf(path, alsoOfFiles);
      if (reason != null) {
        damage.add(new SetAside(path, reason));
      }
    }
    return damage;
  }

  private @Nullable String damageOf(Path path, boolean alsoOfFiles) {
    try {
      Snapshot snapshot = folder.manifest(path);
      if (alsoOfFiles) {
        verify(snapshot);
      }
      return null;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /**
   * An engine in the state of a snapshot.
   *
   * @param snapshot what it was loaded from
   */
  public record Loaded(Snapshot snapshot, MatchingEngine engine) {}

  /**
   * Loads the newest snapshot that can be loaded. What is met on the way and can't be is {@link
   * #setAside}. Have {@link ChronicleWarmUp#begin} run well before.
   *
   * @param atMostEventSeq the highest event that it may hold
   * @param engines makes engines that know nothing yet
   * @return null where there is none
   * @throws IOException where a damaged one can't be set aside
   */
  public synchronized @Nullable Loaded loadNewest(
      long atMostEventSeq, Supplier<MatchingEngine> engines) throws IOException {
    for (Path path : folder.sealed()) {
      try {
        Snapshot snapshot = folder.manifest(path);
        if (snapshot.eventSeq() <= atMostEventSeq) {
          verify(snapshot);
          MatchingEngine engine = engines.get();
          load(snapshot, engine);
          return new Loaded(snapshot, engine);
        }
      } catch (IOException e) {
        setAside(path, e);
      }
    }
    return null;
  }

  /**
   * Reads all files of a snapshot and compares them with its manifest.
   *
   * @throws IOException says what is wrong
   */
  public void verify(Snapshot snapshot) throws IOException {
    OtherThread<Boolean> state =
        OtherThread.start("snapshot-verify", () -> verify(snapshot, snapshot.state()));
    try {
      verify(snapshot, snapshot.openOrders());
    } finally {
      state.join();
    }
    state.result();
  }

  private boolean verify(Snapshot snapshot, SealedFile file) throws IOException {
    new FileBlocks(folder.storage()).verify(snapshot.folder(), file);
    return true;
  }

  /**
   * What could not be used so far, the last attempt of each. In a read-only folder all keep their
   * names.
   */
  public synchronized List<SetAside> setAside() {
    return List.copyOf(setAside);
  }

  /**
   * Loads a snapshot into an engine that knows nothing yet. Have {@link ChronicleWarmUp#begin} run
   * well before.
   *
   * @throws IOException where it is damaged; the engine can't be used then
   */
  public void load(Snapshot snapshot, MatchingEngine engine) throws IOException {
    new SnapshotLoad(folder, readOnly).load(snapshot, engine);
  }

  /**
   * Seals the state of an engine, which must not carry out a command meanwhile. Where there is a
   * sound snapshot at its position already, that is the one.
   *
   * @throws IOException where that can't be done, above all for want of room; nothing is left of it
   */
  public synchronized Snapshot seal(MatchingEngine engine) throws IOException {
    requireWritable();
    Path path = SnapshotNames.sealed(folder.path(), engine.position());
    if (folder.sealed().contains(path)) {
      try {
        Snapshot known = folder.manifest(path);
        verify(known);
        return known;
      } catch (SnapshotDamagedException e) {
        setAside(path, e);
      }
    }
    return new SnapshotSeal(folder, journal).seal(engine);
  }

  /**
   * Removes old snapshots: all but the newest ones and one that is as old as the slowest consumer
   * needs.
   *
   * @param keep how many of the newest to keep, at least 1
   * @param lowestCursorEventSeq the last event that all consumers have made durable
   * @return position of the oldest that is left, 0 where there is none: the journal is needed from
   *     the command after it
   */
  public synchronized long prune(int keep, long lowestCursorEventSeq) throws IOException {
    requireWritable();
    if (keep < 1) {
      throw new IllegalArgumentException("keep is " + keep + ", not at least 1");
    }
    long oldest = 0;
    int kept = 0;
    boolean reachesBack = false;
    for (Snapshot snapshot : sealed()) {
      boolean needed = !reachesBack && snapshot.eventSeq() <= lowestCursorEventSeq;
      if (kept < keep || needed) {
        kept++;
        reachesBack |= needed;
        oldest = snapshot.position();
      } else {
        folder.remove(snapshot.folder());
      }
    }
    return reachesBack ? oldest : 0;
  }

  private void setAside(Path path, IOException why) throws IOException {
    boolean damaged = why instanceof SnapshotDamagedException;
    Path now = damaged && !readOnly ? folder.setAside(path) : path;
    setAside.removeIf(known -> known.folder().equals(now));
    setAside.add(new SetAside(now, String.valueOf(why.getMessage())));
  }

  private void requireWritable() {
    if (readOnly) {
      throw new IllegalStateException("these snapshots are open to be read only");
    }
  }
}
