package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * How much longer a broker waits for his answers while intruders do what they can: a session enters
 * and cancels orders at a steady rate, by turns while {@code fix.Intruders} are at the exchange and
 * while they have as much to do elsewhere on the machine. An answer's time counts from when its
 * request was due.
 *
 * <p>The intruders have what the others leave of the processors, as far as {@code nice} can see to
 * it: {@code -Dbourse.intruders} names another command to run them by.
 *
 * <p>Arguments: an empty folder, how many rounds (default 5), seconds of each half of a round
 * (default 10), Logons a second (default 1,000). The exchange under test is {@code bourse} in the
 * folder that {@code -Dbourse.home} names.
 */
public final class IntruderBenchmark {
  private static final String BROKER = "BROKER2";
  private static final int PER_SECOND = 100;
  private static final String PREFIX = System.getProperty("bourse.intruders", "nice -n 19");
  private static final int SETTLE_SECONDS = 2;
  private static final double NANOS_PER_MICRO = 1e3;

  private final int port = FreePort.next();
  private final int httpPort = FreePort.next();
  private final int rounds;
  private final int seconds;
  private final int logons;
  private int turn;

  private IntruderBenchmark(int rounds, int seconds, int logons) throws IOException {
    this.rounds = rounds;
    this.seconds = seconds;
    this.logons = logons;
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    new IntruderBenchmark(number(arguments, 1, 5), number(arguments, 2, 10), number(arguments, 3, 1000))
        .run(data);
    System.exit(0);
  }

  private static int number(String[] arguments, int index, int otherwise) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
  }

  private void run(Path data) throws Exception {
    Path home = Path.of(System.getProperty("bourse.home", ".")).toAbsolutePath();
    double[] ratios = new double[rounds];
    try (StartedExchange exchange = new StartedExchange(home, data, port, httpPort);
        OrderFlood broker = new OrderFlood(port, BROKER)) {
      broker.enterAndCancel(20_000, "w");
      measure(broker, false);
      measure(broker, true);
      for (int i = 0; i < rounds; i++) {
        boolean hereFirst = i % 2 == 0;
        long[] first = measure(broker, hereFirst);
        long[] second = measure(broker, !hereFirst);
        long[] here = hereFirst ? first : second;
        long[] elsewhere = hereFirst ? second : first;
        ratios[i] = percentile(here, 99) / percentile(elsewhere, 99);
        print("round %d: intruders elsewhere %s; here %s; p99 ratio %.2f",
            i + 1, text(elsewhere), text(here), ratios[i]);
      }
      exchange.terminate();
    }
    Arrays.sort(ratios);
    print("p99 with intruders here / elsewhere: %.2f (%.2f to %.2f), %d rounds, %d orders and cancels a second",
        ratios[rounds / 2], ratios[0], ratios[rounds - 1], rounds, PER_SECOND);
  }

  /** Gives back how long each answer took, in nanoseconds, sorted. */
  private long[] measure(OrderFlood broker, boolean here) throws Exception {
    Process intruders =
        new ProcessBuilder(intruders(here)).redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = intruders.inputReader(UTF_8)) {
      Objects.requireNonNull(out.readLine(), "the intruders have not come");
      broker.timed(PER_SECOND, SETTLE_SECONDS, "s" + ++turn + '-');
      long[] nanos = broker.timed(PER_SECOND, seconds, "t" + turn + '-');
      intruders.outputWriter(UTF_8).close();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        print("  %s", line);
      }
      Arrays.sort(nanos);
      return nanos;
    } finally {
      intruders.destroy();
    }
  }

  private List<String> intruders(boolean here) {
    List<String> command = new ArrayList<>(List.of(PREFIX.split(" ", -1)));
    command.addAll(
        List.of(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            "org.bourse.exchange.fix.Intruders",
            String.valueOf(port),
            String.valueOf(httpPort),
            String.valueOf(logons),
            here ? "here" : "elsewhere"));
    return command;
  }

  private static String text(long[] sorted) {
    return String.format(
        Locale.ROOT,
        "p50 %.0f us, p99 %.0f us, longest %.0f us",
        percentile(sorted, 50),
        percentile(sorted, 99),
        percentile(sorted, 100));
  }

  private static double percentile(long[] sorted, int percent) {
    return sorted[(sorted.length - 1) * percent / 100] / NANOS_PER_MICRO;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
