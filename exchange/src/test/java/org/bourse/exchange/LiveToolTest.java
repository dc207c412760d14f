package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bourse.exchange.fix.SteadyClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside an exchange that trades, seals and shortens its logs. */
class LiveToolTest {
  private final RunningExchange venue;
  private final SteadyClient client = new SteadyClient("BROKER1");
  private final Orders orders = new Orders(client);
  private final Thread sender = new Thread(this::sendUntilCut);
  private volatile boolean stopping;
  private volatile int sent;

  LiveToolTest(@TempDir Path path) throws Exception {
    venue = RunningExchange.in(path).withSegmentSize(256 << 10);
    Files.writeString(
        path.resolve("config").resolve("exchange.yaml"),
        """
        snapshot: {every-commands: 1000, keep: 2}
        fix: {settings: fix.cfg, message-store: {retain: 1000}}
        """);
  }

  @BeforeEach
  void trade() throws Exception {
    venue.start();
    client.connect(venue.port());
    sender.start();
  }

  @AfterEach
  void end() throws Exception {
    stopping = true;
    sender.join();
    client.close();
    venue.close();
  }

  @Test
  void shouldFindNothingWrongWhileItTrades() throws Exception {
    for (int round = 1; round <= 8; round++) {
      int upTo = round * 1_500;
      await().atMost(60, SECONDS).until(() -> sent > upTo);
      requireSound();
      Tool inspected = Tool.inspect(venue.data(), "--check");
      assertThat(inspected.err()).isEmpty();
      assertThat(inspected.out()).contains("held by      process " + ProcessHandle.current().pid());
      assertThat(Tool.replay(venue.data(), "--depth", "3").err()).isEmpty();
    }
    JsonNode found =
        new ObjectMapper().readTree(String.join("\n", Tool.inspect(venue.data(), "--json").out()));
    assertThat(found.path("heldBy").asLong()).isEqualTo(ProcessHandle.current().pid());
    assertThat(found.path("journal").path("firstRecord").asLong()).isGreaterThan(1);
    assertThat(found.path("messages").path("firstRecord").asLong()).isGreaterThan(1);
    assertThat(found.path("snapshots").size()).isBetween(1, 4);
    assertThat(found.path("sessions").get(0).path("lastEventSeq").asLong()).isPositive();
  }

  private void requireSound() {
    Tool verified = Tool.verify(venue.data());
    assertThat(verified.err()).isEmpty();
    assertThat(verified.out()).noneMatch(line -> line.startsWith("FAULT"));
    assertThat(verified.exitCode()).isZero();
  }

  private void sendUntilCut() {
    try {
      for (int i = 1; i < 200_000 && !stopping; i++) {
        if (i % 3 == 0) {
          orders.sell("C" + i, "ABC", "10.00");
        } else {
          orders.buy("C" + i);
        }
        sent = i;
        if (i % 100 == 0) {
          String last = "C" + i;
          client.await("answer", m -> m.get(11).equals(last) || stopping || !client.isConnected());
        }
      }
    } catch (IOException e) {
      // the process was killed, which is what this waits for
    }
  }
}
