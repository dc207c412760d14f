package org.bourse.exchange.sequencer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** A sequencer on a journal of its own, with an instrument and sessions to enter orders on. */
final class SequencerRig implements AutoCloseable {
  static final int SESSIONS = 4;
  static final int DEFINITIONS = 1 + SESSIONS;

  /** Events that an order gives: its report, and what it has changed in the book. */
  static final int OF_AN_ORDER = 2;

  private static final Instrument ABC =
      new Instrument("ABC", 2, 0, 1, 1, 100_000_000, 1_000_000_000);
  private static final int ORDERS = 400_000;

  private final Journal journal;
  private final LocalSequencer sequencer;
  private @Nullable MatchingEngine sealed;

  SequencerRig(Path folder, Storage storage, Durability durability, int ringSize, int feedBytes)
      throws IOException {
    this(folder, storage, durability, ringSize, feedBytes, 8 << 20);
  }

  SequencerRig(
      Path folder,
      Storage storage,
      Durability durability,
      int ringSize,
      int feedBytes,
      long segmentBytes)
      throws IOException {
    journal = Journal.open(folder, segmentBytes, storage);
    MatchingEngine engine = new MatchingEngine(ORDERS, ORDERS);
    sequencer =
        new LocalSequencer(
            journal, engine, this::newest, durability, ringSize, () -> null, feedBytes);
  }

  private MatchingEngine newest(long atMostEventSeq) {
    MatchingEngine last = sealed;
    sealed = null;
    return last == null ? new MatchingEngine(1_000, 1_000) : last;
  }

  /** Has the next replay begin where the journal ends now, and takes off what is before that. */
  void sealHere() throws IOException {
    MatchingEngine engine = new MatchingEngine(ORDERS, ORDERS);
    try (JournalReader reader = journal.read(1)) {
      reader.read(
          (sequence, time, buffer, offset, length) ->
              engine.apply(sequence, time, buffer, offset, length, (event, at, size) -> {}),
          sequencer.committed());
    }
    journal.removeBelow(engine.position() + 1, null);
    sealed = engine;
  }

  LocalSequencer sequencer() {
    return sequencer;
  }

  /** Starts it and defines instrument and sessions. */
  SequencerRig start() {
    sequencer.start();
    offer(new DefineInstrument(0, ABC, true));
    for (int id = 0; id < SESSIONS; id++) {
      offer(new DefineSession(id, id, "S" + id, "P" + id));
    }
    return this;
  }

  /** A buy that rests, and gives one event. */
  static NewOrder order(int sessionId, int number) {
    return new NewOrder(sessionId, 0, number, 0, 1_000, 1, '1', '2', '0', false, "C" + number, "");
  }

  void offer(Command command) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    int length = Commands.encode(command, buffer, 0);
    while (!sequencer.offer(buffer, 0, length)) {
      LockSupport.parkNanos(10_000);
    }
  }

  boolean tryOffer(Command command) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    return sequencer.offer(buffer, 0, Commands.encode(command, buffer, 0));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    try (journal) {
      sequencer.stop();
    }
  }
}
