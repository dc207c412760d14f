package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * A file of zeros, forced, with its blocks allocated, that waits to become a segment.
 *
 * @param path its temporary name
 * @param file open to be written
 */
record BlankSegment(SegmentFolder folder, Path path, StorageFile file) {
  private static final int CHUNK = 1 << 18;

  /**
   * Writes and forces the zeros. What can't be finished is closed and deleted.
   *
   * @param cancelled asked between writes
   */
  static BlankSegment make(
      SegmentFolder folder, String label, long segmentBytes, BooleanSupplier cancelled)
      throws IOException {
    Path path = folder.blank(label);
    StorageFile file = folder.storage().create(path);
    BlankSegment blank = new BlankSegment(folder, path, file);
    try {
      zero(file, 0, segmentBytes, cancelled);
      file.force();
      return blank;
    } catch (IOException | RuntimeException | Error failure) {
      AfterFailure.close(failure, blank::discard);
      throw failure;
    }
  }

  /** Writes zeros from one offset to another, without a force. */
  static void zero(StorageFile file, long from, long to, BooleanSupplier cancelled)
      throws IOException {
    ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(CHUNK, to - from));
    for (long at = from; at < to; at += zeros.limit()) {
      if (cancelled.getAsBoolean()) {
        throw new IOException("The journal was closed while a segment was being prepared");
      }
      zeros.clear().limit((int) Math.min(zeros.capacity(), to - at));
      file.write(zeros, at);
    }
  }

  /**
   * Writes the header, and only then gives the file its name. All of it is durable after. A file
   * that can't be promoted is closed.
   *
   * @param end offset after the last record that was written to it
   */
  Segment promote(SegmentHeader header, long end) throws IOException {
    try {
      header.write(file);
      file.force();
      SegmentName name = SegmentName.of(folder.path(), header.firstSequence());
      folder.storage().rename(path, name.path());
      folder.force();
      return new Segment(name, header, file, end);
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, this::discard);
      throw failure;
    }
  }

  void discard() throws IOException {
    file.close();
    folder.storage().delete(path);
  }
}
