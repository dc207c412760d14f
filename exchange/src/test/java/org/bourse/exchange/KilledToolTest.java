package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands beside and after an exchange that is a process of its own. */
class KilledToolTest {
  private final ProcessFolder folder;
  private final EndlessFlow flow = new EndlessFlow("FIRM1");
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
    flow.start(folder.port());
  }

  @AfterEach
  void end() throws Exception {
    flow.stop();
    process.close();
    flow.close();
  }

  @Test
  void shouldFindNothingWrongAfterItWasKilled() throws Exception {
    await().atMost(60, SECONDS).until(() -> flow.sent() > 3_000);
    process.kill();
    flow.awaitCut();

    Tool.requireSound(folder.data());
    assertThat(Tool.inspect(folder.data()).out())
        .contains("held by      no process; the last run did not end in order");
    Tool sealed = Tool.snapshot(folder.data());
    assertThat(sealed.err()).isEmpty();
    Tool.requireSound(folder.data());
    process = ExchangeProcess.open(folder);
    Tool.requireSound(folder.data());
    process.terminate();
    Tool.requireSound(folder.data());
  }

  @Test
  void shouldSealWhenAsked() throws Exception {
    await().atMost(60, SECONDS).until(() -> flow.sent() > 100);
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
}
