package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Somebody at 127.0.0.2 who tries to log on over and over, at a rate. */
final class LogonFlood implements AutoCloseable {
  private static final int THREADS = 48;

  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final AtomicLong turn = new AtomicLong();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger dropped = new AtomicInteger();
  private final AtomicInteger admitted = new AtomicInteger();
  private final long began = System.nanoTime();
  private final int port;
  private final String compId;
  private final String logon;
  private final long nanosPerLogon;

  LogonFlood(int port, String compId, String logon, int perSecond) {
    this.port = port;
    this.compId = compId;
    this.logon = logon;
    nanosPerLogon = 1_000_000_000L / perSecond;
    for (int i = 0; i < THREADS; i++) {
      threads.execute(this::run);
    }
  }

  private void run() {
    while (!threads.isShutdown()) {
      long at = began + turn.getAndIncrement() * nanosPerLogon;
      while (System.nanoTime() < at) {
        LockSupport.parkNanos(at - System.nanoTime());
      }
      attempt();
    }
  }

  private void attempt() {
    try (RawClient client = RawClient.connectFrom("127.0.0.2", port, compId)) {
      client.send(logon);
      String answer = client.receive().get(35);
      (answer.equals("A") ? admitted : answered).incrementAndGet();
    } catch (IOException e) { // an end, or a reset
      dropped.incrementAndGet();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  int answered() {
    return answered.get();
  }

  int dropped() {
    return dropped.get();
  }

  int admitted() {
    return admitted.get();
  }

  @Override
  public void close() throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(30, SECONDS)) {
      throw new IllegalStateException("still trying to log on");
    }
  }
}
