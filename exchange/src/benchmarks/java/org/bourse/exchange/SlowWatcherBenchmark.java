package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What two watchers cost the exchange and the others, of whom one never reads and one reads a byte
 * a second: ten others are told of all books at full depth, of twenty instruments in which four
 * sessions trade at a steady rate. It prints for each second what the others have got and how large
 * the exchange's process is, and how large its live objects are before, with and after the two.
 *
 * <p>Arguments: an empty folder, seconds without and seconds with the two (default 30), requests a
 * second (default 2,000), the section {@code market-data} of exchange.yaml (default <code>
 * {when-slow: conflate, cut-after: 10s}</code>). The exchange under test is {@code bourse} in the
 * folder that {@code -Dbourse.home} names.
 */
public final class SlowWatcherBenchmark {
  private static final int QUICK = 10;
  private static final int SETTLE_SECONDS = 5;

  private final ExecutorService threads = Executors.newFixedThreadPool(WatchedVenue.BROKERS);
  private final int port = FreePort.next();
  private final int seconds;
  private final int perSecond;

  private SlowWatcherBenchmark(int seconds, int perSecond) throws IOException {
    this.seconds = seconds;
    this.perSecond = perSecond;
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath().resolve("data");
    String limits =
        arguments.length > 3 ? arguments[3] : "{when-slow: conflate, cut-after: 10s}";
    new SlowWatcherBenchmark(number(arguments, 1, 30), number(arguments, 2, 2000))
        .run(data, limits);
    System.exit(0);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void run(Path data, String limits) throws Exception {
    Path home = Path.of(System.getProperty("bourse.home", ".")).toAbsolutePath();
    Path config = WatchedVenue.write(home, data, QUICK, limits);
    String[] more = {"--config", config.toString(), "--durability", "os"};
    try (StartedExchange exchange = new StartedExchange(home, data, port, 0, more);
        WatchersProcess watchers = new WatchersProcess(port, QUICK)) {
      List<BusyBroker> brokers = new ArrayList<>();
      for (int i = 0; i < WatchedVenue.BROKERS; i++) {
        brokers.add(new BusyBroker(port, WatchedVenue.broker(i), 1, i));
      }
      watchers.come();
      long from = System.nanoTime();
      long until = from + TimeUnit.SECONDS.toNanos(3L * SETTLE_SECONDS + 2L * seconds);
      List<Future<long[]>> trading = new ArrayList<>();
      for (BusyBroker broker : brokers) {
        trading.add(
            threads.submit(
                () -> broker.trade(from, until, perSecond / WatchedVenue.BROKERS)));
      }
      follow(exchange, watchers, "settling", SETTLE_SECONDS, from, () -> {});
      print("live objects before: %,d bytes", liveBytes(exchange));
      long settled =
          follow(exchange, watchers, "settling", SETTLE_SECONDS, System.nanoTime(), () -> {});
      long at = follow(exchange, watchers, "without", seconds, settled, () -> {});
      try (SlowWatcher deaf = new SlowWatcher(port, WatchedVenue.DEAF);
          SlowWatcher drip = new SlowWatcher(port, WatchedVenue.DRIP)) {
        follow(exchange, watchers, "with", seconds / 3, at, drip::readByte);
        print("live objects with: %,d bytes", liveBytes(exchange));
        follow(
            exchange,
            watchers,
            "with",
            seconds - seconds / 3,
            System.nanoTime(),
            drip::readByte);
        print("live objects after: %,d bytes", liveBytes(exchange));
        exchange.log().forEach(line -> print("exchange: %s", line));
        print("%s: %s", WatchedVenue.DEAF, deaf.lastWords());
        print("%s: %s", WatchedVenue.DRIP, drip.lastWords());
      }
      for (Future<long[]> each : trading) {
        each.get();
      }
      WatchersProcess.Check check = watchers.check();
      print(
          "quick watchers: %,d books: %d differences, %d gaps, %d steps back, %d misplaced",
          check.books(), check.differences(), check.gaps(), check.steppedBack(), check.misplaced());
      watchers.go();
      exchange.terminate();
    }
  }

  /** Prints what the quick ones get in each second; returns when the last has ended. */
  private static long follow(
      StartedExchange exchange,
      WatchersProcess watchers,
      String when,
      int forSeconds,
      long from,
      Runnable eachSecond)
      throws IOException {
    watchers.count();
    long at = from;
    for (int i = 1; i <= forSeconds; i++) {
      at += TimeUnit.SECONDS.toNanos(1);
      for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      eachSecond.run();
      WatchersProcess.Count count = watchers.count();
      print(
          "%-8s %3d s: updates to each %,d to %,d, longest silence %d ms; resident %d MB",
          when, i, count.least(), count.most(), count.silence(), residentMegabytes(exchange));
    }
    return at;
  }

  private static long residentMegabytes(StartedExchange exchange) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + exchange.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
      }
    }
    return 0;
  }

  /** What is left in the heap after a full collection. */
  private static long liveBytes(StartedExchange exchange) throws IOException {
    Path java = Path.of(ProcessHandle.current().info().command().orElseThrow());
    Process jcmd =
        new ProcessBuilder(
                java.resolveSibling("jcmd").toString(),
                String.valueOf(exchange.pid()),
                "GC.class_histogram")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines = jcmd.inputReader(UTF_8)) {
      String total =
          lines.lines().filter(line -> line.startsWith("Total")).findFirst().orElse("Total 0 0");
      return Long.parseLong(total.trim().split("\\s+", -1)[2]);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
