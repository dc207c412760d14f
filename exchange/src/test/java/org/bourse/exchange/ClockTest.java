package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.StartEngine;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.fix.SteadyClient;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock was set back by a day while the exchange was down. */
class ClockTest {
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");

  @Test
  void shouldGoOnAtTheTimeWhereItWas(@TempDir Path folder) throws Exception {
    SteadyClient client = new SteadyClient("BROKER1");
    Orders orders = new Orders(client);
    Instant ahead = Instant.now().plus(Duration.ofDays(1)).minusSeconds(1);
    try (client;
        RunningExchange venue = RunningExchange.in(folder)) {
      venue.start();
      client.connect(venue.port());
      orders.buy("before");
      orders.answerTo("before");
      client.close();
      venue.stop();
      appendAt(ahead, venue.data().resolve("journal"));
      for (String clOrdId : new String[] {"one", "two"}) {
        venue.start();
        client.connect(venue.port());
        orders.buy(clOrdId);
        assertThat(time(orders.answerTo(clOrdId).get(60))).isAfterOrEqualTo(utc(ahead));
        assertThat(orders.statusOf("before")).isEqualTo("0");
        client.close();
        venue.stop();
      }
      assertThat(newestSnapshotTime(venue.data())).isGreaterThanOrEqualTo(nanos(ahead));
    }
  }

  private static void appendAt(Instant time, Path journal) throws IOException {
    UnsafeBuffer buffer = new UnsafeBuffer(new byte[256]);
    int length = Commands.encode(new StartEngine(MatchingEngine.VERSION), buffer, 0);
    try (Journal log = Journal.open(journal, 1 << 20, Storage.disk())) {
      log.append(nanos(time), buffer, 0, length);
      log.commit(true);
    }
  }

  private static long newestSnapshotTime(Path data) throws IOException {
    try (Stream<Path> snapshots = Files.list(data.resolve("snapshots"))) {
      Path newest = snapshots.max(Path::compareTo).orElseThrow();
      return Files.readAllLines(newest.resolve("manifest")).stream()
          .filter(line -> line.startsWith("time: "))
          .mapToLong(line -> Long.parseLong(line.substring("time: ".length())))
          .findFirst()
          .orElseThrow();
    }
  }

  private static long nanos(Instant time) {
    return TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli());
  }

  private static LocalDateTime utc(Instant time) {
    return LocalDateTime.ofInstant(Instant.ofEpochMilli(time.toEpochMilli()), ZoneOffset.UTC);
  }

  private static LocalDateTime time(String transactTime) {
    return LocalDateTime.parse(transactTime, UTC);
  }
}
