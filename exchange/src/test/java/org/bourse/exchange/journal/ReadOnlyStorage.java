package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.journal.Records.Step;
import org.jspecify.annotations.Nullable;

/**
 * The real file system without the right to change anything, in which something else can happen at
 * a given moment. One thread.
 */
final class ReadOnlyStorage implements Storage {
  private static final Step NOTHING = () -> {};

  private final Storage disk = Storage.disk();
  private @Nullable Path openAwaited;
  private Step beforeOpen = NOTHING;
  private int readAwaited;
  private Step beforeRead = NOTHING;
  private int reads;

  /** Runs once, when the file is about to be opened. */
  void beforeOpen(Path file, Step step) {
    openAwaited = file;
    beforeOpen = step;
  }

  /** Runs before the n-th read of all, from 1. */
  void beforeRead(int n, Step step) {
    readAwaited = n;
    beforeRead = step;
  }

  int reads() {
    return reads;
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public StorageFile openToRead(Path file) throws IOException {
    if (file.equals(openAwaited)) {
      openAwaited = null;
      beforeOpen.run();
    }
    return new ReadOnlyFile(file, disk.openToRead(file));
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    throw new AccessDeniedException(folder.toString());
  }

  @Override
  public StorageFile create(Path file) throws IOException {
    throw new AccessDeniedException(file.toString());
  }

  @Override
  public StorageFile open(Path file) throws IOException {
    throw new AccessDeniedException(file.toString());
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    throw new AccessDeniedException(from.toString());
  }

  @Override
  public void delete(Path file) throws IOException {
    throw new AccessDeniedException(file.toString());
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    throw new AccessDeniedException(folder.toString());
  }

  private final class ReadOnlyFile implements StorageFile {
    private final Path path;
    private final StorageFile file;

    ReadOnlyFile(Path path, StorageFile file) {
      this.path = path;
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      if (++reads == readAwaited) {
        beforeRead.run();
      }
      return file.read(target, position);
    }

    @Override
    public void write(ByteBuffer source, long position) throws IOException {
      throw new AccessDeniedException(path.toString());
    }

    @Override
    public void force() throws IOException {
      throw new AccessDeniedException(path.toString());
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
