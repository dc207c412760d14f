package org.bourse.exchange.journal;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A part of one segment in memory, and the record found in it. Allocates nothing per record; one
 * thread. Does not close the file.
 */
final class SegmentWindow {
  private static final int CHUNK = 1 << 18;

  private final RecordChecksum checksum = new RecordChecksum();
  private final ByteBuffer bytes;
  private final UnsafeBuffer buffer;
  private final SegmentName name;
  private final StorageFile file;
  private final SegmentHeader header;
  private final long fileSize;
  private final int salt;

  private long loadedFrom;
  private int loaded;
  private int record;
  private int length;

  SegmentWindow(ByteBuffer bytes, SegmentName name, StorageFile file, SegmentHeader header) {
    this.bytes = bytes;
    this.buffer = new UnsafeBuffer(bytes);
    this.name = name;
    this.file = file;
    this.header = header;
    this.fileSize = header.segmentBytes();
    this.salt = RecordChecksum.salt(header.epoch());
  }

  Path path() {
    return name.path();
  }

  SegmentHeader header() {
    return header;
  }

  /** What a window needs; windows may use one buffer one after the other. */
  static ByteBuffer newBuffer() {
    return ByteBuffer.allocateDirect(RecordLayout.MAX_SIZE);
  }

  /** Whether a sound record begins here. If so, the accessors below speak of it. */
  boolean recordAt(long position) throws IOException {
    if (position + RecordLayout.PAYLOAD > fileSize) {
      return false;
    }
    length =
        buffer.getInt(load(position, RecordLayout.PAYLOAD) + RecordLayout.LENGTH, LITTLE_ENDIAN);
    if (length < 0 || length > RecordLayout.MAX_SIZE - RecordLayout.PAYLOAD) {
      return false;
    }
    int size = RecordLayout.size(length);
    if (position + size > fileSize) {
      return false;
    }
    record = load(position, size);
    return buffer.getInt(record + RecordLayout.CHECKSUM, LITTLE_ENDIAN)
            == checksum.of(bytes, record, size, salt)
        && sequence() > 0;
  }

  long sequence() {
    return buffer.getLong(record + RecordLayout.SEQUENCE, LITTLE_ENDIAN);
  }

  long timeNanos() {
    return buffer.getLong(record + RecordLayout.TIME, LITTLE_ENDIAN);
  }

  /** Highest sequence that was known to be forced when the record was added. */
  long forced() {
    return buffer.getLong(record + RecordLayout.FORCED, LITTLE_ENDIAN);
  }

  DirectBuffer buffer() {
    return buffer;
  }

  int payloadOffset() {
    return record + RecordLayout.PAYLOAD;
  }

  int payloadLength() {
    return length;
  }

  int recordSize() {
    return RecordLayout.size(length);
  }

  long fileSize() {
    return fileSize;
  }

  /** The 8 bytes at a position, which need not be part of a record. */
  long longAt(long position) throws IOException {
    return buffer.getLong(load(position, Long.BYTES), LITTLE_ENDIAN);
  }

  /** First position of 8 bytes that are not all zero, {@code to} if there are none. */
  long firstNotZero(long from, long to) throws IOException {
    long at = from;
    while (at < to && longAt(at) == 0) {
      at += Long.BYTES;
    }
    return at;
  }

  /** Drops what is in memory, so that the next access reads the file. */
  void forget() {
    loaded = 0;
  }

  private int load(long position, int needed) throws IOException {
    if (position < loadedFrom || position + needed > loadedFrom + loaded) {
      bytes.clear().limit((int) Math.min(Math.max(CHUNK, needed), fileSize - position));
      loaded = 0;
      int count = file.read(bytes, position);
      if (count < needed) {
        throw new EOFException(
            name.path() + " ends at " + (position + count) + ", short of " + fileSize);
      }
      loadedFrom = position;
      loaded = count;
    }
    return (int) (position - loadedFrom);
  }
}
