package org.bourse.exchange.snapshot;

import java.io.IOException;
import org.bourse.exchange.engine.MatchingEngine;
import org.jspecify.annotations.Nullable;

/** The snapshot that a start would begin from. */
final class NewestSnapshot {
  private static final int ORDERS = 10;

  private NewestSnapshot() {}

  /** The newest that can be loaded and holds no event after one; null where there is none. */
  static @Nullable Snapshot of(Snapshots snapshots, long atMostEventSeq) throws IOException {
    Snapshots.Loaded loaded =
        snapshots.loadNewest(atMostEventSeq, () -> new MatchingEngine(ORDERS, ORDERS));
    return loaded == null ? null : loaded.snapshot();
  }
}
