package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals snapshots while the exchange trades, on a thread of its own: a shadow engine reads the
 * journal from the disk, and nothing on an order's path waits for it. What no start needs any more
 * then goes. A failure is logged and tried again later; trading goes on without.
 */
public final class SnapshotTaker implements AutoCloseable {
  /** Tells how far all consumers of events have got, durably. */
  @FunctionalInterface
  public interface Cursors {
    /**
     * Makes durable what the consumers keep.
     *
     * @return the last event that no start need give to any of them again
     */
    long settle() throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(SnapshotTaker.class);
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long PAUSE_AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Journal journal;
  private final Snapshots snapshots;
  private final SnapshotPolicy policy;
  private final SnapshotRequest request;
  private final LongSupplier committed;
  private final Cursors cursors;
  private final ShadowEngine shadow;
  private final Thread thread = new Thread(this::run, "snapshot");
  private volatile boolean stopping;
  private long sealedAt;
  private long sealedNanos = System.nanoTime();
  private long notBefore = System.nanoTime();

  /**
   * A taker that does nothing before {@link #start}.
   *
   * @param sealedAt the position of the snapshot that the exchange began from, 0: none
   * @param engines makes engines that know nothing yet
   * @param committed the last record of the journal that may be read
   */
  public SnapshotTaker(
      Journal journal,
      Snapshots snapshots,
      SnapshotPolicy policy,
      long sealedAt,
      Supplier<MatchingEngine> engines,
      LongSupplier committed,
      Cursors cursors) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.policy = policy;
    this.sealedAt = sealedAt;
    this.committed = committed;
    this.cursors = cursors;
    request = new SnapshotRequest(snapshots.path());
    shadow = new ShadowEngine(journal, snapshots, engines, committed);
  }

  /** Starts the taker's thread. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Seals the state of an engine that stands still, at the journal's end.
   *
   * @throws IOException where it can't be sealed: the next start replays
   */
  public void sealAtEnd(MatchingEngine engine) throws IOException {
    if (engine.position() > sealedAt) {
      seal(engine);
    }
  }

  private void run() {
    while (!stopping) {
      LockSupport.parkNanos(this, TICK_NANOS);
      try {
        boolean asked = request.isThere();
        if (asked || isDue()) {
          take();
        }
        if (asked) {
          request.done();
        }
      } catch (IOException
          | RuntimeException
          | InternalError e) { // a full disk under a mapped file
        LOG.error("No snapshot could be taken; the next attempt follows in a while", e);
        notBefore = System.nanoTime() + PAUSE_AFTER_FAILURE_NANOS;
        request.failed(e);
      }
    }
  }

  private boolean isDue() {
    long now = System.nanoTime();
    long commands = committed.getAsLong() - sealedAt;
    if (now - notBefore < 0 || commands == 0) {
      return false;
    }
    boolean byCount = policy.everyCommands() > 0 && commands >= policy.everyCommands();
    long interval = TimeUnit.MINUTES.toNanos(policy.everyMinutes());
    return byCount || (interval > 0 && now - sealedNanos >= interval);
  }

  private void take() throws IOException {
    @Nullable MatchingEngine engine = shadow.follow(() -> stopping);
    if (engine != null && engine.position() > sealedAt) {
      seal(engine);
    }
  }

  private void seal(MatchingEngine engine) throws IOException {
    journal.forceUpTo(engine.position());
    Snapshot sealed = snapshots.seal(engine);
    sealedAt = sealed.position();
    sealedNanos = System.nanoTime();
    LOG.info("Snapshot at record {} with {} open orders", sealedAt, sealed.openOrderCount());
    long oldest = snapshots.prune(policy.keep(), cursors.settle());
    journal.removeBelow(oldest + 1, policy.archive());
  }

  /** Ends the thread; a snapshot that is being sealed is finished first. */
  public void stop() throws InterruptedException {
    stopping = true;
    LockSupport.unpark(thread);
    thread.join();
  }

  @Override
  public void close() throws IOException {
    shadow.close();
  }
}
