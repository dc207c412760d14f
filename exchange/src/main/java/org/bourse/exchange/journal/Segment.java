package org.bourse.exchange.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The segment that is being written. */
final class Segment implements Closeable {
  private final SegmentName name;
  private final SegmentHeader header;
  private final StorageFile file;
  private long end;

  Segment(SegmentName name, SegmentHeader header, StorageFile file, long end) {
    this.name = name;
    this.header = header;
    this.file = file;
    this.end = end;
  }

  Path path() {
    return name.path();
  }

  SegmentHeader header() {
    return header;
  }

  StorageFile file() {
    return file;
  }

  /** Offset after the last record. */
  long end() {
    return end;
  }

  /** Writes whole records after the last. */
  void write(ByteBuffer records) throws IOException {
    int length = records.remaining();
    file.write(records, end);
    end += length;
  }

  void force() throws IOException {
    file.force();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
