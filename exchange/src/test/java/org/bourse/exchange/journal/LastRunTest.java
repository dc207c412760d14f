package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunTest {
  private final Storage storage = Storage.disk();
  private Path folder;

  @BeforeEach
  void setUp(@TempDir Path temp) {
    folder = temp;
  }

  /** As in a copy without the note. */
  @Test
  void shouldAssumeLossOfPowerWhereNothingIsKnown() throws IOException {
    assertThat(run("boot-1").powerLost()).isTrue();
    assertThat(run("boot-1").endedInOrder()).isFalse();
  }

  @Test
  void shouldTellKilledProcessFromLossOfPower() throws IOException {
    run("boot-1").begin();

    assertThat(run("boot-1").powerLost()).isFalse();
    assertThat(run("boot-2").powerLost()).isTrue();
  }

  @Test
  void shouldKnowLossOfPowerUntilRunBegins() throws IOException {
    run("boot-1").begin();
    LastRun failed = run("boot-2");

    assertThat(run("boot-2").powerLost()).isTrue();
    failed.begin();
    assertThat(run("boot-2").powerLost()).isFalse();
  }

  @Test
  void shouldKnowRunThatEndedInOrder() throws IOException {
    LastRun first = run("boot-1");
    first.begin();
    assertThat(run("boot-1").endedInOrder()).isFalse();
    first.end(11, 21);

    assertThat(run("boot-2").powerLost()).isFalse();
    assertThat(run("boot-2").endedInOrder()).isTrue();
  }

  @Test
  void shouldRefuseLogsThatAreShorterThanTheyWereLeft() throws IOException {
    run("boot-1").end(11, 21);
    LastRun next = run("boot-1");

    next.requireEnds(11, 21);
    next.requireEnds(12, Long.MAX_VALUE);
    assertThatThrownBy(() -> next.requireEnds(10, 21))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("journal", "record is 9", "left 10", "restore");
    assertThatThrownBy(() -> next.requireEnds(11, 20))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("fix", "record is 19", "left 20", "restore");
  }

  @Test
  void shouldTakeUnreadableNoteForLossOfPower() throws IOException {
    Files.writeString(folder.resolve("run"), "\u0000\u0000 torn");

    assertThat(run("boot-1").powerLost()).isTrue();
  }

  @Test
  void shouldKnowThisMachine() {
    assertThat(LastRun.bootId()).isNotBlank().isEqualTo(LastRun.bootId());
  }

  private LastRun run(String bootId) throws IOException {
    return LastRun.of(folder, bootId, storage);
  }
}
