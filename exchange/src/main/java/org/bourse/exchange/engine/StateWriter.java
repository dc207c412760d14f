package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Writes a state through a buffer of its own, little-endian. */
final class StateWriter {
  private static final int BUFFER = 1 << 20;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final OutputStream out;
  private final HashStream hash = new HashStream();
  private final byte[] buffer = new byte[BUFFER];
  private int used;

  StateWriter(OutputStream out) {
    this.out = out;
  }

  void writeInt(int value) throws IOException {
    reserve(Integer.BYTES);
    INTS.set(buffer, used, value);
    used += Integer.BYTES;
  }

  void writeLong(long value) throws IOException {
    reserve(Long.BYTES);
    LONGS.set(buffer, used, value);
    used += Long.BYTES;
  }

  void writeLongs(long[] values, int offset, int count) throws IOException {
    int at = offset;
    int end = offset + count;
    while (at < end) {
      reserve(Long.BYTES);
      int part = Math.min(end - at, (BUFFER - used) / Long.BYTES);
      for (int i = 0; i < part; i++) {
        LONGS.set(buffer, used + i * Long.BYTES, values[at + i]);
      }
      used += part * Long.BYTES;
      at += part;
    }
  }

  void writeBytes(byte[] bytes, int offset, int count) throws IOException {
    flush();
    hash.write(bytes, offset, count);
    out.write(bytes, offset, count);
  }

  void writeText(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    writeInt(bytes.length);
    writeBytes(bytes, 0, bytes.length);
  }

  /** Hands all that was written to the stream below. */
  void flush() throws IOException {
    hash.write(buffer, 0, used);
    out.write(buffer, 0, used);
    used = 0;
  }

  /** The hash over all that was written so far; what it is given here is kept elsewhere. */
  HashStream hash() throws IOException {
    flush();
    return hash;
  }

  private void reserve(int count) throws IOException {
    if (used + count > BUFFER) {
      flush();
    }
  }
}
