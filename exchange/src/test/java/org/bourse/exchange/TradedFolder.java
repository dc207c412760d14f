package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bourse.exchange.fix.SteadyClient;
import org.bourse.exchange.snapshot.SnapshotRequest;

/**
 * A small data folder as an exchange has left it that was killed, or was stopped, after it traded:
 * two snapshots, a journal and a message log whose first segments are gone, orders that rest and
 * commands after the last snapshot.
 *
 * @param whole the folder as it was left
 * @param work a copy that can be harmed, and made whole again
 * @param fixSettings of the exchange
 * @param nextTargets the number that each client waits for, by its session's name
 */
record TradedFolder(Path whole, Path work, Path fixSettings, Map<String, Integer> nextTargets) {
  private static final int SNAPSHOTS = 3;
  private static final int ORDERS = 12;
  private static final List<String> COMP_IDS = List.of("BROKER1", "BROKER2", "BROKER3");

  /** One that was killed. */
  static TradedFolder killed(Path folder) throws Exception {
    Map<String, Integer> nextTargets = new TreeMap<>();
    try (RunningExchange exchange = traded(folder, nextTargets)) {
      return of(folder, copyWhileItRuns(exchange.data(), folder.resolve("whole")), nextTargets);
    }
  }

  /** One that was stopped in order. */
  static TradedFolder stopped(Path folder) throws Exception {
    Map<String, Integer> nextTargets = new TreeMap<>();
    RunningExchange exchange = traded(folder, nextTargets);
    exchange.stop();
    return of(folder, exchange.data(), nextTargets);
  }

  /** Old segments may go meanwhile, and only they: then once more. */
  private static Path copyWhileItRuns(Path data, Path whole) throws IOException {
    while (true) {
      try {
        copy(data, whole);
        return whole;
      } catch (NoSuchFileException | UncheckedIOException e) {
        delete(whole);
      }
    }
  }

  private static TradedFolder of(Path folder, Path whole, Map<String, Integer> nextTargets) {
    return new TradedFolder(
        whole, folder.resolve("work"), folder.resolve("config").resolve("fix.cfg"), nextTargets);
  }

  private static RunningExchange traded(Path folder, Map<String, Integer> nextTargets)
      throws Exception {
    RunningExchange exchange =
        RunningExchange.in(folder)
            .withSegmentSize(4096)
            .withRetained(5)
            .withSettings("snapshot: {every-commands: 0, every-minutes: 0, keep: 2}");
    exchange.start();
    List<SteadyClient> clients = new ArrayList<>();
    for (String compId : COMP_IDS) {
      clients.add(new SteadyClient(compId).connect(exchange.port()));
    }
    for (int round = 0; round <= SNAPSHOTS; round++) {
      for (SteadyClient client : clients) {
        trade(new Orders(client), round);
      }
      if (round < SNAPSHOTS) {
        seal(exchange.data().resolve("snapshots"));
      }
    }
    awaitFirstSegmentGone(exchange.data().resolve("journal"), clients);
    awaitFirstSegmentGone(exchange.data().resolve("fix"), clients);
    for (SteadyClient client : clients) {
      trade(new Orders(client), SNAPSHOTS + 1);
    }
    for (int i = 0; i < COMP_IDS.size(); i++) {
      clients.get(i).close();
      nextTargets.put("FIX.4.4:BOURSE->" + COMP_IDS.get(i), clients.get(i).nextTarget());
    }
    return exchange;
  }

  private static void trade(Orders orders, int round) throws IOException {
    for (int i = 0; i < ORDERS; i++) {
      orders.buy("buy" + round + "-" + i, "ABC", "9." + (10 + i));
    }
    orders.sell("sell" + round, "ABC", "9.15");
    orders.answerTo("sell" + round);
  }

  private static void seal(Path snapshots) throws IOException {
    SnapshotRequest request = new SnapshotRequest(snapshots);
    request.ask();
    await("snapshot").atMost(30, SECONDS).until(() -> request.answer().isEmpty());
  }

  /** What is written well before a client is heard of again need not be kept. */
  private static void awaitFirstSegmentGone(Path folder, List<SteadyClient> clients) {
    Path first = folder.resolve("journal-0000000000000001.log");
    await("end of " + first)
        .atMost(30, SECONDS)
        .pollInterval(Duration.ofMillis(300))
        .until(
            () -> {
              for (SteadyClient client : clients) {
                client.send("35=0");
              }
              return !Files.exists(first);
            });
  }

  /** Makes the working copy whole again. */
  void restore() throws IOException {
    delete(work);
    copy(whole, work);
  }

  /** The files of the working copy that are kept between runs, by their path in it. */
  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(whole)) {
      return files
          .filter(Files::isRegularFile)
          .map(whole::relativize)
          .filter(file -> !file.toString().matches("lock|run|.*\\.blank"))
          .sorted()
          .toList();
    }
  }

  static void delete(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.toString().endsWith(".blank")).toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
