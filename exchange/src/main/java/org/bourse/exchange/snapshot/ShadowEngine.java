package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.jspecify.annotations.Nullable;

/**
 * A second engine that follows the journal, so that the first one need not stand still while its
 * state is sealed. It holds no more than what the journal has made durable. One thread.
 */
final class ShadowEngine implements AutoCloseable {
  private static final int STEP = 10_000;
  private static final EventSink NOBODY = (event, offset, length) -> {};

  private final Journal journal;
  private final Snapshots snapshots;
  private final Supplier<MatchingEngine> engines;
  private final LongSupplier committed;
  private @Nullable MatchingEngine engine;
  private @Nullable JournalReader reader;

  /**
   * A shadow that has read nothing yet.
   *
   * @param engines makes engines that know nothing yet
   * @param committed the last record that may be read
   */
  ShadowEngine(
      Journal journal,
      Snapshots snapshots,
      Supplier<MatchingEngine> engines,
      LongSupplier committed) {
    this.journal = journal;
    this.snapshots = snapshots;
    this.engines = engines;
    this.committed = committed;
  }

  /**
   * Follows the journal to where it stands now.
   *
   * @param stopping asked at times: a stop need not wait
   * @return the engine, null where it was stopped on the way
   * @throws IOException where the journal or the snapshot to begin from can't be read; the shadow
   *     begins anew next time
   */
  @Nullable MatchingEngine follow(BooleanSupplier stopping) throws IOException {
    try {
      MatchingEngine shadow = engine == null ? begin() : engine;
      JournalReader from = reader == null ? journal.read(shadow.position() + 1) : reader;
      engine = shadow;
      reader = from;
      long upTo = committed.getAsLong();
      while (from.nextSequence() <= upTo) {
        if (stopping.getAsBoolean()) {
          return null;
        }
        from.read(
            (sequence, time, buffer, offset, length) ->
                apply(shadow, sequence, time, buffer, offset, length),
            Math.min(upTo, from.nextSequence() + STEP - 1));
      }
      return shadow;
    } catch (IOException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private MatchingEngine begin() throws IOException {
    Snapshots.Loaded newest = snapshots.loadNewest(Long.MAX_VALUE, engines);
    return newest == null ? engines.get() : newest.engine();
  }

  private static void apply(
      MatchingEngine shadow,
      long sequence,
      long time,
      DirectBuffer buffer,
      int offset,
      int length) {
    shadow.apply(sequence, time, buffer, offset, length, NOBODY);
  }

  @Override
  public void close() throws IOException {
    engine = null;
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }
}
