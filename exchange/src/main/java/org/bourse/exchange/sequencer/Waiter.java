package org.bourse.exchange.sequencer;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread wait until another has something for it; the other pays only where there is
 * someone to wake.
 */
final class Waiter {
  private volatile @Nullable Thread waiting;

  /** Announces that this thread is about to wait; it must look once more before it does. */
  void prepare() {
    waiting = Thread.currentThread();
  }

  /** Waits for a signal, at most so long. May return early. */
  void await(long nanos) {
    LockSupport.parkNanos(this, nanos);
    waiting = null;
  }

  void cancel() {
    waiting = null;
  }

  void signal() {
    Thread thread = waiting;
    if (thread != null) {
      waiting = null;
      LockSupport.unpark(thread);
    }
  }
}
