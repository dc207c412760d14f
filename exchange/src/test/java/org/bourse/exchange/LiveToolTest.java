package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside an exchange that trades, seals and shortens its logs. */
class LiveToolTest {
  private final RunningExchange venue;
  private final EndlessFlow flow = new EndlessFlow("BROKER1");

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
    flow.start(venue.port());
  }

  @AfterEach
  void end() throws Exception {
    flow.close();
    venue.close();
  }

  @Test
  void shouldFindNothingWrongWhileItTrades() throws Exception {
    for (int round = 1; round <= 8; round++) {
      int upTo = round * 1_500;
      await().atMost(60, SECONDS).until(() -> flow.sent() > upTo);
      Tool.requireSound(venue.data());
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
}
