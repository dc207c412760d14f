package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.bourse.exchange.journal.StorageFile;

/** Reads a file from its start. Ask it for large pieces. */
final class StorageInput extends InputStream {
  private final StorageFile file;
  private long position;

  StorageInput(StorageFile file) {
    this.file = file;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int read = file.read(ByteBuffer.wrap(bytes, offset, count), position);
    position += read;
    return read == 0 ? -1 : read;
  }
}
