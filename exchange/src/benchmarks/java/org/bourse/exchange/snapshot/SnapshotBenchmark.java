package org.bourse.exchange.snapshot;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Instrument;

/**
 * What it takes to seal a snapshot and to load it.
 *
 * <p>Arguments: a folder to work in; {@code seal} or {@code load}, each in a fresh process as at a start; how many orders rest
 * (default 1000000) of how many there have been (default 4000000).
 */
public final class SnapshotBenchmark {
  private static final EventSink NOBODY = (buffer, offset, length) -> {};
  private static final int INSTRUMENTS = 20;

  private SnapshotBenchmark() {}

  /** Runs it and prints the seconds of each step. */
  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Path folder = Path.of(args[0]);
    int open = args.length > 2 ? Integer.parseInt(args[2]) : 1_000_000;
    int orders = args.length > 3 ? Integer.parseInt(args[3]) : 4_000_000;
    MatchingEngine engine = new MatchingEngine(open, orders);
    start = print("engine made", start);
    if (args[1].equals("seal")) {
      Files.createDirectories(folder);
      trade(engine, open, orders);
      start = print("orders entered", start);
      ChronicleWarmUp.begin();
      ChronicleWarmUp.await();
      start = print("Chronicle warmed up", start);
      Snapshots snapshots = Snapshots.open(folder, Storage.disk(), 0);
      engine.stateHash();
      start = print("state hashed", start);
      Snapshot sealed = snapshots.seal(engine);
      print("sealed " + sealed, start);
    } else {
      long begin = start;
      ChronicleWarmUp.begin();
      Snapshots snapshots = Snapshots.open(folder, Storage.disk(), 0);
      Snapshot newest = snapshots.sealed().get(0);
      snapshots.verify(newest);
      start = print("verified", start);
      snapshots.load(newest, engine);
      print("loaded", start);
      print("verified and loaded " + engine.openOrderCount() + " of " + engine.orderCount(), begin);
      if (engine.stateHash() != newest.stateHash()) {
        throw new IOException("another state");
      }
      print("hashed, as a check", System.nanoTime());
    }
  }

  private static long print(String what, long since) {
    long now = System.nanoTime();
    System.out.printf(
        "%7.2f s, CPU of this thread and of all so far %6.2f %6.2f s  %s%n",
        (now - since) / 1e9,
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9,
        ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime()
            / 1e9,
        what);
    return now;
  }

  /** Orders that never cross; of those that are not to rest each is canceled at some time. */
  private static void trade(MatchingEngine engine, int open, int orders) {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    apply(engine, buffer, new DefineSession(0, 0, "FIX.4.4:BOURSE->TRADER", "TRADER"));
    for (int id = 0; id < INSTRUMENTS; id++) {
      Instrument instrument = new Instrument("SYM" + id, 2, 0, 1, 1, 100_000_000, 1_000_000_000);
      apply(engine, buffer, new DefineInstrument(id, instrument, true));
    }
    SplittableRandom random = new SplittableRandom(1);
    int[] resting = new int[open];
    char[] sides = new char[orders + 1];
    byte[] instruments = new byte[orders + 1];
    for (int number = 1; number <= orders; number++) {
      boolean buy = random.nextBoolean();
      sides[number] = buy ? '1' : '2';
      instruments[number] = (byte) random.nextInt(INSTRUMENTS);
      long away = 1L + random.nextInt(5_000);
      if (number > open) {
        int victim = random.nextInt(open);
        int canceled = resting[victim];
        apply(
            engine,
            buffer,
            new CancelOrder(
                0,
                0,
                0,
                instruments[canceled],
                0,
                sides[canceled],
                false,
                "X-" + number,
                name(canceled)));
        resting[victim] = number;
      } else {
        resting[number - 1] = number;
      }
      apply(
          engine,
          buffer,
          new NewOrder(
              0,
              0,
              0,
              instruments[number],
              buy ? 1_000_000 - away : 1_000_000 + away,
              1L + random.nextInt(1_000),
              sides[number],
              '2',
              '0',
              false,
              name(number),
              "ACCOUNT-" + number % 50));
    }
  }

  private static String name(int number) {
    return "ORDER-" + number;
  }

  private static void apply(MatchingEngine engine, UnsafeBuffer buffer, Command command) {
    int length = Commands.encode(command, buffer, 0);
    engine.apply(engine.position() + 1, engine.position(), buffer, 0, length, NOBODY);
  }
}
