package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads all segments of a journal, verifies each record, and makes the last segment ready to be
 * written. Changes nothing before all is verified.
 */
final class SegmentRecovery {
  private final SegmentFolder folder;
  private final SegmentVerification verification;
  private @Nullable TornTail tornTail;

  /**
   * A recovery that has read nothing yet.
   *
   * @param identity which the journal must have, empty: any
   */
  SegmentRecovery(SegmentFolder folder, OptionalLong identity) {
    this.folder = folder;
    verification = new SegmentVerification(identity);
  }

  long firstSequence() {
    return verification.firstSequence();
  }

  long nextSequence() {
    return verification.nextSequence();
  }

  @Nullable TornTail tornTail() {
    return tornTail;
  }

  /** The last segment, all its records forced; null if there is no segment at all. */
  @Nullable Segment run() throws IOException {
    folder.refuseForeignFiles();
    List<SegmentName> names = folder.segments();
    for (int i = 0; i < names.size() - 1; i++) {
      SegmentName name = names.get(i);
      try (StorageFile file = folder.storage().openToRead(name.path())) {
        verification.complete(name, file);
      }
    }
    return names.isEmpty() ? null : openLast(names.get(names.size() - 1));
  }

  private Segment openLast(SegmentName name) throws IOException {
    StorageFile file = folder.storage().open(name.path());
    try {
      SegmentWindow window = verification.enter(name, file);
      long end = verification.verify(window, SegmentHeader.SIZE);
      tornTail = TailVerdict.of(window, end, verification.nextSequence());
      writeAgain(window, file, end);
      if (tornTail != null) {
        BlankSegment.zero(file, end, window.fileSize(), () -> false);
      }
      file.force();
      folder.force();
      return new Segment(name, window.header(), file, end);
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, file);
      throw failure;
    }
  }

  /**
   * Writes the records again of which it is not known that they were forced. If a force failed in
   * an earlier run, the system may hold them as clean in memory although they are not on the disk;
   * a force alone would then succeed and do nothing.
   */
  private void writeAgain(SegmentWindow window, StorageFile file, long end) throws IOException {
    long at = SegmentHeader.SIZE;
    long forced = 0;
    while (at < end && window.recordAt(at)) {
      forced = Math.max(forced, window.forced());
      at += window.recordSize();
    }
    at = SegmentHeader.SIZE;
    while (at < end && window.recordAt(at) && window.sequence() <= forced) {
      at += window.recordSize();
    }
    ByteBuffer buffer = verification.buffer();
    while (at < end) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), end - at));
      int count = file.read(buffer, at);
      file.write(buffer.flip(), at);
      at += count;
    }
    window.forget();
  }
}
