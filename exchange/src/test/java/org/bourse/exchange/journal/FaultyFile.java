package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** An open file of a {@link FaultyStorage}. */
final class FaultyFile implements StorageFile {
  private final FaultyStorage storage;
  private final StorageFile file;
  private volatile Path path;

  FaultyFile(FaultyStorage storage, Path path, StorageFile file) {
    this.storage = storage;
    this.path = path;
    this.file = file;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    storage.requirePower();
    return file.read(target, position);
  }

  @Override
  public void write(ByteBuffer source, long position) throws IOException {
    if (!source.hasRemaining()) {
      return;
    }
    int length = source.remaining();
    int admitted = storage.admitWrite(path, file, position, length);
    file.write(source.slice(source.position(), admitted), position);
    source.position(source.limit());
    if (admitted < length) {
      throw new IOException(path + ": Input/output error after " + admitted + " bytes");
    }
  }

  @Override
  public void force() throws IOException {
    storage.admitForce(path);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  void renamed(Path from, Path to) {
    if (path.equals(from)) {
      path = to;
    }
  }
}
