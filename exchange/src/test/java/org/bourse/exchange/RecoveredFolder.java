package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.config.EngineSettings;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.FixSection;
import org.bourse.exchange.config.JournalSettings;
import org.bourse.exchange.config.MessageStoreKind;
import org.bourse.exchange.config.MessageStoreSettings;
import org.bourse.exchange.config.SequencerSettings;
import org.bourse.exchange.config.SnapshotSettings;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.fix.InvalidFixSettings;
import org.bourse.exchange.fix.SentNumbers;
import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;

/**
 * What a start makes of a data folder before it changes anything else: the engine at the journal's
 * end.
 *
 * @param stateHash of the engine, with each open order and its OrderID
 * @param nextSenders each session's next sender number, by its name
 */
record RecoveredFolder(
    long stateHash, long position, long eventSeq, Map<String, Integer> nextSenders) {
  private static final int SEGMENT = 4096;
  private static final int ORDERS = 1000;
  private static final ExchangeSettings SETTINGS =
      new ExchangeSettings(
          Durability.OS,
          new JournalSettings(SEGMENT, null),
          new SnapshotSettings(0, 0, 2),
          new EngineSettings(ORDERS, ORDERS),
          new SequencerSettings(1024),
          new FixSection(
              Path.of("fix.cfg"), new MessageStoreSettings(MessageStoreKind.LOG, SEGMENT, 1)));

  static RecoveredFolder of(Path data, Path fixSettings, Storage storage) throws IOException {
    Environment environment = new Environment(storage, storage, storage, LastRun.bootId());
    MatchingEngine engine;
    try (OpenDataFolder opened =
        OpenDataFolder.open(
            data, SETTINGS, load(fixSettings), Participants.of(List.of()), environment)) {
      engine = opened.engine();
    }
    return new RecoveredFolder(
        engine.stateHash(),
        engine.position(),
        engine.eventSeq(),
        SentNumbers.next(data.resolve("fix"), storage));
  }

  private static FixSettings load(Path fixSettings) throws IOException {
    try {
      return FixSettings.load(fixSettings, OptionalInt.of(1));
    } catch (InvalidFixSettings e) {
      throw new IllegalStateException(e);
    }
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
