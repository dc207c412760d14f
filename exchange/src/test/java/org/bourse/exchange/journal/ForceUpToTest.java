package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.readAll;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForceUpToTest {
  private final Path folder;
  private final FaultyStorage storage = new FaultyStorage();

  ForceUpToTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldMakeUnforcedCommitsOutliveALossOfPower() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Path data = folder.resolve("seed-" + seed);
      FaultyStorage faulty = new FaultyStorage();
      Journal journal = open(data, faulty);
      List<Line> lines = commitUnforced(journal, 1 + seed);
      journal.forceUpTo(lines.size());
      lines.addAll(commitUnforced(journal, 10));
      faulty.losePower(new Random(seed));
      Records.closeInTheDark(journal);
      try (Journal again = open(data)) {
        int kept = (int) again.nextSequence() - 1;
        assertThat(kept).as("seed %s", seed).isGreaterThan(seed);
        assertThat(readAll(again)).isEqualTo(lines.subList(0, kept));
      }
    }
  }

  @Test
  void shouldForceOnlyWhatWasNot() throws IOException {
    try (Journal journal = Journal.open(folder, 1 << 16, storage)) {
      Records.awaitSpare(storage);
      commitEach(journal, 3);
      int forces = storage.forces();
      journal.forceUpTo(3);
      assertThat(storage.forces()).isEqualTo(forces);
      commitUnforced(journal, 3);
      journal.forceUpTo(6);
      assertThat(storage.forces()).isEqualTo(forces + 1);
    }
  }

  @Test
  void shouldNotForceASegmentThatWasLeft() throws IOException {
    try (Journal journal = open(folder, storage)) {
      commitUnforced(journal, 70);
      storage.failForce(1);
      journal.forceUpTo(60);
      storage.failForce(Integer.MAX_VALUE);
    }
  }

  @Test
  void shouldFailTheJournalForGoodWhenItFails() throws IOException {
    try (Journal journal = open(folder, storage)) {
      Records.awaitSpare(storage);
      commitUnforced(journal, 3);
      storage.failForce(1);
      assertThatIOException().isThrownBy(() -> journal.forceUpTo(3));
      assertThatIOException()
          .isThrownBy(() -> journal.forceUpTo(3))
          .withMessageContaining("has failed before");
      assertThatIOException().isThrownBy(() -> journal.commit(true));
      assertThatIllegalStateException().isThrownBy(() -> append(journal, "more"));
    }
  }

  @Test
  void shouldNotTakeAForceForGoodAfterThatOfTheWriterFailed() throws IOException {
    try (Journal journal = open(folder, storage)) {
      Records.awaitSpare(storage);
      commitUnforced(journal, 3);
      storage.failForce(1);
      assertThatIOException().isThrownBy(() -> journal.commit(true));
      assertThatIOException()
          .isThrownBy(() -> journal.forceUpTo(3))
          .withMessageContaining("has failed before");
    }
  }

  @Test
  void shouldForceWhileTheWriterGoesOn() throws Exception {
    int count = 3_000;
    AtomicLong committed = new AtomicLong();
    try (Journal journal = open(folder)) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= count; i++) {
                  append(journal, "record " + i);
                  Records.unchecked(() -> journal.commit(false));
                  committed.set(i);
                }
              });
      while (!writer.isDone()) {
        journal.forceUpTo(committed.get());
        journal.removeBelow(committed.get(), null);
      }
      writer.get();
      assertThat(journal.nextSequence()).isEqualTo(count + 1);
    }
  }

  private static List<Line> commitUnforced(Journal journal, int count) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(append(journal, String.format("record-%03d", journal.nextSequence())));
      journal.commit(false);
    }
    return lines;
  }
}
