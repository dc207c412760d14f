package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/** What is done to a snapshot's files from their first byte to their last. */
final class FileBlocks {
  private static final int BLOCK = 1 << 17;

  private final Storage storage;
  private final ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);

  FileBlocks(Storage storage) {
    this.storage = storage;
  }

  /** Takes a block of a file, at its position. */
  private interface Step {
    void take(ByteBuffer block, long position) throws IOException;
  }

  /** Measures a file. */
  SealedFile measure(Path path) throws IOException {
    Sha256 sha = new Sha256();
    try (StorageFile file = storage.openToRead(path)) {
      long length = forEach(file, (bytes, position) -> sha.add(bytes));
      return new SealedFile(path.getFileName().toString(), length, sha.hex());
    }
  }

  /**
   * Checks a file against its description.
   *
   * @throws SnapshotDamagedException says what differs
   */
  void verify(Path folder, SealedFile expected) throws IOException {
    try (StorageFile file = open(folder, expected)) {
      requireLength(expected, file.size());
    }
    requireSame(expected, measure(folder.resolve(expected.name())));
  }

  /**
   * Copies a file, and checks that what was copied is as described.
   *
   * @throws SnapshotDamagedException says what differs
   */
  void copy(Path folder, SealedFile expected, Path to) throws IOException {
    Sha256 sha = new Sha256();
    try (StorageFile file = open(folder, expected);
        StorageFile copy = storage.create(to)) {
      requireLength(expected, file.size());
      long length =
          forEach(
              file,
              (bytes, position) -> {
                sha.add(bytes);
                copy.write(bytes, position);
              });
      requireSame(expected, new SealedFile(expected.name(), length, sha.hex()));
    }
  }

  /**
   * Writes each byte of a file over with itself. A file that is mapped may have holes; where there
   * is no room for what comes into them later, it is found out here, by an IOException.
   */
  void occupy(Path path) throws IOException {
    try (StorageFile file = storage.open(path)) {
      forEach(file, file::write);
      file.force();
    }
  }

  private StorageFile open(Path folder, SealedFile expected) throws IOException {
    try {
      return storage.openToRead(folder.resolve(expected.name()));
    } catch (NoSuchFileException e) {
      throw new SnapshotDamagedException(expected.name() + " is missing", e);
    }
  }

  private long forEach(StorageFile file, Step step) throws IOException {
    long position = 0;
    while (true) {
      block.clear();
      int read = file.read(block, position);
      if (read == 0) {
        return position;
      }
      step.take(block.flip(), position);
      position += read;
    }
  }

  private static void requireLength(SealedFile expected, long length) throws IOException {
    if (length != expected.length()) {
      throw new SnapshotDamagedException(
          expected.name() + " has " + length + " bytes, not " + expected.length());
    }
  }

  private static void requireSame(SealedFile expected, SealedFile found) throws IOException {
    requireLength(expected, found.length());
    if (!found.sha256().equals(expected.sha256())) {
      throw new SnapshotDamagedException(expected.name() + " is damaged: its SHA-256 does not fit");
    }
  }
}
