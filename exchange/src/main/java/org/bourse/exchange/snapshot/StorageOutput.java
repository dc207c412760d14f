package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.bourse.exchange.journal.StorageFile;

/** Writes a file from its start, and takes its SHA-256 meanwhile. Give it large pieces. */
final class StorageOutput extends OutputStream {
  private final StorageFile file;
  private final Sha256 sha = new Sha256();
  private long length;

  StorageOutput(StorageFile file) {
    this.file = file;
  }

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    file.write(ByteBuffer.wrap(bytes, offset, count), length);
    sha.add(bytes, offset, count);
    length += count;
  }

  /** What has been written; called once, at the end. */
  SealedFile sealed(String name) {
    return new SealedFile(name, length, sha.hex());
  }
}
