package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/**
 * Makes a snapshot under a name that nobody takes for one, forces it, and only then gives it its
 * own.
 */
final class SnapshotSeal {
  private final SnapshotFolder folder;
  private final Storage storage;
  private final FileBlocks blocks;
  private final long journal;

  /**
   * A seal.
   *
   * @param journal identity of the journal that the engine has carried out
   */
  SnapshotSeal(SnapshotFolder folder, long journal) {
    this.folder = folder;
    this.journal = journal;
    storage = folder.storage();
    blocks = new FileBlocks(storage);
  }

  /** Seals an engine's state. Where that fails, nothing of it is left. */
  Snapshot seal(MatchingEngine engine) throws IOException {
    Path sealed = SnapshotNames.sealed(folder.path(), engine.position());
    Path building = SnapshotNames.building(sealed);
    try {
      folder.removeFolder(building);
      requireRoom(engine);
      storage.createFolder(building);
      Snapshot snapshot = write(engine, building, sealed);
      Manifest.write(storage, building, snapshot);
      storage.forceFolder(building);
      storage.rename(building, sealed);
      storage.forceFolder(folder.path());
      return snapshot;
    } catch (IOException | RuntimeException | Error e) {
      IOException failure =
          new IOException("no snapshot at position " + engine.position() + ": " + reason(e), e);
      try {
        folder.removeFolder(building);
      } catch (IOException | RuntimeException second) {
        failure.addSuppressed(second);
      }
      throw failure;
    }
  }

  private Snapshot write(MatchingEngine engine, Path building, Path sealed) throws IOException {
    long openOrderCount = engine.openOrderCount();
    SealedFile state;
    long stateHash;
    try (StorageFile file = storage.create(building.resolve(Manifest.STATE))) {
      StorageOutput out = new StorageOutput(file);
      stateHash = engine.save(out);
      file.force();
      state = out.sealed(Manifest.STATE);
    }
    Path map = building.resolve(Manifest.OPEN_ORDERS);
    OpenOrderMap.create(map, openOrderCount);
    blocks.occupy(map);
    OpenOrderMap.fill(map, engine, openOrderCount);
    try (StorageFile file = storage.open(map)) {
      file.force();
    }
    return new Snapshot(
        sealed,
        journal,
        MatchingEngine.VERSION,
        engine.position(),
        engine.lastTime(),
        engine.eventSeq(),
        openOrderCount,
        engine.orderCount(),
        stateHash,
        blocks.measure(map),
        state);
  }

  private void requireRoom(MatchingEngine engine) throws IOException {
    long wanted =
        OpenOrderMap.mostBytes(engine.openOrderCount())
            + (engine.orderCount() - engine.openOrderCount()) * OpenOrderMap.VALUE_BYTES;
    long usable = Files.getFileStore(folder.path()).getUsableSpace();
    if (usable < wanted) {
      throw new IOException(usable + " bytes of disk are left, it may need " + wanted);
    }
  }

  private static String reason(Throwable failure) {
    return failure instanceof IOException && failure.getMessage() != null
        ? failure.getMessage()
        : failure.toString();
  }
}
