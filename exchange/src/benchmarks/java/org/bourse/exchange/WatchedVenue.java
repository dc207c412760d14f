package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The configuration of an exchange where some brokers trade and many sessions watch. */
final class WatchedVenue {
  static final int INSTRUMENTS = 20;
  static final int BROKERS = 4;

  /** Whether watchers ask for trades, too. */
  static final boolean WITH_TRADES =
      Boolean.parseBoolean(System.getProperty("bourse.trades", "false"));
  static final String AUDITOR = "AUDITOR";
  static final String DEAF = "DEAF";
  static final String DRIP = "DRIP";

  private WatchedVenue() {}

  /**
   * Writes it, into a folder in the folder of the data.
   *
   * @param home where the exchange is that is to go by it
   * @param marketData the section of exchange.yaml, in braces
   */
  static Path write(Path home, Path data, int watchers, String marketData) throws IOException {
    Path config = Files.createDirectories(data.resolveSibling("config"));
    // A snapshot now and then would cost one round more than another.
    Files.writeString(
        config.resolve("exchange.yaml"),
        "snapshot: {every-commands: 0, every-minutes: 0, keep: 2}\nfix: {settings: fix.cfg}\n"
            + "market-data: "
            + marketData
            + '\n');
    Files.writeString(
        config.resolve("instruments.yaml"),
        IntStream.range(0, INSTRUMENTS)
            .mapToObj(i -> "  - {symbol: " + symbol(i) + ", tick: 0.01, lot: 1}\n")
            .collect(Collectors.joining("", "instruments:\n", "")));
    String shipped = Files.readString(home.resolve("config").resolve("fix.cfg"));
    Files.writeString(
        config.resolve("fix.cfg"),
        sessions(watchers)
            .map(name -> "[SESSION]\nTargetCompID=" + name + '\n')
            .collect(
                Collectors.joining("", shipped.substring(0, shipped.indexOf("[SESSION]\n")), "")));
    Files.writeString(
        config.resolve("participants.yaml"),
        sessions(watchers)
            .map(name -> "  - {name: " + name + ", sessions: [" + name + "]}\n")
            .collect(Collectors.joining("", "participants:\n", "")));
    return config;
  }

  private static Stream<String> sessions(int watchers) {
    return Stream.of(
            IntStream.range(0, BROKERS).mapToObj(WatchedVenue::broker),
            IntStream.range(0, watchers).mapToObj(WatchedVenue::watcher),
            Stream.of(AUDITOR, DEAF, DRIP))
        .flatMap(names -> names);
  }

  static String broker(int index) {
    return "BROKER" + (index + 1);
  }

  static String watcher(int index) {
    return "WATCHER" + (index + 1);
  }

  /** A symbol of four characters, of which the last two are its index. */
  static String symbol(int index) {
    return "IN" + index / 10 + index % 10;
  }

  /** The fields of a MarketDataRequest(V) for all instruments at full depth, by price. */
  static void askForAll(ClientMessages to, boolean updates) {
    to.begin("V").field(262, "A").field(263, updates ? 1 : 0).field(264, 0);
    if (updates) {
      to.field(265, 1);
    }
    to.field(266, "Y").field(267, WITH_TRADES ? 3 : 2).field(269, 0).field(269, 1);
    if (WITH_TRADES) {
      to.field(269, 2);
    }
    to.end();
  }
}
