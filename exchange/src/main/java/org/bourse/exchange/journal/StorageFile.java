package org.bourse.exchange.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * An open file of a {@link Storage}. Reads and writes at given positions, from direct buffers,
 * allocate nothing.
 */
public interface StorageFile extends Closeable {
  /** Length in bytes. */
  long size() throws IOException;

  /**
   * Reads until the buffer is full or the file ends.
   *
   * @return bytes read, 0 at the end of the file
   */
  int read(ByteBuffer target, long position) throws IOException;

  /** Writes all that remains in the buffer. If it throws, any part of it may have been written. */
  void write(ByteBuffer source, long position) throws IOException;

  /**
   * Makes all that was written durable. If it throws, what is durable is unknown, and a second call
   * that succeeds proves nothing.
   */
  void force() throws IOException;
}
