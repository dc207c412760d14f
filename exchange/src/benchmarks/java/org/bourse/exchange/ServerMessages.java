package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;

/**
 * Takes messages, and their fields, out of what an exchange sends. It looks at no checksum. One
 * thread.
 */
final class ServerMessages {
  private static final byte SOH = 1;
  private static final int BODY_LENGTH_AT = "8=FIX.4.4|9=".length();
  private static final int TRAILER = "10=000|".length();

  private byte[] bytes = new byte[1 << 14];
  private int length;
  private int from; // where the message begins
  private int next; // where the next message begins
  private int at; // where the next field begins
  private int end; // of the message's body
  private int tag;
  private int valueFrom;
  private long number;

  /** Reads what is there, once; returns how many bytes. Messages from before are gone then. */
  int read(ReadableByteChannel channel) throws IOException {
    System.arraycopy(bytes, next, bytes, 0, length - next);
    length -= next;
    next = 0;
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int more = channel.read(ByteBuffer.wrap(bytes, length, bytes.length - length));
    if (more < 0) {
      throw new EOFException("the exchange has closed the connection");
    }
    length += more;
    return more;
  }

  /** Goes to the next message that is there as a whole. */
  boolean nextMessage() {
    int bodyLength = 0;
    for (int i = next + BODY_LENGTH_AT; i < length; i++) {
      if (bytes[i] == SOH) {
        at = i + 1;
        end = at + bodyLength;
        boolean isWhole = end + TRAILER <= length;
        if (isWhole) {
          from = next;
          next = end + TRAILER;
        }
        return isWhole;
      }
      bodyLength = 10 * bodyLength + bytes[i] - '0';
    }
    return false;
  }

  /** Goes to the next field of the message, of which MsgType(35) is the first. */
  boolean nextField() {
    if (at >= end) {
      return false;
    }
    byte[] all = bytes;
    int i = at;
    int ofTag = 0;
    for (; all[i] != '='; i++) {
      ofTag = 10 * ofTag + all[i] - '0';
    }
    tag = ofTag;
    valueFrom = ++i;
    long ofValue = 0; // of no use where it is no number
    for (; all[i] != SOH; i++) {
      ofValue = 10 * ofValue + all[i] - '0';
    }
    number = ofValue;
    at = i + 1;
    return true;
  }

  int tag() {
    return tag;
  }

  /** The first character of the field's value. */
  byte code() {
    return bytes[valueFrom];
  }

  String text() {
    return new String(bytes, valueFrom, at - 1 - valueFrom, ISO_8859_1);
  }

  /** The number of the last two digits. */
  int lastTwoDigits() {
    return 10 * (bytes[at - 3] - '0') + bytes[at - 2] - '0';
  }

  long number() {
    return number;
  }

  /** A price in hundredths. */
  long ticks() {
    long digits = 0;
    int places = -1; // before the point
    for (int i = valueFrom; i < at - 1; i++) {
      if (bytes[i] == '.') {
        places = 0;
      } else {
        digits = 10 * digits + bytes[i] - '0';
        places += places < 0 ? 0 : 1;
      }
    }
    return places == 2 ? digits : places == 1 ? 10 * digits : 100 * digits;
  }

  /** The whole message. */
  String message() {
    return new String(bytes, from, next - from, ISO_8859_1).replace('\001', '|');
  }
}
