package org.bourse.client.replay;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;
import org.bourse.client.cli.DurationText;

/**
 * What a replay came to.
 *
 * @param total actions in the slice
 * @param actions actions sent
 * @param orders NewOrderSingles among them
 * @param expected fills expected
 * @param matched fills that both reports agree on
 * @param unexpected reports of fills that match nothing
 * @param rejects requests refused
 * @param unanswered requests without any answer
 * @param repeated reports that came twice, marked as such
 * @param elapsed from the first request to the last report
 * @param latency nanoseconds from a request to its first report
 * @param leftOut requests whose latency has an outage in it and is not counted
 * @param outages times the connection was lost
 * @param away how long it was away in all
 * @param differences the first things that were not as expected
 */
record Outcome(
    int total,
    int actions,
    int orders,
    int expected,
    int matched,
    int unexpected,
    int rejects,
    int unanswered,
    int repeated,
    Duration elapsed,
    Histogram latency,
    int leftOut,
    int outages,
    Duration away,
    List<String> differences) {

  boolean isMatch() {
    return actions == total
        && matched == expected
        && unexpected == 0
        && rejects == 0
        && unanswered == 0;
  }

  void print(PrintWriter out) {
    row(out, "actions", number(actions) + (actions == total ? "" : " of " + number(total)));
    row(out, "orders", number(orders));
    row(out, "fills expected", number(expected));
    row(out, "fills that match", number(matched));
    row(out, "unexpected fills", number(unexpected));
    row(out, "rejects", number(rejects));
    if (unanswered > 0) {
      row(out, "unanswered", number(unanswered));
    }
    if (repeated > 0) {
      row(out, "reports repeated", number(repeated) + ", counted once");
    }
    row(out, "time", String.format(Locale.ROOT, "%.3f s", seconds()));
    row(out, "actions/s", rate(actions));
    row(out, "orders/s", rate(orders));
    if (outages > 0) {
      row(out, "connection lost", outages + " x, " + DurationText.of(away) + " in all");
      row(out, "latency without", number(leftOut) + " requests in flight then");
    }
    row(out, "ack p50", micros(50));
    row(out, "ack p99", micros(99));
    row(out, "ack p99.9", micros(99.9));
    for (String difference : differences) {
      out.println("  " + difference);
    }
    out.printf(
        Locale.ROOT,
        "%s: %,d of %,d fills matched, %,d unexpected, %,d rejects%n",
        isMatch() ? "OK" : "NOT AS EXPECTED",
        matched,
        expected,
        unexpected,
        rejects);
    out.flush();
  }

  private static void row(PrintWriter out, String name, String value) {
    out.printf(Locale.ROOT, "%-18s%s%n", name, value);
  }

  private static String number(int number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private double seconds() {
    return elapsed.toNanos() / 1e9;
  }

  private String rate(int count) {
    return elapsed.isZero() ? "-" : String.format(Locale.ROOT, "%,.0f", count / seconds());
  }

  private String micros(double percentile) {
    return latency.getTotalCount() == 0
        ? "-"
        : String.format(
            Locale.ROOT, "%,.0f us", latency.getValueAtPercentile(percentile) / 1_000.0);
  }
}
