package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Findings;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.sequencer.PastReplay;
import org.bourse.exchange.snapshot.SetAside;
import org.bourse.exchange.snapshot.Snapshot;
import org.bourse.exchange.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/** Verifies the snapshots: each by itself, then each against a replay of the journal. */
final class SnapshotCheck {
  private static final String MOVE_AWAY = "; move it away, an older one or the journal serves";

  private final Snapshots snapshots;
  private final Findings findings;
  private final List<Snapshot> sound = new ArrayList<>(); // oldest first

  SnapshotCheck(Path folder, Findings findings) {
    snapshots = Snapshots.readOnly(folder, Storage.disk());
    this.findings = findings;
  }

  /** Those that can be loaded, oldest first. */
  List<Snapshot> sound() {
    return sound;
  }

  /** Reads each snapshot's files and loads it. */
  void run() throws IOException {
    List<Path> damaged = new ArrayList<>();
    for (SetAside bad : snapshots.damage()) {
      damaged.add(bad.folder());
      fault(bad.folder(), bad.reason());
    }
    for (Snapshot snapshot : snapshots.sealed()) {
      if (damaged.contains(snapshot.folder())) {
        continue;
      }
      if (snapshot.engineVersion() != MatchingEngine.VERSION) {
        findings.note(
            snapshot.folder(), "is of engine version " + snapshot.engineVersion() + ", not loaded");
      } else if (load(snapshot) != null) {
        sound.add(0, snapshot);
      }
    }
  }

  /** What was removed meanwhile, as old ones are, is not missed. */
  private void fault(Path folder, String what) {
    if (Files.exists(folder)) {
      findings.fault(folder, what + MOVE_AWAY);
    }
  }

  private @Nullable MatchingEngine load(Snapshot snapshot) {
    try {
      MatchingEngine engine = PastEngine.empty();
      snapshots.load(snapshot, engine);
      return engine;
    } catch (IOException e) {
      fault(snapshot.folder(), Trouble.line(e));
      return null;
    }
  }

  /** All must be of this journal. */
  void requireSameJournal(JournalScan journal) {
    for (Snapshot snapshot : List.copyOf(sound)) {
      if (!PastEngine.isOf(journal, snapshot)) {
        sound.remove(snapshot);
        fault(snapshot.folder(), "is of another journal");
      }
    }
  }

  /** None may be of a record that the journal does not have. */
  void requireEnd(JournalScan journal) {
    for (Snapshot snapshot : sound) {
      if (snapshot.position() > journal.lastSequence()) {
        findings.fault(
            journal.fileOf(journal.lastSequence()),
            "its end is missing: "
                + snapshot.folder()
                + " was sealed at record "
                + snapshot.position()
                + ", but the journal ends at "
                + journal.lastSequence()
                + "; restore the journal, or move that snapshot away to go on without what is"
                + " lost");
      }
    }
  }

  /** An engine from which the whole journal can be replayed; null where there is none. */
  @Nullable MatchingEngine base(long firstSequence) {
    if (firstSequence == 1) {
      return PastEngine.empty();
    }
    for (Snapshot snapshot : sound) {
      if (snapshot.position() >= firstSequence - 1) {
        return load(snapshot);
      }
    }
    return null;
  }

  /**
   * Replays the journal, and compares each snapshot that is met.
   *
   * @return null, or why the journal was not replayed to its end
   */
  @Nullable String follow(PastReplay replay, MatchingEngine engine, long last) throws IOException {
    for (Snapshot snapshot : sound) {
      if (snapshot.position() > engine.position() && snapshot.position() <= last) {
        String end = replay.run(snapshot.position());
        if (end != null) {
          return end;
        }
        compare(snapshot, engine);
      }
    }
    return replay.run(last);
  }

  private void compare(Snapshot snapshot, MatchingEngine engine) {
    if (engine.stateHash() != snapshot.stateHash()
        || engine.eventSeq() != snapshot.eventSeq()
        || engine.lastTime() != snapshot.time()
        || engine.openOrderCount() != snapshot.openOrderCount()) {
      fault(snapshot.folder(), "its state is not what the journal gives");
    }
  }
}
