package org.bourse.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.config.Configuration;
import org.bourse.exchange.config.ExchangeSettings;
import org.bourse.exchange.config.SnapshotSettings;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.FixSettings;
import org.bourse.exchange.journal.JournalReader;
import org.bourse.exchange.journal.JournalScan;
import org.bourse.exchange.journal.Storage;

/**
 * How long a start takes with 1,000,000 open orders and 5,000,000 journaled commands, from the
 * process's begin to the first Logon: after an orderly stop, and after a kill with as many commands
 * behind the newest snapshot as the default interval allows. And how fast the journal replays.
 *
 * <p>Arguments: an empty folder, and how many open orders (default 1,000,000; there are five times
 * as many commands). The exchange under test is {@code bourse} in the folder that {@code
 * -Dbourse.home} names.
 */
public final class RecoveryBenchmark {
  private static final int SESSIONS = 4;
  private static final int ROUNDS = 3;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final int TAIL_SHARE = 10; // of the commands, not quite a snapshot's interval

  private final Path home = Path.of(System.getProperty("bourse.home", ".")).toAbsolutePath();
  private final Path data;
  private final int port;
  private final int open;

  private RecoveryBenchmark(Path data, int open) throws IOException {
    this.data = data.toAbsolutePath();
    this.open = open;
    port = FreePort.next();
  }

  public static void main(String[] arguments) throws Exception {
    int open = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
    new RecoveryBenchmark(Files.createDirectories(Path.of(arguments[0])), open).run();
    System.exit(0);
  }

  private void run() throws Exception {
    Configuration shipped = Configuration.load(home.resolve("config"));
    Configuration configuration = shipped.withExchange(withWholeJournal(shipped.exchange()));
    FixSettings fix =
        FixSettings.load(configuration.exchange().fix().settings(), OptionalInt.of(port));
    long began = System.nanoTime();
    Exchange exchange =
        Exchange.start(configuration, fix, data, Environment.real());
    eachSession("a", (flood, prefix) -> flood.rest(open / SESSIONS, prefix));
    eachSession("b", (flood, prefix) -> flood.enterAndCancel(2 * open / SESSIONS, prefix));
    print("filled: %,d commands, %,d open orders, in %.1f s", 5L * open, open, since(began));
    replay();
    began = System.nanoTime();
    exchange.stop();
    print("orderly stop with its snapshot: %.1f s", since(began));
    for (int i = 0; i < ROUNDS; i++) {
      try (StartedExchange started = new StartedExchange(home, data, port)) {
        print("start after an orderly stop: %s", started.report());
        started.terminate();
      }
    }
    for (int i = 0; i < ROUNDS; i++) {
      String name = "t" + i;
      try (StartedExchange started = new StartedExchange(home, data, port)) {
        eachSession(
            name,
            (flood, prefix) ->
                flood.enterAndCancel(5 * open / TAIL_SHARE / 2 / SESSIONS, prefix));
        started.kill();
      }
      try (StartedExchange started = new StartedExchange(home, data, port)) {
        print("start after a kill: %s", started.report());
        started.terminate();
      }
    }
  }

  /** Snapshots would have the journal begin later, and the replay is of all of it. */
  private static ExchangeSettings withWholeJournal(ExchangeSettings settings) {
    return new ExchangeSettings(
        settings.durability(),
        settings.journal(),
        new SnapshotSettings(0, 0, 2),
        settings.engine(),
        settings.sequencer(),
        settings.fix());
  }

  /** What a session does. */
  private interface Flow {
    void run(OrderFlood flood, String prefix) throws IOException;
  }

  private void eachSession(String name, Flow flow) throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 1; i <= SESSIONS; i++) {
      String compId = "BROKER" + i;
      Thread thread = new Thread(() -> flood(compId, name, flow), compId);
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private void flood(String compId, String name, Flow flow) {
    try (OrderFlood flood = new OrderFlood(port, compId)) {
      flow.run(flood, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the journal into an engine that begins empty, as a start without a snapshot does. */
  private void replay() throws IOException {
    JournalScan journal = JournalScan.of(data.resolve("journal"), Storage.disk());
    for (int i = 0; i < ROUNDS; i++) {
      MatchingEngine engine = new MatchingEngine(open, 4 * open);
      long first = journal.firstSequence();
      long began = System.nanoTime();
      try (JournalReader reader = journal.read(first)) {
        reader.read(
            (sequence, time, buffer, offset, length) ->
                engine.apply(sequence, time, buffer, offset, length, (event, at, size) -> {}),
            journal.lastSequence());
      }
      double seconds = since(began);
      long commands = journal.lastSequence() - first + 1;
      print("replay: %,d commands, %,.0f a second", commands, commands / seconds);
    }
  }

  private static double since(long nanos) {
    return (System.nanoTime() - nanos) / NANOS_PER_SECOND;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
