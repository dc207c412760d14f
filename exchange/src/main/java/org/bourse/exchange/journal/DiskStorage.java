package org.bourse.exchange.journal;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The real file system. */
final class DiskStorage implements Storage {
  /** There a folder can't be opened, and the file system journals its own changes. */
  private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

  @Override
  public void createFolder(Path folder) throws IOException {
    Path absolute = folder.toAbsolutePath();
    if (Files.isDirectory(absolute)) {
      return;
    }
    Path parent = absolute.getParent();
    if (Files.exists(absolute)) {
      throw new FileSystemException(
          absolute.toString(), null, "is no folder, where a folder is expected; move it away");
    }
    if (parent != null) {
      createFolder(parent);
    }
    Files.createDirectories(absolute);
    if (parent != null) {
      forceFolder(parent);
    }
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Override
  public StorageFile create(Path file) throws IOException {
    return new DiskFile(FileChannel.open(file, CREATE_NEW, READ, WRITE));
  }

  @Override
  public StorageFile open(Path file) throws IOException {
    refuseOtherThings(file);
    return new DiskFile(FileChannel.open(file, READ, WRITE));
  }

  @Override
  public StorageFile openToRead(Path file) throws IOException {
    refuseOtherThings(file);
    return new DiskFile(FileChannel.open(file, READ));
  }

  /**
   * A folder opens, and says only when it is read that it can't be; a pipe waits for a writer. One
   * look: others may remove the file meanwhile, which is no fault of it.
   */
  private static void refuseOtherThings(Path file) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
      throw new FileSystemException(
          file.toString(), null, "is no file, where a file is expected; move it away");
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    if (WINDOWS) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }
}
