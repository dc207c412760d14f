package org.bourse.exchange.sequencer;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.LiteBlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.model.Durability;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sequencer of one process: a ring that all gateways put into, and one thread that takes what
 * has come as a batch, journals it, lets the engine carry it out, and releases the events. Nothing
 * is released before its command is as durable as was asked.
 *
 * <p>Where the journal fails, order entry halts until a restart: from the batch that failed on,
 * each request is refused, and nothing more is journaled, carried out or forced.
 */
public final class LocalSequencer implements Sequencer {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSequencer.class);
  private static final int FEED_BYTES = 1 << 25;
  private static final int LARGEST_BATCH = 1024;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final long DRAIN_PAUSE_NANOS = 100_000;
  private static final long HANDLED_PAUSE_NANOS = 20_000;

  private final Journal journal;
  private final MatchingEngine engine;
  private final boolean force;
  private final SealedStates states;
  private final Supplier<@Nullable IOException> roomElsewhere;
  private final EventFeed feed;
  private final HaltAnswers haltAnswers = new HaltAnswers();
  private final RingBuffer<CommandSlot> ring;
  private final BatchEventProcessor<CommandSlot> processor;
  private final Thread thread;
  private final CommandSlot[] batch = new CommandSlot[LARGEST_BATCH];
  private final long[] times = new long[LARGEST_BATCH];
  private final AtomicLong committed;
  private final AtomicLong releasedEventSeq;
  private final AtomicLong nextDue;
  private int batched;
  private int released;
  private long releasedPlace = -1;
  private long firstOfBatch;
  private long lastTime;
  private volatile @Nullable Throwable haltCause;
  private volatile boolean ended;

  /**
   * A sequencer that goes on where a journal and the engine that has replayed it stand.
   *
   * @param states from which the replay of an overtaken consumer begins
   * @param ringSize commands that may wait, a power of two
   * @param roomElsewhere why a consumer will soon have no room to keep what it must, null: it has;
   *     read by the sequencer's thread with each batch
   */
  public LocalSequencer(
      Journal journal,
      MatchingEngine engine,
      SealedStates states,
      Durability durability,
      int ringSize,
      Supplier<@Nullable IOException> roomElsewhere) {
    this(journal, engine, states, durability, ringSize, roomElsewhere, FEED_BYTES);
  }

  /**
   * As the other, with a feed of another size.
   *
   * @param feedBytes a power of two: how far a consumer may fall behind before it must replay
   */
  LocalSequencer(
      Journal journal,
      MatchingEngine engine,
      SealedStates states,
      Durability durability,
      int ringSize,
      Supplier<@Nullable IOException> roomElsewhere,
      int feedBytes) {
    feed = new EventFeed(feedBytes);
    this.states = states;
    this.roomElsewhere = roomElsewhere;
    this.journal = journal;
    this.engine = engine;
    force = durability == Durability.DISK;
    committed = new AtomicLong(journal.nextSequence() - 1);
    releasedEventSeq = new AtomicLong(engine.eventSeq());
    nextDue = new AtomicLong(engine.nextDue());
    lastTime = engine.lastTime();
    ring =
        RingBuffer.createMultiProducer(CommandSlot::new, ringSize, new LiteBlockingWaitStrategy());
    processor =
        new BatchEventProcessorBuilder()
            .setMaxBatchSize(LARGEST_BATCH)
            .build(ring, ring.newBarrier(), this::onCommand);
    processor.setExceptionHandler(new LastResort(this));
    ring.addGatingSequences(processor.getSequence());
    thread = new Thread(this::run, "sequencer");
  }

  /** Starts the sequencer's thread. */
  public void start() {
    thread.start();
  }

  private void run() {
    try {
      processor.run();
    } finally {
      ended = true;
    }
  }

  @Override
  public boolean offer(DirectBuffer command, int offset, int length) {
    if (length > LONGEST_COMMAND) {
      throw new IllegalArgumentException("a command of " + length + " bytes");
    }
    if (ended) {
      throw new IllegalStateException("the sequencer has ended");
    }
    long place;
    try {
      place = ring.tryNext();
    } catch (InsufficientCapacityException full) {
      return false;
    }
    try {
      ring.get(place).set(command, offset, length);
    } finally {
      ring.publish(place);
    }
    return true;
  }

  @Override
  public long awaitHandled() {
    long upTo = ring.getCursor();
    while (processor.getSequence().get() < upTo && thread.isAlive()) {
      LockSupport.parkNanos(this, HANDLED_PAUSE_NANOS);
    }
    return releasedEventSeq.get();
  }

  @Override
  public EventStream events(long afterEventSeq) {
    return new EventStream(
        feed, new Replay(journal, states, committed::get), releasedEventSeq::get, afterEventSeq);
  }

  /** The last record of the journal that is as durable as was asked. Any thread. */
  public long committed() {
    return committed.get();
  }

  @Override
  public long nextDue() {
    return nextDue.get();
  }

  /** Why order entry is halted, null where it is not. */
  public @Nullable Throwable haltCause() {
    return haltCause;
  }

  /**
   * Handles what has been offered, then stops. Nothing may be offered any more. Leaves the journal
   * open.
   *
   * @throws InterruptedException where this thread is interrupted meanwhile
   */
  public void stop() throws InterruptedException {
    if (!thread.isAlive()) {
      return;
    }
    while (thread.isAlive() && processor.getSequence().get() < ring.getCursor()) {
      LockSupport.parkNanos(this, DRAIN_PAUSE_NANOS);
    }
    processor.halt();
    thread.join();
  }

  private void onCommand(CommandSlot command, long sequence, boolean endOfBatch) {
    if (haltCause != null) {
      haltAnswers.refuse(command.buffer(), now(), feed);
      if (endOfBatch) {
        feed.signal();
      }
      return;
    }
    long time = now();
    long position = journal.append(time, command.buffer(), 0, command.length());
    if (batched == 0) {
      firstOfBatch = position;
    }
    batch[batched] = command;
    times[batched] = time;
    batched++;
    if (endOfBatch) {
      finishBatch(sequence);
    }
  }

  /**
   * Makes the batch durable, and carries it out.
   *
   * @param sequence place in the ring of its last command
   */
  private void finishBatch(long sequence) {
    IOException noRoom = noRoom();
    if (noRoom != null) {
      halt(noRoom);
      return;
    }
    try {
      journal.commit(force);
    } catch (IOException | RuntimeException e) {
      halt(e);
      return;
    }
    committed.lazySet(firstOfBatch + batched - 1);
    for (; released < batched; released++) {
      CommandSlot command = batch[released];
      engine.apply(
          firstOfBatch + released, times[released], command.buffer(), 0, command.length(), feed);
    }
    releasedPlace = sequence;
    released = 0;
    batched = 0;
    releasedEventSeq.lazySet(engine.eventSeq());
    nextDue.lazySet(engine.nextDue());
    feed.signal();
  }

  /**
   * Halts order entry after what nobody expected: going on could tell a client what is not in the
   * journal. On the sequencer's thread.
   *
   * @param place in the ring of the command that was being handled
   * @param inHand that command
   */
  void halt(Throwable cause, long place, CommandSlot inHand) {
    boolean isReleased = place <= releasedPlace;
    boolean isOfBatch = batched > 0 && batch[batched - 1] == inHand;
    halt(cause);
    if (!isOfBatch && !isReleased) {
      haltAnswers.refuse(inHand.buffer(), now(), feed);
      feed.signal();
    }
  }

  /** Halts order entry and refuses what was in hand. On the sequencer's thread. */
  void halt(Throwable cause) {
    if (haltCause == null) {
      haltCause = cause;
      LOG.error(
          "Order entry is halted, every request is refused until a restart: {}",
          cause instanceof IOException ? "what it acknowledges can't be kept" : "unexpected fault",
          cause);
    }
    for (; released < batched; released++) {
      haltAnswers.refuse(batch[released].buffer(), times[released], feed);
    }
    released = 0;
    batched = 0;
    feed.signal();
  }

  /** Why there will soon be no room. Known while there is still some, which the refusals need. */
  private @Nullable IOException noRoom() {
    IOException inJournal = journal.preparationFailure();
    return inJournal != null ? inJournal : roomElsewhere.get();
  }

  private long now() {
    lastTime = Math.max(lastTime, System.currentTimeMillis() * NANOS_PER_MILLI);
    return lastTime;
  }
}
