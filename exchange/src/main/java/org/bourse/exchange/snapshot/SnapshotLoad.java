package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.engine.RankedOrders;
import org.bourse.exchange.journal.StorageFile;

/**
 * Loads a snapshot: the open orders on a thread of their own, the rest on the caller's. Chronicle
 * writes its locks into the file that it reads, and a process that is killed meanwhile would leave
 * them there; so it is given a copy.
 */
final class SnapshotLoad {
  private final SnapshotFolder folder;
  private final boolean readOnly;

  SnapshotLoad(SnapshotFolder folder, boolean readOnly) {
    this.folder = folder;
    this.readOnly = readOnly;
  }

  void load(Snapshot snapshot, MatchingEngine engine) throws IOException {
    OtherThread<RankedOrders> openOrders =
        OtherThread.start("snapshot-open-orders", () -> openOrders(snapshot));
    try (StorageFile file =
        folder.storage().openToRead(snapshot.folder().resolve(Manifest.STATE))) {
      long hash = engine.load(new StorageInput(file), openOrders::result);
      if (hash != snapshot.stateHash() || engine.position() != snapshot.position()) {
        throw new SnapshotDamagedException("the engine's state is not that of the manifest");
      }
    } catch (SnapshotDamagedException e) {
      throw new SnapshotDamagedException(snapshot.folder() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(snapshot.folder() + ": " + e.getMessage(), e);
    } finally {
      openOrders.join(); // its copy is gone then
    }
  }

  private RankedOrders openOrders(Snapshot snapshot) throws IOException {
    ChronicleWarmUp.begin();
    Path copies = readOnly ? Files.createTempDirectory("bourse-") : reading();
    Path copy = copies.resolve(Manifest.OPEN_ORDERS);
    try {
      new FileBlocks(folder.storage()).copy(snapshot.folder(), snapshot.openOrders(), copy);
      return OpenOrderMap.read(copy, snapshot.openOrderCount());
    } finally {
      folder.removeFolder(copies);
    }
  }

  private Path reading() throws IOException {
    Path reading = SnapshotNames.reading(folder.path());
    folder.removeFolder(reading);
    folder.storage().createFolder(reading);
    return reading;
  }
}
