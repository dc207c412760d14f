package org.bourse.exchange.sequencer;

import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Where a start stands after recovery.
 *
 * @param engine in the state that the journal's end tells
 * @param base the snapshot that it began from, null: the journal's first record
 * @param replayed how many commands were replayed
 */
public record Recovered(MatchingEngine engine, @Nullable Snapshot base, long replayed) {
  /** The position of the snapshot, 0: none. */
  public long snapshotPosition() {
    return base == null ? 0 : base.position();
  }
}
