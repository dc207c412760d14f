package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the message log short, beside those that write it. */
final class CompactionThread implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(CompactionThread.class);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final MessageLog log;
  private final Thread thread = new Thread(this, "fix-compaction");
  private volatile boolean stopping;

  CompactionThread(MessageLog log) {
    this.log = log;
  }

  void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends the thread; what it is at is finished first. */
  void stop() {
    stopping = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    long pause = PAUSE_NANOS;
    while (!stopping) {
      LockSupport.parkNanos(this, pause);
      pause = PAUSE_NANOS;
      try {
        log.compact();
      } catch (IOException | RuntimeException e) {
        if (!stopping) {
          LOG.error("The FIX message log could not be made shorter", e);
          pause = PAUSE_AFTER_FAILURE_NANOS;
        }
      }
    }
  }
}
