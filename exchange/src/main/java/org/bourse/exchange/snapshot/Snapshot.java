package org.bourse.exchange.snapshot;

import java.nio.file.Path;

/**
 * A sealed snapshot, as its manifest describes it. Whether its files are still as described is
 * another question, which {@link Snapshots#verify} asks.
 *
 * @param folder where it is
 * @param journal identity of the journal that it is of
 * @param engineVersion the engine that it is of
 * @param position place in the journal of the last command that it holds
 * @param time time of that command, nanoseconds since 1970, UTC
 * @param eventSeq number of the last event up to there
 * @param openOrderCount orders that rest in a book
 * @param orderCount orders there have been, open and done
 * @param stateHash what {@code MatchingEngine.stateHash} gives at that position
 * @param openOrders the Chronicle Map
 * @param state the rest of the engine's state
 */
public record Snapshot(
    Path folder,
    long journal,
    int engineVersion,
    long position,
    long time,
    long eventSeq,
    long openOrderCount,
    long orderCount,
    long stateHash,
    SealedFile openOrders,
    SealedFile state) {

  /** Bytes of its files. */
  public long length() {
    return openOrders.length() + state.length();
  }
}
