package org.bourse.exchange.config;

import org.bourse.exchange.model.Durability;

/**
 * What {@code exchange.yaml} says.
 *
 * @param durability when an acknowledgement may leave
 * @param journal the command journal
 * @param snapshot when the engine's state is sealed
 * @param engine how large the engine's structures begin
 * @param sequencer the one writer
 * @param fix the FIX acceptor
 */
public record ExchangeSettings(
    Durability durability,
    JournalSettings journal,
    SnapshotSettings snapshot,
    EngineSettings engine,
    SequencerSettings sequencer,
    FixSection fix) {

  /** The same with another durability, as a command line may ask for. */
  public ExchangeSettings withDurability(Durability other) {
    return new ExchangeSettings(other, journal, snapshot, engine, sequencer, fix);
  }
}
