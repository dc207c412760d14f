package org.bourse.exchange.sequencer;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;

/**
 * All events after a certain one, each once and in order, for one consumer on one thread. The
 * newest come from memory; where the consumer was overtaken, it gets what it missed by a replay of
 * the journal on its own thread, and the order path never waits for it.
 */
public final class EventStream implements AutoCloseable {
  private static final int SHORTEST = MessageHeaderEncoder.ENCODED_LENGTH + Long.BYTES;
  private static final int LONGEST = 4096;

  private final EventFeed feed;
  private final Replay replay;
  private final LongSupplier released;
  private final UnsafeBuffer event = new UnsafeBuffer(new byte[LONGEST]);
  private final Waiter waiter = new Waiter();
  private BroadcastReceiver receiver;
  private long cursor;
  private long seenBatches;

  /**
   * A stream.
   *
   * @param released the last event that has been released
   */
  EventStream(EventFeed feed, Replay replay, LongSupplier released, long afterEventSeq) {
    this.feed = feed;
    this.replay = replay;
    this.released = released;
    receiver = new BroadcastReceiver(feed.buffer());
    cursor = afterEventSeq;
    feed.add(waiter);
  }

  /** Number of the last event that was given. */
  public long cursor() {
    return cursor;
  }

  /** How many events have been released that were not given yet. */
  public long behind() {
    return released.getAsLong() - cursor;
  }

  /**
   * Gives events that are there.
   *
   * @param limit most events to give, unless a replay is needed, which gives all that was missed
   * @return how many were given; 0 where there are none
   * @throws IOException where the journal can't be read
   */
  public int poll(EventHandler handler, int limit) throws IOException {
    seenBatches = feed.batches();
    long upTo = released.getAsLong();
    replay.closeIfIdle();
    int given = 0;
    while (given < limit) {
      if (!receiver.receiveNext()) {
        return given + catchUp(upTo, handler);
      }
      int length = receiver.length();
      boolean isEvent = length >= SHORTEST && length <= event.capacity();
      if (isEvent) {
        event.putBytes(0, receiver.buffer(), receiver.offset(), length);
      }
      if (isEvent && receiver.validate()) {
        given += give(length, handler);
      } else {
        // overtaken while looking, so where the receiver would go on is chance: the newest event
        // shows the gap
        receiver = new BroadcastReceiver(feed.buffer());
      }
    }
    return given;
  }

  private int give(int length, EventHandler handler) throws IOException {
    long eventSeq = event.getLong(MessageHeaderEncoder.ENCODED_LENGTH);
    if (eventSeq == 0) {
      int missed = catchUp(released.getAsLong(), handler); // a halt: no numbered event follows
      handler.onEvent(eventSeq, event, 0, length);
      return missed + 1;
    }
    int given = catchUp(eventSeq - 1, handler);
    if (eventSeq > cursor) {
      cursor = eventSeq;
      handler.onEvent(eventSeq, event, 0, length);
      given++;
    }
    return given;
  }

  /** Gives the events that were missed, by a replay. */
  private int catchUp(long upTo, EventHandler handler) throws IOException {
    if (upTo <= cursor) {
      return 0;
    }
    long before = cursor;
    cursor = replay.run(cursor, upTo, handler);
    return (int) (cursor - before);
  }

  /** Waits until there may be events, at most so long. */
  public void await(long nanos) {
    waiter.prepare();
    if (feed.batches() == seenBatches) {
      waiter.await(nanos);
    } else {
      waiter.cancel();
    }
  }

  /** Ends a wait. Any thread. */
  public void wake() {
    waiter.signal();
  }

  @Override
  public void close() throws IOException {
    feed.remove(waiter);
    replay.close();
  }
}
