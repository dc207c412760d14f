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
  private boolean unanswered; // a failure that the disk would not even take the word of
  private boolean cleanUpDue;

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
   * Seals the state of an engine that stands still, at the journal's end, and removes what is then
   * too old. After {@link #stop}.
   *
   * @throws IOException where that can't be done: the next start replays, or there is more to
   *     remove
   */
  public void sealAtEnd(MatchingEngine engine) throws IOException {
    if (engine.position() > sealedAt) {
      seal(engine);
    }
    if (cleanUpDue) {
      cleanUp();
    }
  }

  private void run() {
    while (!stopping) {
      LockSupport.parkNanos(this, TICK_NANOS);
      attempt(this::takeIfDue, "No snapshot could be taken; the next attempt follows in a while");
      if (cleanUpDue && mayTryAgain()) {
        attempt(
            this::cleanUp,
            "A snapshot was sealed, but what is too old could not be removed; the next attempt"
                + " follows in a while");
      }
    }
  }

  private boolean mayTryAgain() {
    return System.nanoTime() - notBefore >= 0;
  }

  private interface Work {
    void run() throws IOException;
  }

  /** Whatever fails is tried again later; trading goes on without. */
  private void attempt(Work work, String failure) {
    try {
      work.run();
    } catch (IOException
        | RuntimeException
        | LinkageError
        | InternalError e) { // Chronicle without its compiler, a full disk under a mapped file
      LOG.error(failure, e);
      notBefore = System.nanoTime() + PAUSE_AFTER_FAILURE_NANOS;
      unanswered = !request.failed(e);
    }
  }

  private void takeIfDue() throws IOException {
    boolean asked = request.isThere();
    boolean askedAnew = asked && !unanswered;
    boolean retry = (asked || isDue()) && mayTryAgain();
    if (!askedAnew && !retry) {
      return;
    }
    @Nullable MatchingEngine engine = shadow.follow(() -> stopping);
    if (engine == null) {
      return; // a stop came between, and seals one itself
    }
    if (engine.position() > sealedAt) {
      seal(engine);
    }
    if (asked) {
      request.withdraw();
    }
    unanswered = false;
  }

  private boolean isDue() {
    long commands = committed.getAsLong() - sealedAt;
    if (commands == 0) {
      return false;
    }
    boolean byCount = policy.everyCommands() > 0 && commands >= policy.everyCommands();
    long interval = TimeUnit.MINUTES.toNanos(policy.everyMinutes());
    return byCount || (interval > 0 && System.nanoTime() - sealedNanos >= interval);
  }

  private void seal(MatchingEngine engine) throws IOException {
    journal.forceUpTo(engine.position());
    Snapshot sealed = snapshots.seal(engine);
    sealedAt = sealed.position();
    sealedNanos = System.nanoTime();
    cleanUpDue = true;
    LOG.info("Snapshot at record {} with {} open orders", sealedAt, sealed.openOrderCount());
  }

  /** Removes the snapshots, and the part of the journal, that no start needs any more. */
  private void cleanUp() throws IOException {
    long oldest = snapshots.prune(policy.keep(), cursors.settle());
    journal.removeBelow(oldest + 1, policy.archive());
    cleanUpDue = false;
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
