package org.bourse.client.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.bourse.client.Client;
import org.bourse.client.venue.Bourse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorded hour through the exchange itself, stopped and killed on the way. */
class AgainstBourseTest {
  private static final String ALL = "OK: 4,043 of 4,043 fills matched, 0 unexpected, 0 rejects";

  private final Path folder;
  private Bourse bourse;

  AgainstBourseTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws Exception {
    assumeTrue(Bourse.isBuilt(), "the exchange is not packaged");
    assumeTrue(Files.exists(RealHourTest.find()), "no recorded hour here");
    bourse = Bourse.started(folder);
  }

  @AfterEach
  void close() {
    if (bourse != null) {
      bourse.close();
    }
  }

  @Test
  void shouldMatchEveryFill() {
    assertThat(replay().out()).contains(ALL);
  }

  @Test
  void shouldMatchEveryFillThoughStoppedAndStartedHalfWay() throws Exception {
    CompletableFuture<Client.Result> replay =
        CompletableFuture.supplyAsync(() -> replay("--rate", "20000"));
    letItRun(replay);
    bourse.stop();
    bourse.start();
    assertThat(replay.get().out()).contains(ALL).contains("connection lost   1 x");
  }

  @Test
  void shouldMatchEveryFillThoughKilledTwice() throws Exception {
    CompletableFuture<Client.Result> replay =
        CompletableFuture.supplyAsync(() -> replay("--rate", "20000"));
    for (int i = 0; i < 2; i++) {
      letItRun(replay);
      bourse.kill();
      bourse.start();
    }
    assertThat(replay.get().out()).contains(ALL);
  }

  @Test
  void shouldMatchEveryFillOfTwoRunsWithAStopBetween() throws Exception {
    String store = folder.resolve("store").toString();
    Client.Result first = replay("--run", "R", "--store", store, "--to", "40000");
    bourse.stop();
    bourse.start();
    Client.Result second = replay("--run", "R", "--store", store, "--from", "40001");
    assertThat(first.out()).contains("OK: ").contains("0 unexpected, 0 rejects");
    assertThat(second.out()).contains("OK: ").contains("0 unexpected, 0 rejects");
    assertThat(fills(first) + fills(second)).isEqualTo(4_043);
  }

  private static int fills(Client.Result result) {
    Matcher matched = Pattern.compile("OK: ([\\d,]+) of").matcher(result.out());
    assertThat(matched.find()).as(result.out()).isTrue();
    return Integer.parseInt(matched.group(1).replace(",", ""));
  }

  /** Time itself is the matter: the replay is to be well under way. */
  private void letItRun(CompletableFuture<Client.Result> replay) {
    bourse.awaitLogon();
    Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    assertThat(replay).isNotDone();
  }

  private Client.Result replay(String... more) {
    String[] words = new String[4 + more.length];
    words[0] = "replay";
    words[1] = RealHourTest.find().toString();
    words[2] = "--port";
    words[3] = Integer.toString(bourse.port());
    System.arraycopy(more, 0, words, 4, more.length);
    return Client.run(words);
  }
}
