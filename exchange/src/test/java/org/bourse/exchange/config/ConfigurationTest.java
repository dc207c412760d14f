package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bourse.exchange.marketdata.FeedLimits;
import org.bourse.exchange.marketdata.WhenSlow;
import org.bourse.exchange.model.Durability;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.Profile;
import org.bourse.exchange.model.TradingRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {

  private static final ExchangeSettings DEFAULTS =
      new ExchangeSettings(
          Durability.DISK,
          new JournalSettings(64L << 20, null),
          new SnapshotSettings(1_000_000, 60, 3),
          new EngineSettings(100_000, 500_000),
          new SequencerSettings(4096),
          new FixSection(
              Path.of("fix.cfg"),
              new MessageStoreSettings(MessageStoreKind.LOG, 64L << 20, 100_000)),
          new HttpSettings("127.0.0.1", 8080),
          new VenueSettings(true, 0),
          new FeedLimits(1 << 20, WhenSlow.CONFLATE, Duration.ofSeconds(30), 16 << 20));

  private final Path temporary;
  private final ConfigFolder folder;

  ConfigurationTest(@TempDir Path temporary) throws IOException {
    this.temporary = temporary;
    this.folder = ConfigFolder.valid(temporary);
  }

  @Test
  void shouldLoadShippedFolder() throws Exception {
    Configuration shipped = Configuration.load(ConfigFolder.SHIPPED);

    assertThat(shipped.exchange()).isEqualTo(defaults(ConfigFolder.SHIPPED));
    assertThat(shipped.instruments())
        .containsExactly(cents("ABC"), cents("XYZ"), cents("AAPL"), cents("TEST"));
  }

  @Test
  void shouldTakeDefaultsThatTheShippedFileShows() throws Exception {
    folder.exchange("{}");

    assertThat(folder.load().exchange()).isEqualTo(defaults(temporary));
  }

  @Test
  void shouldReadEachKeyOfExchange() throws Exception {
    Files.createFile(temporary.resolve("other.cfg"));
    folder.exchange(
        "durability: os",
        "journal: {segment-size: 1gb, archive: old}",
        "snapshot: {every-commands: 0, every-minutes: 7, keep: 2}",
        "engine: {expected-open-orders: 1000, expected-orders-per-day: 50_000_000}",
        "sequencer: {ring-size: 64}",
        "fix:",
        "  settings: 'other.cfg'",
        "  message-store:",
        "    segment-size: 1024 KB",
        "    retain: 2000",
        "http: {address: localhost, port: 0}",
        "venue: {controls: off, profile: {pending-acks: on-arrival, reopen-by-replace: on,"
            + " chaining: off}}",
        "market-data: {queue: 64KB, when-slow: cut, cut-after: 1h, bandwidth: 1GB}");

    assertThat(folder.load().exchange())
        .isEqualTo(
            new ExchangeSettings(
                Durability.OS,
                new JournalSettings(1L << 30, Path.of("old")),
                new SnapshotSettings(0, 7, 2),
                new EngineSettings(1_000, 50_000_000),
                new SequencerSettings(64),
                new FixSection(
                    temporary.resolve("other.cfg"),
                    new MessageStoreSettings(MessageStoreKind.LOG, 1L << 20, 2000)),
                new HttpSettings("localhost", 0),
                new VenueSettings(
                    false,
                    Profile.PENDING_ACKS
                        | Profile.ACKS_ON_ARRIVAL
                        | Profile.REOPEN_BY_REPLACE
                        | Profile.NO_CHAINING),
                new FeedLimits(64 << 10, WhenSlow.CUT, Duration.ofHours(1), 1 << 30)));
  }

  @Test
  void shouldReadEachKeyOfInstrument() throws Exception {
    folder.instruments(
        "instruments:",
        "- symbol: EUR/USD",
        "  tick: 0.00005",
        "  lot: 0.1",
        "  price-scale: 6",
        "  quantity-scale: 3",
        "  max-price: 10.000007",
        "  max-quantity: 1_000_000.5");

    assertThat(folder.instrument())
        .isEqualTo(new Instrument("EUR/USD", 6, 3, 50, 100, 10_000_007, 1_000_000_500));
  }

  @Test
  void shouldReadHowAnInstrumentIsTraded() throws Exception {
    folder.instruments(
        "instruments:",
        "- symbol: ABC",
        "  tick: 0.01",
        "  reference-price: 10.5",
        "  price-band: 7.5",
        "  volatility-band: 0.25",
        "  volatility-auction: 2m",
        "  market-protection: 1000",
        "  stop-trigger: quote",
        "  post-only: reprice");

    assertThat(folder.instrument().trading())
        .isEqualTo(new TradingRules(1_050, 750, 25, 120_000, 100_000, true, true));
  }

  @Test
  void shouldHoldAVolatilityAuctionOfHalfAMinuteByDefault() throws Exception {
    folder.instruments("instruments: [{symbol: ABC, tick: 0.01, volatility-band: 10}]");

    assertThat(folder.instrument().trading())
        .isEqualTo(new TradingRules(0, 0, 1_000, 30_000, 0, false, false));
  }

  @Test
  void shouldTakeScaleFromStepAsWritten() throws Exception {
    folder.instruments("instruments: [{symbol: A, tick: 0.50, lot: 100}]");

    assertThat(folder.instrument())
        .isEqualTo(new Instrument("A", 2, 0, 50, 100, 100_000_000, 1_000_000_000));
  }

  @Test
  void shouldLowerDefaultMaximumToLargestQuantity() throws Exception {
    folder.instruments("instruments: [{symbol: A, tick: 5, lot: 0.000000001}]");

    assertThat(folder.instrument())
        .isEqualTo(new Instrument("A", 0, 9, 5, 1, 1_000_000, Instrument.LARGEST));
  }

  @Test
  void shouldKeepSymbolsThatYamlTakesForSomethingElse() throws Exception {
    folder.instruments(
        "instruments:",
        "- {symbol: NO, tick: 1}",
        "- {symbol: 1e3, tick: 1}",
        "- {symbol: 007, tick: 1}",
        "- {symbol: on, tick: 1}",
        "- {symbol: null, tick: 1}",
        "- {symbol: ~, tick: 1}",
        "- {symbol: 2026-01-01, tick: 1}",
        "- {symbol: 12:30:00, tick: 1}",
        "- {symbol: A=B, tick: 1}");

    assertThat(folder.load().instruments())
        .extracting(Instrument::symbol)
        .containsExactly("NO", "1e3", "007", "on", "null", "~", "2026-01-01", "12:30:00", "A=B");
  }

  @Test
  void shouldReadFilesOfOtherEditors() throws Exception {
    folder.exchange("\uFEFF---\r", "durability: os\t# caf\u00e9\r", "\r", "...\r");

    assertThat(folder.load().exchange().durability()).isEqualTo(Durability.OS);
  }

  @Test
  void shouldReplaceDurability() throws Exception {
    Configuration given = folder.load();

    Configuration other = given.withExchange(given.exchange().withDurability(Durability.OS));

    assertThat(other.exchange().durability()).isEqualTo(Durability.OS);
    assertThat(other.exchange().withDurability(Durability.DISK)).isEqualTo(given.exchange());
    assertThat(other.instruments()).isEqualTo(given.instruments());
  }

  @Test
  void shouldReportAllFaultsOfBothFilesInOrderOfLines() throws Exception {
    folder.exchange(
        "journal:",
        "  segment-size: 64",
        "durabilty: disk",
        "sequencer:",
        "  ring-size: 1000",
        "journal: {}");
    folder.instruments(
        "instruments:",
        "  - symbol: ABC",
        "    tick: 0.01",
        "  - symbol: ABC",
        "    tick: -0.01",
        "    lot: none",
        "  - tick: 0.05",
        "    max-price: 0.01");

    assertThat(folder.faults())
        .containsExactly(
            "config/exchange.yaml:2: journal.segment-size: must be a size such as 64MB, was \"64\"",
            "config/exchange.yaml:3: durabilty: unknown key, did you mean \"durability\"?",
            "config/exchange.yaml:5: sequencer.ring-size: must be a power of two, was 1000, next"
                + " are 512 and 1024",
            "config/exchange.yaml:6: journal: given twice, first in line 1",
            "config/instruments.yaml:4: instruments[1].symbol: given twice, first by instruments[0]"
                + " in line 2, was \"ABC\"",
            "config/instruments.yaml:5: instruments[1].tick: must be above 0, was -0.01",
            "config/instruments.yaml:6: instruments[1].lot: must be a number such as 100 or 0.01,"
                + " was \"none\"",
            "config/instruments.yaml:7: instruments[2].symbol: missing",
            "config/instruments.yaml:8: instruments[2].max-price: below tick 0.05, was 0.01");
  }

  private static ExchangeSettings defaults(Path path) {
    FixSection fix = new FixSection(path.resolve("fix.cfg"), DEFAULTS.fix().messageStore());
    return new ExchangeSettings(
        DEFAULTS.durability(),
        DEFAULTS.journal(),
        DEFAULTS.snapshot(),
        DEFAULTS.engine(),
        DEFAULTS.sequencer(),
        fix,
        DEFAULTS.http(),
        DEFAULTS.venue(),
        DEFAULTS.marketData());
  }

  private static Instrument cents(String symbol) {
    return new Instrument(symbol, 2, 0, 1, 1, 100_000_000, 1_000_000_000);
  }
}
