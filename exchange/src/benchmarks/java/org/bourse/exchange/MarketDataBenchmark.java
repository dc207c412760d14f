package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * How much longer brokers wait for their reports while others watch: four sessions trade twenty
 * instruments, as fast as they are answered, by turns while nobody and while many sessions are told
 * of all books at full depth. An order's time ends with its first ExecutionReport. After each turn
 * with watchers each book that one of them has kept is compared with a fresh snapshot.
 *
 * <p>Arguments: an empty folder, how many rounds (default 5), seconds of each half of a round
 * (default 10), how many watchers (default 200), how many requests a broker has unanswered (default
 * 16), durability (default {@code os}). The exchange under test is {@code bourse} in the folder
 * that {@code -Dbourse.home} names; {@code -Dbourse.watchers} is a command to run the watchers by,
 * such as {@code nice -n 19} (default: none); with {@code -Dbourse.trades=true} they ask for all
 * trades, too; {@code -Dbourse.market-data} is that section of {@code exchange.yaml}.
 */
public final class MarketDataBenchmark {
  private static final int SETTLE_SECONDS = 2;
  private static final int WARM_UPS = 3; // compiling takes a processor for half a minute
  private static final int WARM_UP_SECONDS = 10;
  private static final double NANOS_PER_MICRO = 1e3;

  private final ExecutorService threads = Executors.newFixedThreadPool(WatchedVenue.BROKERS);
  private final List<BusyBroker> brokers = new ArrayList<>();
  private final int port = FreePort.next();
  private final int rounds;
  private final int seconds;
  private final int watcherCount;
  private final int window;
  private final String durability;
  private boolean isRight = true;

  private MarketDataBenchmark(String... arguments) throws IOException {
    rounds = number(arguments, 1, 5);
    seconds = number(arguments, 2, 10);
    watcherCount = number(arguments, 3, 200);
    window = number(arguments, 4, 16);
    durability = arguments.length > 5 ? arguments[5] : "os";
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath().resolve("data");
    boolean isRight = new MarketDataBenchmark(arguments).run(data);
    System.exit(isRight ? 0 : 1);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  /** How long the orders of one half of a round have taken, in microseconds. */
  private record Half(double median, double tail, double perSecond, String watchers) {
    static Half of(long[] sorted, double seconds, String watchers) {
      return new Half(
          sorted[(sorted.length - 1) / 2] / NANOS_PER_MICRO,
          sorted[(int) ((sorted.length - 1) * 99L / 100)] / NANOS_PER_MICRO,
          sorted.length / seconds,
          watchers);
    }

    String text() {
      return String.format(
          Locale.ROOT,
          "p50 %.0f us, p99 %.0f us, %,.0f orders/s%s",
          median,
          tail,
          perSecond,
          watchers);
    }
  }

  private boolean run(Path data) throws Exception {
    Path home = Path.of(System.getProperty("bourse.home", ".")).toAbsolutePath();
    String limits = System.getProperty("bourse.market-data", "{}");
    Path config = WatchedVenue.write(home, data, watcherCount, limits);
    double[] medians = new double[rounds];
    double[] tails = new double[rounds];
    String[] more = {"--config", config.toString(), "--durability", durability};
    try (StartedExchange exchange = new StartedExchange(home, data, port, 0, more);
        WatchersProcess watchers = new WatchersProcess(port, watcherCount)) {
      print("exchange: process %d; %d watchers", exchange.pid(), watcherCount);
      for (int i = 0; i < WatchedVenue.BROKERS; i++) {
        brokers.add(new BusyBroker(port, WatchedVenue.broker(i), window, i));
      }
      for (int i = 0; i < WARM_UPS; i++) {
        print("warm-up without: %s", without(WARM_UP_SECONDS).text());
        print("warm-up with: %s", with(watchers, WARM_UP_SECONDS).text());
      }
      for (int i = 0; i < rounds; i++) {
        boolean withFirst = i % 2 == 0;
        Half first = withFirst ? with(watchers, seconds) : without(seconds);
        Half second = withFirst ? without(seconds) : with(watchers, seconds);
        Half with = withFirst ? first : second;
        Half without = withFirst ? second : first;
        medians[i] = with.median() / without.median();
        tails[i] = with.tail() / without.tail();
        print("round %d without: %s", i + 1, without.text());
        print("round %d with:    %s", i + 1, with.text());
        print("round %d ratios: p50 %.2f, p99 %.2f", i + 1, medians[i], tails[i]);
      }
      for (BusyBroker broker : brokers) {
        broker.close();
      }
      exchange.terminate();
    }
    print("with / without: p50 %s, p99 %s; %d rounds", text(medians), text(tails), rounds);
    return isRight;
  }

  private static String text(double[] ratios) {
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        "%.2f (%.2f to %.2f)",
        ratios[ratios.length / 2],
        ratios[0],
        ratios[ratios.length - 1]);
  }

  private Half without(int forSeconds) throws Exception {
    return trade(forSeconds, () -> "", () -> "");
  }

  private Half with(WatchersProcess watchers, int forSeconds) throws Exception {
    watchers.come();
    long fillsBefore = fills();
    WatchersProcess.Count[] first = new WatchersProcess.Count[1];
    Half half =
        trade(
            forSeconds,
            () -> {
              first[0] = watchers.count();
              return "";
            },
            () -> text(first[0], watchers.count(), forSeconds));
    WatchersProcess.Check check = watchers.check();
    watchers.go();
    long trades = (fills() - fillsBefore) / 2;
    print(
        "  %,d books of %d levels a watcher: %d differences, %d gaps, %d steps back, %d misplaced;"
            + " %,d trades, told %,d to %,d; level after %d ms",
        check.books(),
        check.levels(),
        check.differences(),
        check.gaps(),
        check.steppedBack(),
        check.misplaced(),
        trades,
        check.leastTrades(),
        check.mostTrades(),
        check.millis());
    isRight &=
        check.differences() + check.gaps() + check.steppedBack() + check.misplaced() == 0
            && check.leastTrades() == (WatchedVenue.WITH_TRADES ? trades : 0)
            && check.mostTrades() == (WatchedVenue.WITH_TRADES ? trades : 0);
    return half;
  }

  private static String text(WatchersProcess.Count from, WatchersProcess.Count to, int seconds) {
    return String.format(
        Locale.ROOT,
        "; to watchers %.1f MB/s, %,d messages/s, of them W %,d, longest silence %d ms",
        (double) (to.bytes() - from.bytes()) / seconds / 1e6,
        (to.messages() - from.messages()) / seconds,
        (to.wholes() - from.wholes()) / seconds,
        to.silence());
  }

  private long fills() throws IOException {
    long sum = 0;
    for (BusyBroker broker : brokers) {
      sum += broker.fills();
    }
    return sum;
  }

  /** Trades for some time to settle, and then for as long as is measured. */
  private Half trade(int forSeconds, Callable<String> atBegin, Callable<String> atEnd)
      throws Exception {
    long from = System.nanoTime() + TimeUnit.SECONDS.toNanos(SETTLE_SECONDS);
    long until = from + TimeUnit.SECONDS.toNanos(forSeconds);
    List<Future<long[]>> times = new ArrayList<>();
    for (BusyBroker broker : brokers) {
      times.add(threads.submit(() -> broker.trade(from, until, 0)));
    }
    awaitTime(from);
    atBegin.call();
    awaitTime(until);
    String watchers = atEnd.call();
    List<long[]> all = new ArrayList<>();
    for (Future<long[]> time : times) {
      all.add(time.get());
    }
    long[] sorted = all.stream().flatMapToLong(LongStream::of).sorted().toArray();
    return Half.of(sorted, forSeconds, watchers);
  }

  private static void awaitTime(long at) {
    for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
