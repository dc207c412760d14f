package org.bourse.exchange.sequencer;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.jspecify.annotations.Nullable;

/**
 * Gives events again, by an engine of its own that follows the journal. For one consumer, on its
 * thread.
 */
final class Replay implements EventSink, AutoCloseable {
  private static final int STEP = 256;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private final Journal journal;
  private final SealedStates states;
  private final LongSupplier committed;
  private @Nullable MatchingEngine engine;
  private @Nullable JournalReader reader;
  private EventHandler handler = (eventSeq, buffer, offset, length) -> {};
  private long after;
  private long usedNanos;

  /**
   * A replay of a journal that may still be written.
   *
   * @param states where to begin
   * @param committed the last record that may be read
   */
  Replay(Journal journal, SealedStates states, LongSupplier committed) {
    this.journal = journal;
    this.states = states;
    this.committed = committed;
  }

  /**
   * Gives the events after one, at least up to another that has been released.
   *
   * @return the last that was given
   */
  long run(long afterEventSeq, long upTo, EventHandler to) throws IOException {
    if (reader != null && reader.nextSequence() < journal.firstSequence()) {
      close(); // what it would read next is gone
    }
    if (engine == null || reader == null) {
      engine = states.newest(afterEventSeq);
      reader = journal.read(engine.position() + 1);
    }
    after = afterEventSeq;
    handler = to;
    MatchingEngine shadow = engine;
    while (shadow.eventSeq() < upTo) {
      long last = Math.min(reader.nextSequence() + STEP - 1, committed.getAsLong());
      long read =
          reader.read(
              (sequence, time, buffer, offset, length) ->
                  shadow.apply(sequence, time, buffer, offset, length, this),
              last);
      if (read == 0) {
        throw new IOException(
            "The journal ends at record "
                + (reader.nextSequence() - 1)
                + " with event "
                + shadow.eventSeq()
                + ", but event "
                + upTo
                + " was released");
      }
    }
    usedNanos = System.nanoTime();
    return shadow.eventSeq();
  }

  /** Lets go of its engine where it was not needed for long. */
  void closeIfIdle() throws IOException {
    if (engine != null && System.nanoTime() - usedNanos > IDLE_NANOS) {
      close();
    }
  }

  @Override
  public void onEvent(DirectBuffer buffer, int offset, int length) {
    long eventSeq = buffer.getLong(offset + MessageHeaderEncoder.ENCODED_LENGTH);
    if (eventSeq > after) {
      handler.onEvent(eventSeq, buffer, offset, length);
    }
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
      reader = null;
    }
    engine = null;
  }
}
