package org.bourse.exchange.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/** Copies and compares files from their beginning. One thread. */
final class SegmentCopy {
  private static final int CHUNK = 1 << 18;

  private final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
  private final BooleanSupplier cancelled;

  /**
   * A way to copy.
   *
   * @param cancelled asked between writes
   */
  SegmentCopy(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  /** Writes so many bytes of one file to another, without a force. */
  void copy(StorageFile source, StorageFile target, long end) throws IOException {
    long at = 0;
    while (at < end) {
      if (cancelled.getAsBoolean()) {
        throw new IOException("The journal was closed while a segment was being copied");
      }
      int count = read(buffer, source, at, end);
      if (count == 0) {
        throw new EOFException("A segment ends at " + at + ", short of " + end);
      }
      target.write(buffer.flip(), at);
      at += count;
    }
  }

  /** Whether two files hold the same bytes. */
  boolean areSame(StorageFile one, StorageFile other) throws IOException {
    long size = one.size();
    if (other.size() != size) {
      return false;
    }
    ByteBuffer second = ByteBuffer.allocateDirect(CHUNK);
    int count = 0;
    for (long at = 0; at < size; at += count) {
      count = read(buffer, one, at, size);
      if (count == 0 || read(second, other, at, size) != count) {
        return false;
      }
      if (!buffer.flip().equals(second.flip())) {
        return false;
      }
    }
    return true;
  }

  private static int read(ByteBuffer into, StorageFile file, long at, long end) throws IOException {
    into.clear().limit((int) Math.min(CHUNK, end - at));
    return file.read(into, at);
  }
}
