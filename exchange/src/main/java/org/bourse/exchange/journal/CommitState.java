package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What became of the commits, as all threads may ask. A failure is for good. */
final class CommitState {
  private static final long PAUSE_NANOS = 100_000;

  /** Begins and ends, so odd while a commit is under way. */
  private final AtomicLong changes = new AtomicLong();

  private volatile long forced;
  private volatile @Nullable Throwable failure;

  CommitState(long forced) {
    this.forced = forced;
  }

  void begin() {
    changes.incrementAndGet();
  }

  void end() {
    changes.incrementAndGet();
  }

  void fail(Throwable cause) {
    failure = cause;
  }

  void forced(long sequence) {
    forced = sequence;
  }

  /** All records up to this sequence were forced by the writer. */
  long forced() {
    return forced;
  }

  boolean hasFailed() {
    return failure != null;
  }

  void requireNoFailure() throws IOException {
    if (failure != null) {
      throw new IOException(message(), failure);
    }
  }

  /** For where a failure must not be met, as it was told before. */
  void requireUsable() {
    if (failure != null) {
      throw new IllegalStateException(message(), failure);
    }
  }

  /**
   * Waits until the commit under way, if there is one, has ended. Any thread but the writer's. An
   * interrupt does not end it: it is cleared while this waits, since an interrupted thread can't be
   * parked, and set again when this returns.
   */
  void awaitEndOfCurrent() {
    long current = changes.get();
    boolean interrupted = false;
    while (current % 2 != 0 && changes.get() == current) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Forces a file on another thread than the writer's. A failure is one of the journal. */
  void force(StorageFile file) throws IOException {
    try {
      file.force();
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      fail(e);
      throw e;
    }
  }

  private String message() {
    return "The journal has failed before: " + failure;
  }
}
