package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.into;
import static org.bourse.exchange.journal.Records.lastSegment;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.read;
import static org.bourse.exchange.journal.Records.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovalTest {
  private final Path folder;

  RemovalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "20,1", "21,21", "40,21", "41,41", "60,41", "61,61", "70,61", "1000,61"})
  void shouldRemoveOnlySegmentsWhollyBelow(long sequence, long first) throws IOException {
    List<Line> lines = new ArrayList<>(Records.write(folder, 70));
    try (Journal journal = open(folder)) {
      assertThat(journal.firstSequence()).isEqualTo(1);
      journal.removeBelow(sequence, null);
      assertThat(journal.firstSequence()).isEqualTo(first);
      assertThat(read(journal, first, 70)).isEqualTo(lines.subList((int) first - 1, 70));
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.firstSequence()).isEqualTo(first);
      assertThat(journal.nextSequence()).isEqualTo(71);
      lines.addAll(commitEach(journal, 30));
    }
    try (Journal journal = open(folder)) {
      assertThat(read(journal, first, 100)).isEqualTo(lines.subList((int) first - 1, 100));
    }
  }

  @Test
  void shouldSayWhichRecordIsTheFirstKept() throws IOException {
    Records.write(folder, 70);
    try (Journal journal = open(folder)) {
      journal.removeBelow(45, null);
      assertThatIOException()
          .isThrownBy(() -> journal.read(40).close())
          .isNotInstanceOf(JournalDamagedException.class)
          .withMessage(
              "Record 40 is no longer in the journal in %s: the first one kept is 41", folder);
    }
  }

  @Test
  void shouldLetAReaderGoOnToTheEndOfItsSegment() throws IOException {
    List<Line> lines = Records.write(folder, 70);
    List<Line> read = new ArrayList<>();
    try (Journal journal = open(folder);
        JournalReader reader = journal.read(3)) {
      journal.removeBelow(50, null);
      reader.read(into(read), 20);
      assertThat(read).isEqualTo(lines.subList(2, 20));
      assertThatIOException()
          .isThrownBy(() -> reader.read(into(read), 70))
          .isNotInstanceOf(JournalDamagedException.class)
          .withMessageContaining("Record 21 is no longer in the journal");
    }
  }

  @Test
  void shouldKeepTheLastSegmentThoughItIsEmpty() throws IOException {
    Records.write(folder, 41);
    byte[] bytes = Files.readAllBytes(lastSegment(folder));
    Arrays.fill(bytes, SegmentHeader.SIZE, bytes.length, (byte) 0);
    Files.write(lastSegment(folder), bytes);
    try (Journal journal = open(folder)) {
      journal.removeBelow(41, null);
      assertThat(segments(folder)).hasSize(1);
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.firstSequence()).isEqualTo(41);
      assertThat(journal.nextSequence()).isEqualTo(41);
    }
  }

  @Test
  void shouldRefuseToCutBelowTheFirstRecord() throws IOException {
    Records.write(folder, 70);
    try (Journal journal = open(folder)) {
      journal.removeBelow(45, null);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.truncateFrom(40))
          .withMessage("Can't cut from 40; the first record is 41, the next 71");
      journal.truncateFrom(41);
      assertThat(journal.firstSequence()).isEqualTo(41);
      assertThat(journal.nextSequence()).isEqualTo(41);
    }
  }

  @Test
  void shouldRefuseOnceClosed() throws IOException {
    Records.write(folder, 70);
    Journal journal = open(folder);
    journal.close();
    assertThatIOException().isThrownBy(() -> journal.removeBelow(50, null));
    assertThat(segments(folder)).hasSize(4);
  }

  @Test
  void shouldRemoveOnTwoThreadsWhileOthersWriteAndRead() throws Exception {
    int count = 6_000;
    AtomicLong committed = new AtomicLong();
    List<Line> written = new ArrayList<>();
    List<Line> read = new ArrayList<>();
    try (Journal journal = open(folder, new FaultyStorage());
        JournalReader reader = journal.read(1)) {
      AtomicLong passed = new AtomicLong(1);
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
      CompletableFuture<?> one = CompletableFuture.runAsync(() -> follow(journal, passed, count));
      CompletableFuture<?> two = CompletableFuture.runAsync(() -> follow(journal, passed, count));
      while (read.size() < count && !writer.isCompletedExceptionally()) {
        reader.read(into(read), committed.get());
        passed.set(reader.nextSequence());
      }
      CompletableFuture.allOf(writer, one, two).get();
      assertThat(read).isEqualTo(written);
      assertThat(segments(folder)).hasSize(1);
    }
  }

  private static void follow(Journal journal, AtomicLong passed, long last) {
    long sequence;
    do {
      sequence = passed.get();
      Records.unchecked(() -> journal.removeBelow(passed.get(), null));
    } while (sequence <= last);
  }
}
