package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/** Writes FIX fields, tag=value and SOH, one after the other. Reused: it allocates only to grow. */
final class FixWriter {
  private static final byte SOH = 1;
  private static final int DATE_LENGTH = "yyyyMMdd".length();
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.");

  private byte[] bytes = new byte[1024];
  private int length;
  private int sum; // of the first bytes, so many
  private int summed;
  private long second = Long.MIN_VALUE;
  private byte[] secondText = new byte[0];

  void clear() {
    length = 0;
    sum = 0;
    summed = 0;
  }

  int length() {
    return length;
  }

  FixWriter field(int tag, char value) {
    tag(tag);
    bytes[length++] = (byte) value;
    return end();
  }

  FixWriter field(int tag, long value) {
    tag(tag);
    number(value);
    return end();
  }

  FixWriter field(int tag, String value) {
    tag(tag);
    text(value);
    return end();
  }

  FixWriter field(int tag, DirectBuffer value) {
    tag(tag);
    int size = value.capacity();
    reserve(size);
    value.getBytes(0, bytes, length, size);
    length += size;
    return end();
  }

  /** A field that is left out where the text is empty. */
  FixWriter optional(int tag, DirectBuffer value) {
    return value.capacity() == 0 ? this : field(tag, value);
  }

  /** A scaled number as a decimal, with as many places as the scale says. */
  FixWriter decimal(int tag, long value, int scale) {
    tag(tag);
    if (value < 0) {
      bytes[length++] = '-';
    }
    long magnitude = Math.abs(value);
    long unit = pow10(scale);
    number(magnitude / unit);
    if (scale > 0) {
      bytes[length++] = '.';
      digits(magnitude % unit, scale);
    }
    return end();
  }

  /** A time in nanoseconds since 1970 as UTCTimestamp, to the millisecond. */
  FixWriter time(int tag, long nanos) {
    tag(tag);
    findSecond(nanos);
    raw(secondText, 0, secondText.length);
    return millis(nanos);
  }

  /** The day of a time in nanoseconds since 1970 as UTCDateOnly. */
  FixWriter date(int tag, long nanos) {
    tag(tag);
    findSecond(nanos);
    raw(secondText, 0, DATE_LENGTH);
    return end();
  }

  /** The time of day of a time in nanoseconds since 1970 as UTCTimeOnly, to the millisecond. */
  FixWriter timeOfDay(int tag, long nanos) {
    tag(tag);
    findSecond(nanos);
    raw(secondText, DATE_LENGTH + 1, secondText.length - DATE_LENGTH - 1);
    return millis(nanos);
  }

  private void findSecond(long nanos) {
    long wanted = Math.floorDiv(nanos, NANOS_PER_SECOND);
    if (wanted != second) {
      second = wanted;
      secondText =
          LocalDateTime.ofEpochSecond(wanted, 0, ZoneOffset.UTC)
              .format(TO_THE_SECOND)
              .getBytes(ISO_8859_1);
    }
  }

  private FixWriter millis(long nanos) {
    digits(Math.floorMod(nanos, NANOS_PER_SECOND) / 1_000_000, 3);
    return end();
  }

  /** All fields of another. */
  FixWriter append(FixWriter other) {
    int whole = sum() + other.sum();
    raw(other.bytes, 0, other.length);
    sum = whole;
    summed = length;
    return this;
  }

  /** The sum of all bytes; each is looked at once. */
  private int sum() {
    for (; summed < length; summed++) {
      sum += bytes[summed];
    }
    return sum;
  }

  /** Fields that are written already, each with its SOH. */
  FixWriter append(String fields) {
    text(fields);
    return this;
  }

  private FixWriter raw(byte[] source, int from, int size) {
    reserve(size);
    System.arraycopy(source, from, bytes, length, size);
    length += size;
    return this;
  }

  /** Copies some of it to a place. */
  void copyTo(byte[] target, int at, int from, int count) {
    System.arraycopy(bytes, from, target, at, count);
  }

  /** CheckSum(10) over all that was written. */
  void checkSum() {
    int whole = sum();
    tag(10);
    digits(whole & 0xFF, 3);
    end();
  }

  @Override
  @SuppressWarnings(
      "deprecation") // the one way to make a Latin-1 string of bytes without a decoder
  public String toString() {
    return new String(bytes, 0, 0, length);
  }

  private void tag(int tag) {
    reserve(64);
    number(tag);
    bytes[length++] = '=';
  }

  private FixWriter end() {
    bytes[length++] = SOH;
    return this;
  }

  @SuppressWarnings("deprecation") // drops the upper half of each char: FIX text is Latin-1
  private void text(String value) {
    int size = value.length();
    reserve(size);
    value.getBytes(0, size, bytes, length);
    length += size;
  }

  private void number(long value) {
    if (value < 0) {
      bytes[length++] = '-';
    }
    long magnitude = Math.abs(value);
    int size = 1;
    for (long rest = magnitude; rest >= 10; rest /= 10) {
      size++;
    }
    digits(magnitude, size);
  }

  private void digits(long value, int size) {
    long rest = value;
    for (int i = length + size - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += size;
  }

  private void reserve(int more) {
    if (length + more + 64 > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more + 64));
    }
  }

  static long pow10(int scale) {
    long unit = 1;
    for (int i = 0; i < scale; i++) {
      unit *= 10;
    }
    return unit;
  }
}
