package org.bourse.exchange.engine;

import java.io.OutputStream;

/** Folds what is written into a 64-bit number. */
final class HashStream extends OutputStream {
  private static final long PRIME = 0x100000001B3L;

  private long value = 0xCBF29CE484222325L;

  @Override
  public void write(int oneByte) {
    value = (value ^ (oneByte & 0xFF)) * PRIME;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      value = (value ^ (bytes[i] & 0xFF)) * PRIME;
    }
  }

  long value() {
    return value;
  }
}
