package org.bourse.exchange.sequencer;

import static org.agrona.concurrent.broadcast.BroadcastBufferDescriptor.TRAILER_LENGTH;

import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;
import org.bourse.exchange.engine.EventSink;

/**
 * The newest events, in a ring that its one writer never waits for: a consumer that is overtaken
 * finds a gap and goes to the journal for what it missed.
 */
final class EventFeed implements EventSink {
  private static final int EVENT = 1;

  private final UnsafeBuffer buffer;
  private final BroadcastTransmitter transmitter;
  private final AtomicLong batches = new AtomicLong();
  private volatile Waiter[]
      waiters = {}; // replaced as a whole, and looped over without an iterator

  /**
   * A feed of a certain size.
   *
   * @param bytes a power of two
   */
  EventFeed(int bytes) {
    ByteBuffer memory =
        BufferUtil.allocateDirectAligned(bytes + TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH);
    buffer = new UnsafeBuffer(memory);
    transmitter = new BroadcastTransmitter(buffer);
  }

  @Override
  public void onEvent(DirectBuffer event, int offset, int length) {
    transmitter.transmit(EVENT, event, offset, length);
  }

  /** Wakes the consumers that wait. To be called after a batch of events. */
  void signal() {
    batches.lazySet(batches.getPlain() + 1);
    VarHandle.fullFence(); // a consumer that announces a wait after this sees the batch
    for (Waiter waiter : waiters) {
      waiter.signal();
    }
  }

  /** How many batches have been signaled. */
  long batches() {
    return batches.get();
  }

  UnsafeBuffer buffer() {
    return buffer;
  }

  synchronized void add(Waiter waiter) {
    waiters = Stream.concat(Stream.of(waiters), Stream.of(waiter)).toArray(Waiter[]::new);
  }

  synchronized void remove(Waiter waiter) {
    waiters = Stream.of(waiters).filter(other -> other != waiter).toArray(Waiter[]::new);
  }
}
