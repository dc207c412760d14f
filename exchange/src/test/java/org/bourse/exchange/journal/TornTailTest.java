package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.lastSegment;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.readAll;
import static org.bourse.exchange.journal.Records.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TornTailTest {
  private final Path folder;

  TornTailTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldCutARecordTornAtAnyByte() throws IOException {
    List<Line> lines = Records.write(folder, 5);
    Path segment = lastSegment(folder);
    byte[] whole = Files.readAllBytes(segment);
    Line last = lines.get(4);
    int start = SegmentHeader.SIZE + 4 * size(last);

    for (int torn = start; torn < start + size(last); torn++) {
      byte[] bytes = whole.clone();
      Arrays.fill(bytes, torn, start + size(last), (byte) 0);
      if (Arrays.equals(bytes, whole)) {
        continue;
      }
      Files.write(segment, bytes);
      try (Journal journal = open(folder)) {
        assertThat(readAll(journal)).isEqualTo(lines.subList(0, 4));
        assertThat(journal.nextSequence()).isEqualTo(5);
        if (torn > start) {
          TornTail tail = Objects.requireNonNull(journal.tornTail());
          assertThat(tail).isEqualTo(new TornTail(segment, start, 5, 0));
        }
      }
      assertThat(Files.readAllBytes(segment)).startsWith(Arrays.copyOf(whole, start));
      assertThat(Arrays.copyOfRange(Files.readAllBytes(segment), start, whole.length))
          .containsOnly(0);
    }
  }

  @Test
  void shouldContinueWhereATailWasCut() throws IOException {
    List<Line> lines = new ArrayList<>(Records.write(folder, 5).subList(0, 4));
    byte[] bytes = Files.readAllBytes(lastSegment(folder));
    Arrays.fill(bytes, SegmentHeader.SIZE + 4 * size(lines.get(0)) + 20, bytes.length, (byte) 0);
    Files.write(lastSegment(folder), bytes);

    try (Journal journal = open(folder)) {
      lines.addAll(commitEach(journal, 30));
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.tornTail()).isNull();
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @Test
  void shouldCutSoundRecordsOfAnUnforcedBatchThatLostASector() throws IOException {
    List<Line> lines;
    try (Journal journal = Journal.open(folder, 1 << 14, Storage.disk())) {
      lines = commitEach(journal, 3);
      for (int i = 0; i < 50; i++) {
        append(journal, "of one batch");
      }
      journal.commit(true);
    }
    zero(1024, 1536);

    try (Journal journal = Journal.open(folder, 1 << 14, Storage.disk())) {
      List<Line> kept = readAll(journal);
      assertThat(kept).startsWith(lines.toArray(new Line[0]));
      assertThat(kept.size()).isBetween(4, 30);
      assertThat(Objects.requireNonNull(journal.tornTail()).soundRecords()).isPositive();
    }
  }

  @Test
  void shouldRefuseAChangedByteInTheMiddleOfTheLastBatch() throws IOException {
    try (Journal journal = Journal.open(folder, 1 << 14, Storage.disk())) {
      for (int i = 0; i < 50; i++) {
        append(journal, "of one batch");
      }
      journal.commit(true);
    }
    byte[] bytes = Files.readAllBytes(lastSegment(folder));
    bytes[1234] ^= 1;
    Files.write(lastSegment(folder), bytes);

    assertThatThrownBy(() -> Journal.open(folder, 1 << 14, Storage.disk()))
        .isInstanceOf(JournalDamagedException.class)
        .hasMessageContaining("no sector missing between");
  }

  @Test
  void shouldRefuseALostSectorOfRecordsThatHadBeenForced() throws IOException {
    try (Journal journal = Journal.open(folder, 1 << 14, Storage.disk())) {
      commitEach(journal, 50);
    }
    zero(1024, 1536);

    assertThatThrownBy(() -> Journal.open(folder, 1 << 14, Storage.disk()))
        .isInstanceOf(JournalDamagedException.class)
        .hasMessageContaining("no sound record 21, yet sound record 32 at offset 1552");
  }

  @Test
  void shouldNeverTakeAStaleRecordOfAFormerEpochForANewOne() throws IOException {
    Path other = folder.resolve("other");
    Path ours = folder.resolve("ours");
    Records.write(other, 8);
    List<Line> lines = Records.write(ours, 3);
    byte[] stale = Files.readAllBytes(lastSegment(other));
    byte[] bytes = Files.readAllBytes(lastSegment(ours));
    int end = SegmentHeader.SIZE + 3 * size(lines.get(0));
    System.arraycopy(stale, end, bytes, end, bytes.length - end);
    Files.write(lastSegment(ours), bytes);

    try (Journal journal = open(ours)) {
      assertThat(readAll(journal)).isEqualTo(lines);
      assertThat(journal.tornTail()).isEqualTo(new TornTail(lastSegment(ours), end, 4, 0));
    }
  }

  @Test
  void shouldAcceptABlankSegmentHalfZeroedAndRemoveIt() throws IOException {
    List<Line> lines = Records.write(folder, 3);
    Path blank = folder.resolve("journal-1.blank");
    Files.write(blank, new byte[100]);

    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines);
    }
    assertThat(blank).doesNotExist();
  }

  @Test
  void shouldAcceptAnEmptyLastSegment() throws IOException {
    List<Line> lines = new ArrayList<>(Records.write(folder, 41));
    zeroAll(lastSegment(folder));

    try (Journal journal = open(folder)) {
      lines.remove(40);
      assertThat(readAll(journal)).isEqualTo(lines);
      lines.addAll(commitEach(journal, 3));
    }
    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  private void zero(int from, int to) throws IOException {
    byte[] bytes = Files.readAllBytes(lastSegment(folder));
    Arrays.fill(bytes, from, to, (byte) 0);
    Files.write(lastSegment(folder), bytes);
  }

  private static void zeroAll(Path segment) throws IOException {
    byte[] bytes = Files.readAllBytes(segment);
    Arrays.fill(bytes, SegmentHeader.SIZE, bytes.length, (byte) 0);
    Files.write(segment, bytes);
  }
}
