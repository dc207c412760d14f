package org.bourse.exchange.journal;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the last segment of a journal that another process may be writing.
 *
 * <p>A read can then meet a write half way, and find the later part of it without the earlier. So
 * an end that is not clean is read again: if a record is there by then, the tail was moving.
 */
final class TailScan {
  private static final int MOST_LOOKS = 10;
  private static final long PAUSE_NANOS = 10_000_000;

  private final SegmentVerification verification;
  private final SegmentWindow window;
  private long end = SegmentHeader.SIZE;
  private @Nullable TornTail tornTail;

  TailScan(SegmentVerification verification, SegmentWindow window) {
    this.verification = verification;
    this.window = window;
  }

  /** What an open would cut, known after the run. */
  @Nullable TornTail tornTail() {
    return tornTail;
  }

  ScannedSegment run() throws IOException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      end = verification.verify(window, end);
      if (isSettled()) {
        return scanned();
      }
      window.forget();
    }
    tornTail = null;
    return scanned();
  }

  /** Whether the end is clean, or was found torn in the same way twice. */
  private boolean isSettled() throws IOException {
    TornTail before = tornTail;
    try {
      tornTail = TailVerdict.of(window, end, verification.nextSequence());
    } catch (JournalDamagedException e) {
      requireMoving(e);
      return false;
    }
    if (tornTail == null || tornTail.equals(before)) {
      return true;
    }
    LockSupport.parkNanos(this, PAUSE_NANOS);
    return false;
  }

  /** What is missing though later records are there was written before them, if it ever was. */
  private void requireMoving(JournalDamagedException damage) throws IOException {
    window.forget();
    if (!window.recordAt(end)) {
      throw damage;
    }
  }

  private ScannedSegment scanned() {
    return verification.scanned(window, end);
  }
}
