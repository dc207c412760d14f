package org.bourse.exchange.venue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.sequencer.Sequencer;

/**
 * Tells the engine the time when it waits for it, since the engine itself reads no clock, and the
 * scheduler what it is by the business clock.
 */
public final class BusinessClock implements AutoCloseable {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Sequencer sequencer;
  private final ControlLine line;
  private final Scheduler scheduler;
  private final Thread thread = new Thread(this::run, "business-clock");
  private long latest;
  private volatile boolean stopping;

  /**
   * A clock that tells it over a line.
   *
   * @param lastTime of the last command, nanoseconds since 1970: time never goes back behind it
   */
  public BusinessClock(Sequencer sequencer, ControlLine line, Scheduler scheduler, long lastTime) {
    this.sequencer = sequencer;
    this.line = line;
    this.scheduler = scheduler;
    latest = lastTime;
  }

  /** Begins; when this returns, the schedule is made up for what was due before. */
  public void start() {
    scheduler.start(businessTime());
    sequencer.awaitHandled();
    thread.start();
  }

  private long businessTime() {
    latest = Math.max(latest, TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis()));
    return latest + line.state().clockOffset();
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
      scheduler.follow(businessTime());
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
