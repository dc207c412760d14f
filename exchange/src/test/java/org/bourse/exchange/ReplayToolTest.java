package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.fix.SteadyClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code replay} gives the book as its client knew it. */
class ReplayToolTest {
  private static final int COMMANDS = 200;
  private static final long SEED = 17;
  private static final Pattern ORDER =
      Pattern.compile(" +(\\d+)  (buy|sell) + ([\\d.]+) +(\\d+) +(\\d+)  (\\w+) +FIX.*");

  private final RunningExchange venue;
  private final SteadyClient client = new SteadyClient("BROKER1");
  private final Orders orders = new Orders(client);
  private final Map<Long, List<String>> books = new TreeMap<>();
  private final Map<Long, String> times = new TreeMap<>();
  private long position;

  ReplayToolTest(@TempDir Path folder) throws Exception {
    venue = RunningExchange.in(folder).withSegmentSize(16 << 10);
  }

  @BeforeEach
  void trade() throws Exception {
    venue.start();
    client.connect(venue.port());
    position = Tool.snapshot(venue.data()).position();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 1; i <= COMMANDS; i++) {
      step(i, random);
      position++;
      if (i == COMMANDS / 2) {
        assertThat(Tool.snapshot(venue.data()).position()).isEqualTo(position);
      }
      if (i % 20 == 0 || i > COMMANDS - 3) {
        books.put(position, known());
        Instant now = Instant.now();
        times.put(position, now.toString());
        await().until(() -> System.currentTimeMillis() > now.toEpochMilli());
      }
    }
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    venue.close();
  }

  private void step(int i, SplittableRandom random) throws IOException {
    String clOrdId = "C" + i;
    String price = "10.0" + random.nextInt(10);
    int kind = random.nextInt(4);
    if (kind == 0 && i > 10) {
      orders.cancel(clOrdId, "C" + random.nextInt(1, i), "ABC");
    } else if (kind == 1) {
      orders.sell(clOrdId, "ABC", price);
    } else {
      orders.buy(clOrdId, "ABC", price);
    }
    orders.answerTo(clOrdId);
    orders.checkAlive();
  }

  /** The open orders as the reports so far have told them. */
  private List<String> known() {
    Map<Integer, String> open = new TreeMap<>();
    for (FixText report : client.received()) {
      if (report.get(35).equals("8")) {
        if (report.get(151).equals("0")) {
          open.remove(report.number(37));
        } else {
          open.put(
              report.number(37),
              String.join(
                  " ",
                  report.get(37),
                  report.get(54).equals("1") ? "buy" : "sell",
                  report.get(44),
                  report.get(151),
                  report.get(14),
                  report.get(11)));
        }
      }
    }
    return List.copyOf(open.values());
  }

  @Test
  void shouldGiveTheBookOfEachPosition() throws Exception {
    books.forEach((at, book) -> assertThat(replayed(String.valueOf(at))).isEqualTo(book));
    client.close();
    venue.stop();
    books.forEach((at, book) -> assertThat(replayed(String.valueOf(at))).isEqualTo(book));
  }

  @Test
  void shouldGiveTheBookOfATime() {
    times.forEach((at, time) -> assertThat(replayed(time)).isEqualTo(books.get(at)));
  }

  @Test
  void shouldGiveTheEndAndTheDepth() {
    Tool tool = Tool.replay(venue.data(), "--symbol", "ABC", "--depth", "1");

    assertThat(tool.exitCode()).isZero();
    assertThat(tool.out().get(0)).isEqualTo("position  " + position);
    assertThat(orders(tool)).isEqualTo(books.get(position));
    assertThat(tool.out()).filteredOn(line -> line.matches(" +(buy|sell) .*")).hasSizeBetween(1, 2);
    assertThat(tool.out()).noneMatch(line -> line.startsWith("XYZ"));
  }

  @Test
  void shouldSayWhichPositionsCanBeHad() {
    for (String to : List.of("0", "99999", "1999-01-01T00:00:00Z")) {
      Tool tool = Tool.replay(venue.data(), "--to", to);

      assertThat(tool.exitCode()).isEqualTo(2);
      assertThat(tool.err()).hasSize(1);
    }
    assertThat(Tool.replay(venue.data(), "--to", "99999").err().get(0))
        .endsWith("positions from 1 to " + position + " are kept");
  }

  @Test
  void shouldReadToBeforeItLooksAtTheFolder(@TempDir Path empty) {
    Tool tool = Tool.replay(empty, "--to", "2026-11-21");

    assertThat(tool.exitCode()).isEqualTo(2);
    assertThat(tool.err().get(0))
        .contains("'--to'")
        .endsWith(
            "expected a position, or a time such as 2026-11-21T10:15:30.123Z, but was"
                + " '2026-11-21'");
  }

  private List<String> replayed(String to) {
    Tool tool = Tool.replay(venue.data(), "--to", to);
    assertThat(tool.err()).isEmpty();
    return orders(tool);
  }

  /** By OrderID, as the client's are. */
  private static List<String> orders(Tool tool) {
    Map<Integer, String> found = new TreeMap<>();
    for (String line : new ArrayList<>(tool.out())) {
      Matcher matcher = ORDER.matcher(line);
      if (matcher.matches()) {
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          fields.add(matcher.group(i));
        }
        found.put(Integer.parseInt(fields.get(0)), String.join(" ", fields));
      }
    }
    return List.copyOf(found.values());
  }
}
