package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** Writes a client's messages one behind the other, for one write to its socket. One thread. */
final class ClientMessages {
  private static final byte SOH = 1;
  private static final byte[] BEGIN = "8=FIX.4.4\0019=".getBytes(ISO_8859_1);
  private static final int LARGEST = 512;
  private static final long TIME_HOLDS = 100_000_000; // nanoseconds
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");

  private final byte[] compIds;
  private final byte[] body = new byte[LARGEST];
  private byte[] batch = new byte[1 << 14];
  private byte[] time = {};
  private long timeAt;
  private int bodyLength;
  private int length;
  private int msgSeqNum = 1;

  ClientMessages(String compId) {
    compIds = ("49=" + compId + "\00156=BOURSE\001").getBytes(ISO_8859_1);
  }

  ClientMessages begin(String msgType) {
    long now = System.nanoTime();
    if (time.length == 0 || now - timeAt > TIME_HOLDS) {
      time = LocalDateTime.now(ZoneOffset.UTC).format(TIME).getBytes(ISO_8859_1);
      timeAt = now;
    }
    bodyLength = 0;
    field(35, msgType);
    append(compIds);
    field(34, msgSeqNum++);
    return time(52);
  }

  ClientMessages field(int tag, String value) {
    tag(tag);
    for (int i = 0; i < value.length(); i++) {
      body[bodyLength++] = (byte) value.charAt(i);
    }
    body[bodyLength++] = SOH;
    return this;
  }

  ClientMessages field(int tag, long value) {
    tag(tag);
    digits(value);
    body[bodyLength++] = SOH;
    return this;
  }

  /** A price with two decimal places. */
  ClientMessages price(int tag, long ticks) {
    tag(tag);
    digits(ticks / 100);
    body[bodyLength++] = '.';
    body[bodyLength++] = (byte) ('0' + ticks / 10 % 10);
    body[bodyLength++] = (byte) ('0' + ticks % 10);
    body[bodyLength++] = SOH;
    return this;
  }

  /** The time of now. */
  ClientMessages time(int tag) {
    tag(tag);
    append(time);
    body[bodyLength++] = SOH;
    return this;
  }

  private void tag(int tag) {
    digits(tag);
    body[bodyLength++] = '=';
  }

  private void digits(long value) {
    long power = 1;
    while (value / power >= 10) {
      power *= 10;
    }
    for (; power > 0; power /= 10) {
      body[bodyLength++] = (byte) ('0' + value / power % 10);
    }
  }

  private void append(byte[] bytes) {
    System.arraycopy(bytes, 0, body, bodyLength, bytes.length);
    bodyLength += bytes.length;
  }

  /** Ends the message. */
  void end() {
    if (length + 2 * LARGEST > batch.length) {
      batch = Arrays.copyOf(batch, 2 * batch.length);
    }
    int from = length;
    add(BEGIN);
    add((bodyLength + "\001").getBytes(ISO_8859_1));
    System.arraycopy(body, 0, batch, length, bodyLength);
    length += bodyLength;
    int sum = 0;
    for (int i = from; i < length; i++) {
      sum += batch[i];
    }
    sum &= 0xFF;
    add(new byte[] {'1', '0', '=', digit(sum / 100), digit(sum / 10), digit(sum), SOH});
  }

  private static byte digit(int number) {
    return (byte) ('0' + number % 10);
  }

  private void add(byte[] bytes) {
    System.arraycopy(bytes, 0, batch, length, bytes.length);
    length += bytes.length;
  }

  /** Sends all that have ended. */
  void flush(WritableByteChannel to) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(batch, 0, length);
    while (out.hasRemaining()) {
      to.write(out);
    }
    length = 0;
  }
}
