package org.bourse.exchange.engine;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Folds what is written into a 64-bit number, eight bytes at a time: the same for the same bytes,
 * however the writes are cut and on any machine. It finds damage, not malice.
 */
final class HashStream extends OutputStream {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long SEED = 0x9E3779B97F4A7C15L;
  private static final long FIRST = 0x87C37B91114253D5L;
  private static final long SECOND = 0x4CF5AD432745937FL;

  private long value = SEED;
  private long length;
  private long rest; // bytes that make no whole word yet, the first one lowest

  /** Another that has folded in the same. */
  HashStream copy() {
    HashStream copy = new HashStream();
    copy.value = value;
    copy.length = length;
    copy.rest = rest;
    return copy;
  }

  @Override
  public void write(int oneByte) {
    rest |= (oneByte & 0xFFL) << (Byte.SIZE * (length & 7));
    if ((++length & 7) == 0) {
      value = fold(value, rest);
      rest = 0;
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    int at = offset;
    int end = offset + count;
    while (at < end && (length & 7) != 0) {
      write(bytes[at++]);
    }
    long folded = value;
    int from = at;
    for (; at <= end - Long.BYTES; at += Long.BYTES) {
      folded = fold(folded, (long) LONGS.get(bytes, at));
    }
    value = folded;
    length += at - from;
    while (at < end) {
      write(bytes[at++]);
    }
  }

  /** As eight bytes, the lowest first. */
  void writeLong(long word) {
    if ((length & 7) == 0) {
      value = fold(value, word);
      length += Long.BYTES;
      return;
    }
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      write((int) (word >>> shift));
    }
  }

  /** The number over all bytes so far. */
  long value() {
    long mixed = fold(fold(value, rest), length);
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }

  private static long fold(long value, long word) {
    return Long.rotateLeft(value ^ (Long.rotateLeft(word * FIRST, 31) * SECOND), 27) * 5
        + 0x52DCE729L;
  }
}
