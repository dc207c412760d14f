package org.bourse.exchange;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.fix.FixSettings;
import org.jspecify.annotations.Nullable;

/**
 * An exchange in this process, on a folder and a port of its own. It trades ABC (tick 0.01, lot 1),
 * XYZ (tick 0.05, lot 100) and FRAC (tick 0.0001, lot 0.001) with BROKER1 to BROKER3.
 */
public final class RunningExchange implements AutoCloseable {
  private final Path folder;
  private @Nullable Exchange exchange;
  private int port;

  private RunningExchange(Path folder) {
    this.folder = folder;
  }

  /** Starts an exchange that has its configuration and data in a folder. */
  public static RunningExchange start(Path folder) throws Exception {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("exchange.yaml"),
        """
        durability: os
        journal: {segment-size: 1MB}
        engine: {expected-open-orders: 1000, expected-orders-per-day: 1000}
        sequencer: {ring-size: 256}
        fix: {settings: fix.cfg, message-store: {segment-size: 1MB}}
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
    String shipped =
        Files.readString(Path.of("..", "config", "fix.cfg"))
            .replace("LogonTimeout=10", "LogonTimeout=3");
    Files.writeString(
        config.resolve("fix.cfg"),
        shipped.substring(0, shipped.indexOf("[SESSION]\nTargetCompID=BROKER4")));
    RunningExchange running = new RunningExchange(folder);
    running.start();
    return running;
  }

  /** Starts again on what the data folder holds, and on the same port. */
  public void start() throws Exception {
    Path config = folder.resolve("config");
    port = port == 0 ? freePort() : port;
    exchange =
        Exchange.start(
            Configuration.load(config),
            FixSettings.load(config.resolve("fix.cfg"), OptionalInt.of(port)),
            data());
  }

  /** Stops in good order, with the data folder left as it is. */
  public void stop() throws IOException, InterruptedException {
    Exchange running = exchange;
    exchange = null;
    if (running != null) {
      running.stop();
    }
  }

  /** Where FIX clients connect. */
  public int port() {
    return port;
  }

  /** How many reports the last start found that clients had not been sent. */
  public long missedReports() {
    return exchange == null ? 0 : exchange.missedReports();
  }

  /** The folder with all that is kept. */
  public Path data() {
    return folder.resolve("data");
  }

  @Override
  public void close() throws IOException, InterruptedException {
    stop();
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
