package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * The folder that removed segments go to. A segment is durable in it, under its own name, before it
 * leaves the journal; what a crash may leave there under another name is written over. One thread.
 */
final class SegmentArchive {
  /** Not a name that a journal would refuse, so that an archive can be read as one. */
  private static final String UNFINISHED = "unfinished-";

  private final Path folder;
  private final Storage storage;
  private final SegmentCopy bytes;

  /**
   * Archive in a folder, which is created if missing.
   *
   * @param cancelled asked while a segment is being copied
   */
  SegmentArchive(Path folder, Storage storage, BooleanSupplier cancelled) throws IOException {
    this.folder = folder;
    this.storage = storage;
    this.bytes = new SegmentCopy(cancelled);
    storage.createFolder(folder);
  }

  /** Moves a segment here. Its own folder remains to be forced. */
  void take(Path segment) throws IOException {
    Path archived = folder.resolve(SegmentName.fileName(segment));
    if (holds(archived, segment)) {
      storage.forceFolder(folder);
      storage.delete(segment);
      return;
    }
    try {
      storage.rename(segment, archived);
      storage.forceFolder(folder);
    } catch (AtomicMoveNotSupportedException onAnotherFileSystem) {
      copy(segment, archived);
      storage.delete(segment);
    }
  }

  /** Whether a crash came between a copy and the removal of its original. */
  private boolean holds(Path archived, Path segment) throws IOException {
    try (StorageFile old = storage.openToRead(archived);
        StorageFile file = storage.openToRead(segment)) {
      if (!bytes.areSame(old, file)) {
        throw new IOException(
            "The archive holds another "
                + archived
                + " than the "
                + segment
                + " to be archived. Move one of them elsewhere; nothing was removed.");
      }
      old.force();
      return true;
    } catch (NoSuchFileException e) {
      if (archived.toString().equals(e.getFile())) {
        return false;
      }
      throw e;
    }
  }

  private void copy(Path segment, Path archived) throws IOException {
    Path unfinished = folder.resolve(UNFINISHED + SegmentName.fileName(segment));
    storage.delete(unfinished);
    try {
      try (StorageFile source = storage.openToRead(segment);
          StorageFile target = storage.create(unfinished)) {
        bytes.copy(source, target, source.size());
        target.force();
      }
      storage.rename(unfinished, archived);
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, () -> storage.delete(unfinished));
      throw failure;
    }
    storage.forceFolder(folder);
  }
}
