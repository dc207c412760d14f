package org.bourse.exchange.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one blank segment ready, made on a thread of its own. Called by the writer's thread. */
final class BlankSupply implements Closeable {
  private final SegmentFolder folder;
  private final long segmentBytes;
  private final ExecutorService maker =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "journal-segments");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;
  private volatile @Nullable IOException failure;
  private Future<BlankSegment> next;
  private long made;

  BlankSupply(SegmentFolder folder, long segmentBytes) {
    this.folder = folder;
    this.segmentBytes = segmentBytes;
    this.next = begin();
  }

  /** Why the next segment could not be made in the background; null if it could or may yet. */
  @Nullable IOException failure() {
    return failure;
  }

  /**
   * The next blank segment. Waits for it if it is being made; if making it failed earlier, one new
   * attempt is made with a new file, for there may be room again.
   *
   * @throws JournalFullException if there is none, or the thread is interrupted while it waits
   */
  BlankSegment take() throws JournalFullException {
    if (failed()) {
      next = begin();
    }
    try {
      BlankSegment blank = await();
      next = begin();
      return blank;
    } catch (IOException e) {
      throw new JournalFullException(
          "The next journal segment can't be prepared: " + e.getMessage(), e);
    }
  }

  private boolean failed() {
    return next.isDone() && failure != null;
  }

  private BlankSegment await() throws IOException {
    try {
      return next.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("Interrupted while a segment was being prepared");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  private Future<BlankSegment> begin() {
    long number = made++;
    return maker.submit(() -> make(number));
  }

  private BlankSegment make(long number) throws IOException {
    try {
      BlankSegment blank =
          BlankSegment.make(folder, Long.toString(number), segmentBytes, () -> closed);
      failure = null;
      return blank;
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (RuntimeException | Error e) { // no memory for the zeros, say: whoever asks must hear
      failure = new IOException(e.toString(), e);
      throw e;
    }
  }

  /** Stops the thread and removes the segment that was not taken. */
  @Override
  public void close() throws IOException {
    closed = true;
    maker.shutdown();
    try {
      if (!maker.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IOException("A segment is still being prepared; the disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while closing the journal");
    }
    if (failure == null) {
      await().discard();
    }
  }
}
