package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.fix.SteadyClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside and after an exchange that is a process of its own. */
class KilledToolTest {
  private final ProcessFolder folder;
  private final SteadyClient client = new SteadyClient("FIRM1");
  private final Orders orders = new Orders(client);
  private final Thread sender = new Thread(this::sendUntilCut);
  private volatile boolean stopping;
  private volatile int sent;
  private ExchangeProcess process;

  KilledToolTest(@TempDir Path path) throws Exception {
    folder = ProcessFolder.in(path);
    Files.writeString(
        folder.config().resolve("exchange.yaml"),
        """
        durability: os
        engine: {expected-open-orders: 1000, expected-orders-per-day: 1000}
        journal: {segment-size: 1MB}
        snapshot: {every-commands: 1000, keep: 2}
        fix: {message-store: {segment-size: 1MB, retain: 1000}}
        """);
    process = ExchangeProcess.open(folder);
  }

  @BeforeEach
  void trade() throws Exception {
    client.connect(folder.port());
    sender.start();
  }

  @AfterEach
  void end() throws Exception {
    stopping = true;
    process.close();
    sender.join();
    client.close();
  }

  @Test
  void shouldFindNothingWrongAfterItWasKilled() throws Exception {
    await().atMost(60, SECONDS).until(() -> sent > 3_000);
    process.kill();
    sender.join();

    requireSound();
    assertThat(Tool.inspect(folder.data()).out())
        .contains("held by      no process; the last run did not end in order");
    Tool sealed = Tool.snapshot(folder.data());
    assertThat(sealed.err()).isEmpty();
    requireSound();
    process = ExchangeProcess.open(folder);
    requireSound();
    process.terminate();
    requireSound();
  }

  @Test
  void shouldSealWhenAsked() throws Exception {
    await().atMost(60, SECONDS).until(() -> sent > 100);
    Tool first = Tool.snapshot(folder.data());
    assertThat(first.err()).isEmpty();
    assertThat(first.exitCode()).isZero();
    assertThat(first.position()).isPositive();
  }

  @Test
  void shouldRunFromTheCommandLine() throws Exception {
    String data = folder.data().toString();
    for (String command : List.of("inspect", "verify", "replay", "snapshot")) {
      try (ExchangeProcess tool = ExchangeProcess.run(command, "--data", data)) {
        assertThat(tool.exitCode()).as(command + tool.err()).isZero();
        assertThat(tool.out()).isNotEmpty();
        assertThat(tool.err()).isEmpty();
      }
    }
  }

  private void requireSound() {
    Tool verified = Tool.verify(folder.data());
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
