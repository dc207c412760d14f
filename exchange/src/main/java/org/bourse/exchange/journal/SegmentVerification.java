package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the segments of a journal one after the other, each record of them. The first one says
 * with which sequence the journal begins. Changes nothing.
 */
final class SegmentVerification {
  private final ByteBuffer buffer = SegmentWindow.newBuffer();
  private @Nullable SegmentHeader first;
  private final OptionalLong identity;
  private long nextSequence = 1;

  /**
   * A verification that has seen nothing yet.
   *
   * @param identity which the journal must have, empty: any
   */
  SegmentVerification(OptionalLong identity) {
    this.identity = identity;
  }

  /** That of the segments; empty if there was none. */
  OptionalLong identity() {
    return first == null ? OptionalLong.empty() : OptionalLong.of(first.journal());
  }

  /** What the windows read into; free to be used between two of their calls. */
  ByteBuffer buffer() {
    return buffer;
  }

  /** Sequence of the first record of the first segment; 1 if there was none. */
  long firstSequence() {
    return first == null ? 1 : first.firstSequence();
  }

  /** Sequence after that of the last sound record. */
  long nextSequence() {
    return nextSequence;
  }

  /** Begins a segment, which must follow the one before. */
  SegmentWindow enter(SegmentName name, StorageFile file) throws IOException {
    SegmentHeader header = SegmentHeader.read(name, file);
    if (first == null) {
      requireIdentity(name, header);
      first = header;
      nextSequence = header.firstSequence();
    }
    if (header.journal() != first.journal()) {
      throw new JournalDamagedException(
          name.path(),
          16,
          String.format(
              "a segment of journal %016x among those of journal %016x",
              header.journal(), first.journal()),
          "Put the right file in its place.");
    }
    if (header.firstSequence() != nextSequence) {
      throw new JournalDamagedException(
          name.path(),
          24,
          "first sequence " + header.firstSequence() + " where " + nextSequence + " is next",
          "Put the segments that hold the records between back in the folder.");
    }
    return new SegmentWindow(buffer, name, file, header);
  }

  private void requireIdentity(SegmentName name, SegmentHeader header) throws IOException {
    if (identity.isPresent() && header.journal() != identity.getAsLong()) {
      throw new JournalDamagedException(
          name.path(),
          16,
          String.format(
              "a segment of log %016x, where the rest of the data folder goes with log %016x",
              header.journal(), identity.getAsLong()),
          "It is of another exchange, or the command journal is missing or was exchanged: put back"
              + " what belongs together.");
    }
  }

  /** Offset after the last sound record from one on; {@link #nextSequence} follows. */
  long verify(SegmentWindow window, long from) throws IOException {
    long at = from;
    while (window.recordAt(at)) {
      if (window.sequence() != nextSequence) {
        throw new JournalDamagedException(
            window.path(),
            at,
            "sequence " + window.sequence() + " where " + nextSequence + " is next",
            JournalDamagedException.RESTORE);
      }
      at += window.recordSize();
      nextSequence++;
    }
    return at;
  }

  /** Verifies a segment that others follow: nothing but zeros may be after its records. */
  ScannedSegment complete(SegmentName name, StorageFile file) throws IOException {
    SegmentWindow window = enter(name, file);
    long end = verify(window, SegmentHeader.SIZE);
    if (window.firstNotZero(end, window.fileSize()) != window.fileSize()) {
      throw new JournalDamagedException(
          name.path(),
          end,
          "no sound record "
              + nextSequence
              + " and no end of the segment, and later segments follow",
          JournalDamagedException.RESTORE);
    }
    return scanned(window, end);
  }

  /** What was verified of a segment. */
  ScannedSegment scanned(SegmentWindow window, long end) {
    SegmentHeader header = window.header();
    return new ScannedSegment(
        window.path(),
        header.firstSequence(),
        nextSequence - 1,
        end,
        header.segmentBytes(),
        header.epoch());
  }
}
