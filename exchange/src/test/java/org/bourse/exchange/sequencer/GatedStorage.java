package org.bourse.exchange.sequencer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/** The real file system, on which a force waits while a gate is closed. */
final class GatedStorage implements Storage {
  private final Storage disk = Storage.disk();
  private boolean closed;
  private boolean waitedFor;

  synchronized void close() {
    closed = true;
  }

  synchronized void open() {
    closed = false;
    notifyAll();
  }

  synchronized boolean isWaitedFor() {
    return waitedFor;
  }

  private synchronized void pass() throws IOException {
    try {
      while (closed) {
        waitedFor = true;
        wait();
      }
      waitedFor = false;
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    disk.createFolder(folder);
  }

  @Override
  public List<Path> list(Path folder) throws IOException {
    return disk.list(folder);
  }

  @Override
  public StorageFile create(Path file) throws IOException {
    return new GatedFile(disk.create(file));
  }

  @Override
  public StorageFile open(Path file) throws IOException {
    return new GatedFile(disk.open(file));
  }

  @Override
  public StorageFile openToRead(Path file) throws IOException {
    return disk.openToRead(file);
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    disk.rename(from, to);
  }

  @Override
  public void delete(Path file) throws IOException {
    disk.delete(file);
  }

  @Override
  public void forceFolder(Path folder) throws IOException {
    disk.forceFolder(folder);
  }

  private final class GatedFile implements StorageFile {
    private final StorageFile file;

    GatedFile(StorageFile file) {
      this.file = file;
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      return file.read(target, position);
    }

    @Override
    public void write(ByteBuffer source, long position) throws IOException {
      file.write(source, position);
    }

    @Override
    public void force() throws IOException {
      pass();
      file.force();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
