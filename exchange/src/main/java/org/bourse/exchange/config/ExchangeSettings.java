package org.bourse.exchange.config;

import org.bourse.exchange.marketdata.FeedLimits;
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
 * @param http the HTTP server
 * @param venue the venue's own ways
 * @param marketData how market data is given out
 */
public record ExchangeSettings(
    Durability durability,
    JournalSettings journal,
    SnapshotSettings snapshot,
    EngineSettings engine,
    SequencerSettings sequencer,
    FixSection fix,
    HttpSettings http,
    VenueSettings venue,
    FeedLimits marketData) {

  /** Without HTTP, the venue and its market data as they are without any settings. */
  public ExchangeSettings(
      Durability durability,
      JournalSettings journal,
      SnapshotSettings snapshot,
      EngineSettings engine,
      SequencerSettings sequencer,
      FixSection fix) {
    this(
        durability,
        journal,
        snapshot,
        engine,
        sequencer,
        fix,
        HttpSettings.OFF,
        VenueSettings.PLAIN,
        FeedLimits.USUAL);
  }

  /** The same with another HTTP port. */
  public ExchangeSettings withHttpPort(int port) {
    return new ExchangeSettings(
        durability,
        journal,
        snapshot,
        engine,
        sequencer,
        fix,
        http.withPort(port),
        venue,
        marketData);
  }

  /** The same with another durability, as a command line may ask for. */
  public ExchangeSettings withDurability(Durability other) {
    return new ExchangeSettings(
        other, journal, snapshot, engine, sequencer, fix, http, venue, marketData);
  }
}
