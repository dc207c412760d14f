package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Reads back what a {@link StateWriter} has written. It trusts nothing: what ends early or can't be
 * is an IOException that says where.
 */
final class StateReader {
  private static final int BUFFER = 1 << 20;
  private static final int LONGEST_TEXT = 1 << 16;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private final InputStream in;
  private final HashStream hash = new HashStream();
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long before; // bytes that were read before what the buffer holds

  StateReader(InputStream in) {
    this.in = in;
  }

  int readInt() throws IOException {
    require(Integer.BYTES);
    int value = (int) INTS.get(buffer, position);
    consume(Integer.BYTES);
    return value;
  }

  long readLong() throws IOException {
    require(Long.BYTES);
    long value = (long) LONGS.get(buffer, position);
    consume(Long.BYTES);
    return value;
  }

  /** A number that must lie within bounds, both included. */
  int readCount(String what, int least, int most) throws IOException {
    int value = readInt();
    if (value < least || value > most) {
      throw damaged(what + " is " + value + ", not " + least + " to " + most);
    }
    return value;
  }

  void readLongs(long[] values, int offset, int count) throws IOException {
    int at = offset;
    int end = offset + count;
    while (at < end) {
      require(Long.BYTES);
      int part = Math.min(end - at, (limit - position) / Long.BYTES);
      for (int i = 0; i < part; i++) {
        values[at + i] = (long) LONGS.get(buffer, position + i * Long.BYTES);
      }
      consume(part * Long.BYTES);
      at += part;
    }
  }

  void readBytes(byte[] bytes, int offset, int count) throws IOException {
    int at = offset;
    int end = offset + count;
    while (at < end) {
      require(1);
      int part = Math.min(end - at, limit - position);
      System.arraycopy(buffer, position, bytes, at, part);
      consume(part);
      at += part;
    }
  }

  String readText() throws IOException {
    byte[] bytes = new byte[readCount("the length of a text", 0, LONGEST_TEXT)];
    readBytes(bytes, 0, bytes.length);
    return new String(bytes, UTF_8);
  }

  /** The hash over all that was read so far; what it is given here was kept elsewhere. */
  HashStream hash() {
    return hash;
  }

  /** Nothing may follow. */
  void requireEnd() throws IOException {
    if (position < limit || in.read() >= 0) {
      throw damaged("more follows where it should end");
    }
  }

  IOException damaged(String what) {
    return new IOException("engine state, before byte " + (before + position) + ": " + what);
  }

  private void consume(int count) {
    hash.write(buffer, position, count);
    position += count;
  }

  private void require(int count) throws IOException {
    if (limit - position >= count) {
      return;
    }
    before += position;
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < count) {
      int read = in.read(buffer, limit, BUFFER - limit);
      if (read < 0) {
        throw damaged("it ends early");
      }
      limit += read;
    }
  }
}
