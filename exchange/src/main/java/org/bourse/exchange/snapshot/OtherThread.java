package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Work that goes on beside, on a thread of its own. */
final class OtherThread<T> {
  private final FutureTask<T> task;
  private final Thread thread;

  private OtherThread(String name, Callable<T> work) {
    task = new FutureTask<>(work);
    thread = new Thread(task, name);
    thread.setDaemon(true);
  }

  static <T> OtherThread<T> start(String name, Callable<T> work) {
    OtherThread<T> other = new OtherThread<>(name, work);
    other.thread.start();
    return other;
  }

  /**
   * Waits for what comes of it; whatever the work threw is an IOException here.
   *
   * @throws SnapshotDamagedException where the work threw one
   */
  T result() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      if (cause instanceof SnapshotDamagedException) {
        throw new SnapshotDamagedException(String.valueOf(cause.getMessage()), cause);
      }
      boolean says = cause instanceof IOException && cause.getMessage() != null;
      throw new IOException(says ? cause.getMessage() : cause.toString(), cause);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Waits for its end, however it ends. */
  void join() throws IOException {
    try {
      end();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** As {@link #join}, where an interrupt is the caller's to handle. */
  void end() throws InterruptedException {
    thread.join();
  }

  private IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IOException("interrupted while waiting for " + thread.getName(), e);
  }
}
