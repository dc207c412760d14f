package org.bourse.exchange;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/** The real file system, of which a part fails from a moment on. */
final class BrokenStorage implements Storage {
  /** What fails. */
  enum Fault {
    NONE,
    WRITE,
    TORN_WRITE,
    FORCE,
    NO_ROOM
  }

  private final Storage disk = Storage.disk();
  private volatile Fault fault = Fault.NONE;

  void fail(Fault from) {
    fault = from;
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
    if (fault == Fault.NO_ROOM) {
      throw new IOException(file + ": No space left on device");
    }
    return new BrokenFile(disk.create(file));
  }

  @Override
  public StorageFile open(Path file) throws IOException {
    return new BrokenFile(disk.open(file));
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

  private final class BrokenFile implements StorageFile {
    private final StorageFile file;

    BrokenFile(StorageFile file) {
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
      if (fault == Fault.WRITE || fault == Fault.TORN_WRITE) {
        int written = fault == Fault.WRITE ? 0 : source.remaining() * 2 / 3;
        file.write(source.slice(source.position(), written), position);
        throw new IOException("Input/output error after " + written + " bytes");
      }
      file.write(source, position);
    }

    @Override
    public void force() throws IOException {
      if (fault == Fault.FORCE) {
        throw new IOException("Input/output error on force");
      }
      file.force();
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
