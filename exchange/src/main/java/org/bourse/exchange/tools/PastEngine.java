package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.MessageStoreScan;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.sequencer.PastReplay;
import org.bourse.exchange.sequencer.Recovery;
import org.bourse.exchange.snapshot.Snapshot;
import org.bourse.exchange.snapshot.Snapshots;
import org.jspecify.annotations.Nullable;

/** Brings engines to where they stood at a position of the journal. Changes nothing. */
final class PastEngine {
  private static final int ROOM = 1 << 14;

  private final DataFolder folder;
  private final Snapshots snapshots;
  private final List<Snapshot> sealed;
  private final JournalScan journal;

  /** Looks at a folder as it is now. */
  PastEngine(DataFolder folder) throws IOException {
    this.folder = folder;
    snapshots = Snapshots.readOnly(folder.snapshots(), Storage.disk());
    List<Snapshot> found = snapshots.sealed();
    journal = JournalScan.of(folder.journal(), Storage.disk());
    sealed = found.stream().filter(snapshot -> isOf(journal, snapshot)).toList();
  }

  /** Whether a snapshot may be of a journal; one with no segment says nothing against it. */
  static boolean isOf(JournalScan journal, Snapshot snapshot) {
    return journal.identity().orElse(snapshot.journal()) == snapshot.journal();
  }

  /** The journal's identity, or what the newest snapshot says where it has no segment. */
  long journal() {
    return journal.identity().orElseGet(() -> sealed.get(0).journal());
  }

  static MatchingEngine empty() {
    return new MatchingEngine(ROOM, ROOM);
  }

  /** The last position that can be had. */
  long last() {
    long last = journal.lastSequence();
    for (Snapshot snapshot : sealed) {
      last = Math.max(last, snapshot.position());
    }
    return last;
  }

  /**
   * The position of the last record at or before a time.
   *
   * @throws IOException where that is before all that is kept
   */
  long at(long nanos) throws IOException {
    long[] found = new long[1];
    for (Snapshot snapshot : sealed) {
      if (snapshot.time() <= nanos) {
        found[0] = Math.max(found[0], snapshot.position());
      }
    }
    journal.readAll(
        (sequence, time, buffer, offset, length) -> {
          if (time <= nanos) {
            found[0] = Math.max(found[0], sequence);
          }
        });
    if (found[0] == 0) {
      throw new IOException(
          "nothing that is kept was journaled at or before " + Times.text(nanos) + "; " + kept());
    }
    return found[0];
  }

  /**
   * An engine as it stood after a record.
   *
   * @throws IOException where that position can't be had; the message says which can
   */
  MatchingEngine engine(long position) throws IOException {
    boolean isThere = position <= last() && (position > 0 || last() == 0);
    MatchingEngine engine = isThere ? base(position) : null;
    if (engine == null) {
      throw new IOException("position " + position + " can't be had: " + kept());
    }
    try (PastReplay replay =
        new PastReplay(
            journal, engine, refused(), (seq, buffer, at, length) -> {}, (at, what) -> {})) {
      String end = replay.run(position);
      if (end != null) {
        throw new IOException("position " + position + " can't be had: " + end);
      }
    }
    return engine;
  }

  /** The newest sound engine at or below a position from which the journal reaches it. */
  private @Nullable MatchingEngine base(long position) {
    for (Snapshot snapshot : sealed) {
      boolean leadsThere =
          snapshot.position() == position
              || (snapshot.position() < position
                  && snapshot.position() >= journal.firstSequence() - 1);
      if (leadsThere && snapshot.engineVersion() == MatchingEngine.VERSION) {
        MatchingEngine engine = load(snapshot);
        if (engine != null) {
          return engine;
        }
      }
    }
    return journal.firstSequence() == 1 ? empty() : null;
  }

  private @Nullable MatchingEngine load(Snapshot snapshot) {
    try {
      MatchingEngine engine = empty();
      snapshots.verify(snapshot);
      snapshots.load(snapshot, engine);
      return engine;
    } catch (IOException e) {
      return null; // an older one or the journal leads there too, else the caller says so
    }
  }

  /** What the message log says was refused; none where it can't say. */
  private Recovery.RefusedRequests refused() throws IOException {
    return Files.isDirectory(folder.fix())
        ? MessageStoreScan.of(folder.fix(), Storage.disk())
        : new NothingRefused();
  }

  private String kept() {
    long first = journal.firstSequence() == 1 ? 1 : Long.MAX_VALUE;
    for (Snapshot snapshot : sealed) {
      if (snapshot.position() >= journal.firstSequence() - 1) {
        first = Math.min(first, snapshot.position());
      }
    }
    return first > last()
        ? "no position is kept"
        : "positions from " + first + " to " + last() + " are kept";
  }
}
