package org.bourse.exchange.venue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.sequencer.Sequencer;

/** Tells the engine the time when it waits for it: the engine itself reads no clock. */
public final class BusinessClock implements AutoCloseable {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Sequencer sequencer;
  private final ControlLine line;
  private final Thread thread = new Thread(this::run, "business-clock");
  private volatile boolean stopping;

  /** A clock that tells it over a line. */
  public BusinessClock(Sequencer sequencer, ControlLine line) {
    this.sequencer = sequencer;
    this.line = line;
  }

  public void start() {
    thread.start();
  }

  private void run() {
    long told = Long.MIN_VALUE;
    while (!stopping) {
      long due = sequencer.nextDue();
      long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
      if (due <= now && told < now) {
        line.offer(Control.of(ControlKind.TIME_PASSED));
        sequencer.awaitHandled();
        told = now;
      }
      LockSupport.parkNanos(this, LOOK_NANOS);
    }
  }

  @Override
  public void close() throws InterruptedException {
    stopping = true;
    LockSupport.unpark(thread);
    thread.join();
  }
}
