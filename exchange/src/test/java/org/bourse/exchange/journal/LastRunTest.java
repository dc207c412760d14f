package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void shouldKnowNoLossOfPowerOnNewFolder() throws IOException {
    assertThat(run("boot-1").powerLost()).isFalse();
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
  void shouldForgetRunThatEndedInOrder() throws IOException {
    LastRun first = run("boot-1");
    first.begin();
    first.end();

    assertThat(run("boot-2").powerLost()).isFalse();
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
