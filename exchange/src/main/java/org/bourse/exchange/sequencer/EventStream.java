package org.bourse.exchange.sequencer;

import java.io.IOException;
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
  private final BroadcastReceiver receiver;
  private final UnsafeBuffer event = new UnsafeBuffer(new byte[LONGEST]);
  private final Waiter waiter = new Waiter();
  private long cursor;
  private long seenBatches;

  EventStream(EventFeed feed, Replay replay, long afterEventSeq) {
    this.feed = feed;
    this.replay = replay;
    receiver = new BroadcastReceiver(feed.buffer());
    cursor = afterEventSeq;
    feed.add(waiter);
  }

  /** Number of the last event that was given. */
  public long cursor() {
    return cursor;
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
    int given = 0;
    while (given < limit && receiver.receiveNext()) {
      int length = receiver.validate() ? receiver.length() : -1;
      if (length < SHORTEST || length > event.capacity()) {
        continue; // overtaken while looking: the next event shows the gap
      }
      event.putBytes(0, receiver.buffer(), receiver.offset(), length);
      if (receiver.validate()) {
        given += give(length, handler);
      }
    }
    return given;
  }

  private int give(int length, EventHandler handler) throws IOException {
    long eventSeq = event.getLong(MessageHeaderEncoder.ENCODED_LENGTH);
    if (eventSeq == 0) {
      handler.onEvent(eventSeq, event, 0, length);
      return 1;
    }
    int given = 0;
    if (eventSeq > cursor + 1) {
      long last = replay.run(cursor, eventSeq - 1, handler);
      given = (int) (last - cursor);
      cursor = last;
    }
    if (eventSeq > cursor) {
      cursor = eventSeq;
      handler.onEvent(eventSeq, event, 0, length);
      given++;
    }
    return given;
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
