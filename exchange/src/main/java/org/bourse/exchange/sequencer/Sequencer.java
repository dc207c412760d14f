package org.bourse.exchange.sequencer;

import java.util.concurrent.locks.LockSupport;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;

/**
 * One order of all things: takes commands from any thread, and gives what came of them as a stream
 * of events.
 */
public interface Sequencer {
  /** Longest command, in bytes with its header. */
  int LONGEST_COMMAND = Commands.MAX_LENGTH;

  /** How long {@link #put} waits before it offers again. */
  long PAUSE_NANOS = 20_000;

  /**
   * Takes a copy of a command. That it was taken says nothing of its fate: its answer is an event,
   * which comes once the command is as durable as was configured. May be called by any thread;
   * never blocks.
   *
   * @param command an SBE message of the commands schema with its header, at most {@link
   *     #LONGEST_COMMAND} bytes
   * @return false where there is no room: nothing was taken, and the caller is to try again later
   * @throws IllegalArgumentException where the command is longer
   * @throws IllegalStateException where the sequencer has ended: nobody takes anything any more
   */
  boolean offer(DirectBuffer command, int offset, int length);

  /** As {@link #offer}, but waits while there is no room. An interrupt does not end the wait. */
  default void put(DirectBuffer command, int offset, int length) {
    while (!offer(command, offset, length)) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /**
   * As {@link #put(DirectBuffer, int, int)}, of a command as a value. For the edges; it allocates.
   */
  default void put(Command command) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[LONGEST_COMMAND]);
    put(buffer, 0, Commands.encode(command, buffer, 0));
  }

  /**
   * Waits until all that was offered before this call has been handled. Any thread but the
   * sequencer's own.
   *
   * @return the last event that was released by then
   */
  long awaitHandled();

  /**
   * The events after a certain one, for one consumer on one thread.
   *
   * @param afterEventSeq the last event that the consumer has
   */
  EventStream events(long afterEventSeq);

  /**
   * When the engine wants to be told the time, nanoseconds since 1970; MAX_VALUE: it waits for
   * nothing. Any thread.
   */
  long nextDue();
}
