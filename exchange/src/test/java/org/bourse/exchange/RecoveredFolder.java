package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixGateway;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.fix.InvalidFixSettings;
import org.bourse.exchange.fix.MessageLogSettings;
import org.bourse.exchange.fix.SentNumbers;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.snapshot.Snapshots;

/**
 * What a start makes of a data folder before it changes anything else: the steps of {@link
 * Exchange} up to where the engine stands at the journal's end.
 *
 * @param stateHash of the engine, with each open order and its OrderID
 * @param nextSenders each session's next sender number, by its name
 */
record RecoveredFolder(
    long stateHash, long position, long eventSeq, Map<String, Integer> nextSenders) {
  private static final int SEGMENT = 4096;

  static RecoveredFolder of(Path data, Path fixSettings, Storage storage) throws IOException {
    LastRun run = LastRun.of(data, LastRun.bootId(), storage);
    Snapshots snapshots = Snapshots.open(data.resolve("snapshots"), storage);
    MatchingEngine engine;
    try (Journal journal = Journal.open(data.resolve("journal"), SEGMENT, storage);
        FixGateway gateway =
            FixGateway.open(
                FixSettings.load(fixSettings, OptionalInt.of(1)),
                data.resolve("fix"),
                new MessageLogSettings(SEGMENT, 1, false),
                false,
                run.powerLost(),
                storage)) {
      engine =
          Recovery.run(
                  journal,
                  snapshots,
                  () -> new MatchingEngine(1000, 1000),
                  gateway.recovery(),
                  gateway)
              .engine();
      gateway.requireKnown(engine.eventSeq());
    } catch (InvalidFixSettings e) {
      throw new IllegalStateException(e);
    }
    return new RecoveredFolder(
        engine.stateHash(),
        engine.position(),
        engine.eventSeq(),
        SentNumbers.next(data.resolve("fix"), storage));
  }

  /** Whether the book is the same, and no session goes on with a number that its client has. */
  boolean isNoWorseThan(RecoveredFolder whole, Map<String, Integer> nextTargets) {
    return stateHash == whole.stateHash
        && position == whole.position
        && eventSeq == whole.eventSeq
        && nextTargets.entrySet().stream()
            .allMatch(s -> nextSenders.getOrDefault(s.getKey(), 0) >= s.getValue());
  }
}
