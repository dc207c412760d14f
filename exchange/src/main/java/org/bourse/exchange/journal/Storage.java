package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The file operations that the journal rests on, so that a test can make each of them fail. An
 * operation on a folder (create, rename, delete) is durable only after {@link #forceFolder}; a
 * rename to another folder, after both were forced. Any thread may call.
 */
public interface Storage {
  /** The real file system. */
  static Storage disk() {
    return new DiskStorage();
  }

  /** Creates a folder and its parents, durably; nothing happens if it is there. */
  void createFolder(Path folder) throws IOException;

  /** What is in a folder, in no order. */
  List<Path> list(Path folder) throws IOException;

  /**
   * Creates an empty file, to be read and written.
   *
   * @throws java.nio.file.FileAlreadyExistsException if there is one
   */
  StorageFile create(Path file) throws IOException;

  /**
   * Opens a file to be read and written.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  StorageFile open(Path file) throws IOException;

  /**
   * Opens a file to be read only.
   *
   * @throws java.nio.file.NoSuchFileException if there is none
   */
  StorageFile openToRead(Path file) throws IOException;

  /**
   * Renames a file, within its folder or to another, atomically, replacing what has that name.
   *
   * @throws java.nio.file.AtomicMoveNotSupportedException if the folders are on different file
   *     systems
   */
  void rename(Path from, Path to) throws IOException;

  /** Deletes a file; nothing happens if there is none. */
  void delete(Path file) throws IOException;

  /** Makes what was created, renamed and deleted in a folder durable. */
  void forceFolder(Path folder) throws IOException;
}
