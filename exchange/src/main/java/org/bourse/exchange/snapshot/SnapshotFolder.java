package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bourse.exchange.journal.Storage;

/** The folder of snapshots, and what can be done to whole snapshots in it. */
final class SnapshotFolder {
  private final Storage storage;
  private final Path path;

  SnapshotFolder(Storage storage, Path path) {
    this.storage = storage;
    this.path = path;
  }

  Storage storage() {
    return storage;
  }

  Path path() {
    return path;
  }

  /** Folders that have the name of a sealed snapshot, newest first. */
  List<Path> sealed() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    List<Path> sealed = new ArrayList<>(storage.list(path));
    sealed.removeIf(folder -> SnapshotNames.position(folder).isEmpty());
    sealed.sort(
        Comparator.comparingLong((Path folder) -> SnapshotNames.position(folder).orElseThrow())
            .reversed());
    return sealed;
  }

  /**
   * Reads a manifest, which must be of the snapshot whose name the folder has.
   *
   * @throws SnapshotDamagedException says what is wrong with it
   */
  Snapshot manifest(Path folder) throws IOException {
    Snapshot snapshot = Manifest.read(storage, folder);
    if (snapshot.position() != SnapshotNames.position(folder).orElseThrow()) {
      throw new SnapshotDamagedException(
          "the manifest is that of another snapshot, at position " + snapshot.position());
    }
    return snapshot;
  }

  /** Removes what a process left that did not end in order. */
  void removeLeftovers() throws IOException {
    for (Path folder : storage.list(path)) {
      if (SnapshotNames.isLeftover(folder)) {
        removeFolder(folder);
      }
    }
  }

  /** Gives a bad snapshot another name, and returns it. */
  Path setAside(Path folder) throws IOException {
    Path to = SnapshotNames.damaged(folder);
    storage.rename(folder, to);
    storage.forceFolder(path);
    return to;
  }

  /** Removes a sealed snapshot: at once, as far as anyone can see. */
  void remove(Path folder) throws IOException {
    Path removed = SnapshotNames.removed(folder);
    storage.rename(folder, removed);
    storage.forceFolder(path);
    removeFolder(removed);
  }

  /** Removes a folder with its files; nothing happens if there is none. */
  void removeFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      for (Path file : storage.list(folder)) {
        storage.delete(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
