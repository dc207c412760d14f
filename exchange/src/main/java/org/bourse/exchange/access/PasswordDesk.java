package org.bourse.exchange.access;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where passwords are hashed, which takes a fifth of a second each: one at a time, on a thread that
 * does nothing else. Each source that has something waiting is served once before any is again, so
 * that one that sends many does not keep others waiting. What waits is bounded.
 */
final class PasswordDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("access");
  private static final int MOST_WAITING = 256;
  private static final int MOST_WAITING_OF_SOURCE = 64;

  private final Map<Source, Deque<Runnable>> waiting = new LinkedHashMap<>();
  private final Thread thread = new Thread(this::run, "password-check");
  private int count;
  private boolean closed;

  PasswordDesk() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Has a task done in its turn, or returns false where too many wait. Any thread. */
  synchronized boolean offer(Source source, Runnable task) {
    Deque<Runnable> tasks = waiting.computeIfAbsent(source, key -> new ArrayDeque<>());
    if (closed || count >= MOST_WAITING || tasks.size() >= MOST_WAITING_OF_SOURCE) {
      waiting.values().removeIf(Deque::isEmpty);
      return false;
    }
    tasks.add(task);
    count++;
    notifyAll();
    return true;
  }

  private void run() {
    try {
      while (true) {
        Runnable task = next();
        try {
          task.run();
        } catch (RuntimeException e) { // the next must not suffer for it
          LOG.error("A password could not be checked", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized Runnable next() throws InterruptedException {
    while (waiting.isEmpty()) {
      wait();
    }
    Map.Entry<Source, Deque<Runnable>> first = waiting.entrySet().iterator().next();
    Deque<Runnable> tasks = first.getValue();
    waiting.remove(first.getKey());
    Runnable task = tasks.remove();
    count--;
    if (!tasks.isEmpty()) {
      waiting.put(first.getKey(), tasks); // behind all others
    }
    return task;
  }

  /** Ends: what waits is never done, what is being done is done to its end. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
