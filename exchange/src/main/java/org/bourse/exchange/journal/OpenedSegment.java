package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;

/** A segment that is open to be read, and so can be read even once it is removed. */
record OpenedSegment(SegmentName name, StorageFile file) {
  /**
   * Opens the segment that would hold a sequence.
   *
   * @throws IOException if there is none, or the one that did was removed
   */
  static OpenedSegment holding(long sequence, SegmentFolder folder) throws IOException {
    while (true) {
      SegmentName name = folder.holding(sequence);
      try {
        return new OpenedSegment(name, folder.storage().openToRead(name.path()));
      } catch (NoSuchFileException e) {
        if (folder.holding(sequence).equals(name)) {
          throw e;
        }
      }
    }
  }

  /** Reads the header. If it is not sound, the file is closed. */
  SegmentWindow window(ByteBuffer buffer) throws IOException {
    try {
      return new SegmentWindow(buffer, name, file, SegmentHeader.read(name, file));
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, file);
      throw failure;
    }
  }
}
