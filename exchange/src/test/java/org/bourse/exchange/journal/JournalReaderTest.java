package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.into;
import static org.bourse.exchange.journal.Records.open;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalReaderTest {
  private final Path folder;

  JournalReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldFollowAJournalThatGrows() throws IOException {
    List<Line> read = new ArrayList<>();
    try (Journal journal = open(folder);
        JournalReader reader = journal.read(1)) {
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        lines.addAll(commitEach(journal, 1));
        assertThat(reader.read(into(read), journal.nextSequence() - 1)).isEqualTo(1);
        assertThat(reader.read(into(read), journal.nextSequence() - 1)).isZero();
      }
      assertThat(read).isEqualTo(lines);
      assertThat(reader.nextSequence()).isEqualTo(61);
    }
  }

  @Test
  void shouldReadNothingAboveTheAskedSequence() throws IOException {
    List<Line> read = new ArrayList<>();
    try (Journal journal = open(folder);
        JournalReader reader = journal.read(3)) {
      List<Line> lines = commitEach(journal, 50);
      assertThat(reader.read(into(read), 2)).isZero();
      assertThat(reader.nextSequence()).isEqualTo(3);
      assertThat(reader.read(into(read), 30)).isEqualTo(28);
      assertThat(reader.read(into(read), 41)).isEqualTo(11);
      assertThat(read).isEqualTo(lines.subList(2, 41));
    }
  }

  @Test
  void shouldReadWhileAnotherThreadWrites() throws Exception {
    int count = 20_000;
    List<Line> written = new ArrayList<>();
    List<Line> read = new ArrayList<>();
    AtomicLong committed = new AtomicLong();
    FaultyStorage storage = new FaultyStorage();
    try (Journal journal = Journal.open(folder, 1 << 16, storage);
        JournalReader reader = journal.read(1)) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= count; i++) {
                  written.add(append(journal, "record " + i));
                  if (i % 7 == 0 || i == count) {
                    Records.commit(journal);
                    committed.set(i);
                  }
                }
              });
      while (read.size() < count && !writer.isCompletedExceptionally()) {
        reader.read(into(read), committed.get());
      }
      writer.get();
      assertThat(read).isEqualTo(written);
    }
  }

  @Test
  void shouldRefuseToReadWhatIsNotThere() throws IOException {
    List<Line> read = new ArrayList<>();
    try (Journal journal = open(folder);
        JournalReader reader = journal.read(1)) {
      List<Line> lines = commitEach(journal, 5);
      append(journal, "not committed");
      assertThatThrownBy(() -> reader.read(into(read), 6))
          .isInstanceOf(JournalDamagedException.class)
          .hasMessageContaining("found no sound record 6");
      assertThat(read).isEqualTo(lines);
      journal.commit(false);
      assertThat(reader.read(into(read), 6)).isEqualTo(1);
    }
  }

  @Test
  void shouldRefuseARecordDamagedAfterTheOpen() throws IOException {
    try (Journal journal = open(folder);
        JournalReader reader = journal.read(1)) {
      commitEach(journal, 5);
      byte[] bytes = Files.readAllBytes(Records.lastSegment(folder));
      bytes[SegmentHeader.SIZE + 2 * 48 + 35] ^= 1;
      Files.write(Records.lastSegment(folder), bytes);
      List<Line> read = new ArrayList<>();
      assertThatThrownBy(() -> reader.read(into(read), 5))
          .isInstanceOf(JournalDamagedException.class)
          .hasMessageContaining("at offset 160: found no sound record 3");
      assertThat(read).hasSize(2);
    }
  }

  @Test
  void shouldPassOnWhatTheHandlerThrowsAndGoOnAfterThatRecord() throws IOException {
    try (Journal journal = open(folder);
        JournalReader reader = journal.read(1)) {
      List<Line> lines = commitEach(journal, 3);
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  reader.read(
                      (sequence, time, buffer, offset, length) -> {
                        throw new IllegalStateException("no");
                      },
                      3));
      List<Line> read = new ArrayList<>();
      reader.read(into(read), 3);
      assertThat(read).isEqualTo(lines.subList(1, 3));
    }
  }

  @Test
  void shouldRefuseASequenceBelowOne() throws IOException {
    try (Journal journal = open(folder)) {
      assertThatIllegalArgumentException().isThrownBy(() -> journal.read(0).close());
    }
  }
}
