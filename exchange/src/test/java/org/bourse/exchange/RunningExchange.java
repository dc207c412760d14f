package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.FixSection;
import org.bourse.exchange.config.HttpSettings;
import org.bourse.exchange.config.JournalSettings;
import org.bourse.exchange.config.MessageStoreSettings;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingRules;
import org.bourse.exchange.venue.ControlLine;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in this process, on a folder and a port of its own. It trades ABC (tick 0.01, lot 1),
 * XYZ (tick 0.05, lot 100) and FRAC (tick 0.0001, lot 0.001) with BROKER1 to BROKER3.
 */
public final class RunningExchange implements AutoCloseable {
  private final Path folder;
  private final int port;
  private Path data;
  private Durability durability = Durability.OS;
  private long segmentSize = 1 << 20;
  private int retained;
  private HttpSettings http = HttpSettings.OFF;
  private final Map<String, TradingRules> trading = new HashMap<>();
  private @Nullable Exchange exchange;

  private RunningExchange(Path folder) throws IOException {
    this.folder = folder;
    port = FreePort.next();
    data = folder.resolve("data");
  }

  /** Starts an exchange that has its configuration and data in a folder. */
  public static RunningExchange start(Path folder) throws Exception {
    RunningExchange running = in(folder);
    running.start();
    return running;
  }

  /** As {@link #start(Path)}, but leaves the start to the caller. */
  public static RunningExchange in(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("exchange.yaml"),
        """
        engine: {expected-open-orders: 1000, expected-orders-per-day: 1000}
        sequencer: {ring-size: 256}
        fix: {settings: fix.cfg}
        """);
    Files.writeString(
        config.resolve("instruments.yaml"),
        """
        instruments:
          - {symbol: ABC, tick: 0.01, lot: 1}
          - {symbol: XYZ, tick: 0.05, lot: 100}
          - {symbol: FRAC, tick: 0.0001, lot: 0.001, quantity-scale: 3}
          - {symbol: BIG, tick: 1, lot: 1, max-price: 1000000000000000, max-quantity: 1000000000000000}
        """);
    Files.writeString(config.resolve("fix.cfg"), sessions("BROKER1", "BROKER2", "BROKER3"));
    return new RunningExchange(folder);
  }

  /** The settings of FIX as they are shipped, with less patience and other clients. */
  public static String sessions(String... clients) throws IOException {
    String shipped = Files.readString(Path.of("..", "config", "fix.cfg"));
    StringBuilder text =
        new StringBuilder(
            shipped
                .substring(0, shipped.indexOf("[SESSION]\n"))
                .replace("LogonTimeout=10", "LogonTimeout=3")
                .replace("LogoutTimeout=2", "LogoutTimeout=1"));
    for (String client : clients) {
      text.append("[SESSION]\nTargetCompID=").append(client).append('\n');
    }
    return text.toString();
  }

  /** Sets what the next start goes by. */
  public RunningExchange withDurability(Durability other) {
    durability = other;
    return this;
  }

  /** Sets the bytes of a segment from the next start on, which may be too few for a user. */
  public RunningExchange withSegmentSize(long bytes) {
    segmentSize = bytes;
    return this;
  }

  /** Sets how many messages a session can ask for again, which may be too few for a user. */
  public RunningExchange withRetained(int messages) {
    retained = messages;
    return this;
  }

  /** Has the next start offer the venue's controls over HTTP, on a port of its own. */
  public RunningExchange withHttp() throws IOException {
    http = HttpSettings.OFF.withPort(FreePort.next());
    return this;
  }

  /** Sets how an instrument is traded from the next start on. */
  public RunningExchange withTrading(String symbol, TradingRules rules) {
    trading.put(symbol, rules);
    return this;
  }

  /** Adds lines to exchange.yaml. */
  public RunningExchange withSettings(String... lines) throws IOException {
    Path file = folder.resolve("config").resolve("exchange.yaml");
    Files.writeString(file, String.join("\n", lines) + '\n', StandardOpenOption.APPEND);
    return this;
  }

  /** Replaces the sessions of fix.cfg, which else are BROKER1 to BROKER3. */
  public RunningExchange withSessions(String... clients) throws IOException {
    Files.writeString(folder.resolve("config").resolve("fix.cfg"), sessions(clients));
    return this;
  }

  /** Writes participants.yaml, which else lets everybody do everything from this machine. */
  public RunningExchange withParticipants(String... lines) throws IOException {
    Path file = folder.resolve("config").resolve("participants.yaml");
    Files.writeString(file, "participants:\n" + String.join("\n", lines) + '\n');
    return this;
  }

  /** Writes schedule.yaml, and instruments that may follow it. */
  public RunningExchange withSchedule(String schedule, String... instruments) throws IOException {
    Path config = folder.resolve("config");
    Files.writeString(config.resolve("schedule.yaml"), schedule);
    Files.writeString(
        config.resolve("instruments.yaml"),
        "instruments: [" + String.join(", ", instruments) + "]\n");
    return this;
  }

  /** Starts, or starts again on what the data folder holds, and on the same port. */
  public void start() throws Exception {
    start(Storage.disk(), Storage.disk());
  }

  /** As {@link #start()}, with journal and message log on storages of the caller's. */
  public void start(Storage journal, Storage messages) throws Exception {
    start(new Environment(journal, messages, Storage.disk(), LastRun.bootId()));
  }

  /** As {@link #start()}, on a storage of the caller's, after the machine was started anew. */
  public void startAfterReboot(Storage storage) throws Exception {
    start(new Environment(storage, storage, storage, UUID.randomUUID().toString()));
  }

  /** As {@link #start()}, on what the caller gives. */
  void start(Environment environment) throws Exception {
    Path config = folder.resolve("config");
    ParticipantsText.complete(config);
    Configuration configuration = Configuration.load(config);
    exchange =
        Exchange.start(
            new Configuration(
                settings(configuration.exchange()),
                configuration.instruments().stream().map(this::traded).toList(),
                configuration.participants(),
                configuration.schedule()),
            FixSettings.load(config.resolve("fix.cfg"), OptionalInt.of(port)),
            data,
            environment);
  }

  private ExchangeSettings settings(ExchangeSettings configured) {
    return new ExchangeSettings(
        durability,
        new JournalSettings(segmentSize, configured.journal().archive()),
        configured.snapshot(),
        configured.engine(),
        configured.sequencer(),
        new FixSection(
            configured.fix().settings(),
            new MessageStoreSettings(
                configured.fix().messageStore().kind(),
                segmentSize,
                retained > 0 ? retained : configured.fix().messageStore().retain())),
        http,
        configured.venue(),
        configured.marketData());
  }

  private Instrument traded(Instrument configured) {
    return new Instrument(
        configured.symbol(),
        configured.priceScale(),
        configured.quantityScale(),
        configured.tickSize(),
        configured.lotSize(),
        configured.maxPrice(),
        configured.maxQuantity(),
        trading.getOrDefault(configured.symbol(), configured.trading()));
  }

  /** Stops in good order, with the data folder left as it is. */
  public void stop() throws IOException, InterruptedException {
    Exchange running = exchange;
    exchange = null;
    if (running != null) {
      running.stop();
    }
  }

  /** Has the next start use another data folder. */
  public void continueOn(Path other) {
    data = other;
  }

  /**
   * Copies all that is kept as it is now; the next start is on the copy. What was sent is copied
   * before the journal, which always is ahead of it.
   */
  public void continueOnCopy() throws IOException {
    Path copy = data.resolveSibling("copy-of-" + data.getFileName());
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted().toList()) {
        Files.copy(file, copy.resolve(data.relativize(file)));
      }
    }
    data = copy;
  }

  /** Where the venue's controls are carried out. */
  public ControlLine controlLine() {
    return Objects.requireNonNull(exchange).venue().line();
  }

  /** Up to which business time the schedule was followed, nanoseconds since 1970. */
  public long scheduledUpTo() {
    return Objects.requireNonNull(exchange).venue().scheduledUpTo();
  }

  /** Where FIX clients connect. */
  public int port() {
    return port;
  }

  /** The venue's controls, of an exchange that was started {@link #withHttp}. */
  public VenueControls controls() {
    return new VenueControls(http.port());
  }

  /** How many reports the last start found that clients had not been sent. */
  public long missedReports() {
    return exchange == null ? 0 : exchange.summary().missedReports();
  }

  /** The folder with all that is kept. */
  public Path data() {
    return data;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
  }
}
