package org.bourse.exchange.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.bourse.exchange.journal.StorageFile;

/** An open file of a {@link PowerLossStorage}. */
final class PowerLossFile implements StorageFile {
  private final PowerLossStorage storage;
  private final Inode inode;
  private final StorageFile file;

  PowerLossFile(PowerLossStorage storage, Inode inode, StorageFile file) {
    this.storage = storage;
    this.inode = inode;
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
    storage.write(inode, file, source, position);
  }

  @Override
  public void force() throws IOException {
    storage.force(inode);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
