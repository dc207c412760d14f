package org.bourse.exchange.access;

import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Where passwords are hashed, which takes a fifth of a second each: one at a time, on a thread that
 * does nothing else. What waits is bounded, for each source and for all.
 */
final class PasswordDesk implements AutoCloseable {
  private static final int MOST_WAITING = 256;
  private static final int MOST_WAITING_OF_SOURCE = 64;

  private final Map<InetAddress, Integer> waiting = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor work =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> daemon(task, "password-check"));

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Has a task done in its turn, or returns false where too many wait. */
  boolean offer(InetAddress from, Runnable task) {
    if (waiting.merge(from, 1, Integer::sum) > MOST_WAITING_OF_SOURCE) {
      leave(from);
      return false;
    }
    try {
      work.execute(
          () -> {
            leave(from);
            task.run();
          });
      return true;
    } catch (RejectedExecutionException e) {
      leave(from);
      return false;
    }
  }

  private void leave(InetAddress from) {
    waiting.computeIfPresent(from, (key, count) -> count == 1 ? null : count - 1);
  }

  @Override
  public void close() {
    work.shutdownNow();
  }
}
