package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.into;
import static org.bourse.exchange.journal.Records.lastSegment;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.segment;

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

class JournalScanTest {
  private final Path folder;
  private final ReadOnlyStorage storage = new ReadOnlyStorage();

  JournalScanTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldTellOfEachSegment() throws IOException {
    Records.write(folder, 67);
    try (Journal journal = open(folder)) {
      journal.removeBelow(21, null);
    }
    JournalScan scan = JournalScan.of(folder, storage);
    assertThat(scan.firstSequence()).isEqualTo(21);
    assertThat(scan.lastSequence()).isEqualTo(67);
    assertThat(scan.tornTail()).isNull();
    assertThat(scan.segments())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("epoch")
        .containsExactly(
            new ScannedSegment(segment(folder, 0), 21, 40, 1024, 1024, 0),
            new ScannedSegment(segment(folder, 1), 41, 60, 1024, 1024, 0),
            new ScannedSegment(segment(folder, 2), 61, 67, 64 + 7 * 48, 1024, 0));
    assertThat(scan.segments()).extracting(ScannedSegment::epoch).doesNotHaveDuplicates();
  }

  @Test
  void shouldReadWhatItFound() throws IOException {
    List<Line> lines = Records.write(folder, 67);
    JournalScan scan = JournalScan.of(folder, storage);
    List<Line> read = new ArrayList<>();
    try (JournalReader reader = scan.read(15)) {
      reader.read(into(read), scan.lastSequence());
    }
    assertThat(read).isEqualTo(lines.subList(14, 67));
  }

  @Test
  void shouldFindNothingInAnEmptyOrMissingFolder() throws IOException {
    for (Path empty : List.of(folder, folder.resolve("missing"))) {
      JournalScan scan = JournalScan.of(empty, storage);
      assertThat(scan.segments()).isEmpty();
      assertThat(scan.firstSequence()).isEqualTo(1);
      assertThat(scan.lastSequence()).isZero();
      assertThat(scan.tornTail()).isNull();
      assertThatIOException().isThrownBy(() -> scan.read(1).close());
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldTellOfAnEmptySegment() throws IOException {
    open(folder).close();
    JournalScan scan = JournalScan.of(folder, storage);
    assertThat(scan.segments()).hasSize(1);
    assertThat(scan.segments().get(0).lastSequence()).isZero();
    assertThat(scan.segments().get(0).usedBytes()).isEqualTo(64);
  }

  @Test
  void shouldTellOfATornTailAndLeaveIt() throws IOException {
    Records.write(folder, 25);
    byte[] bytes = Files.readAllBytes(lastSegment(folder));
    Arrays.fill(bytes, 64 + 4 * 48 + 20, bytes.length, (byte) 0);
    Files.write(lastSegment(folder), bytes);

    JournalScan scan = JournalScan.of(folder, storage);
    assertThat(scan.lastSequence()).isEqualTo(24);
    assertThat(scan.tornTail()).isEqualTo(new TornTail(lastSegment(folder), 64 + 4 * 48, 25, 0));
    assertThat(lastSegment(folder)).hasBinaryContent(bytes);
  }

  @Test
  void shouldRefuseAForeignFileAsAnOpenDoes() throws IOException {
    Files.writeString(folder.resolve("journal-0000000000000000.log"), "?");
    assertThatThrownBy(() -> JournalScan.of(folder, storage))
        .isInstanceOf(JournalDamagedException.class)
        .hasMessageContaining("named as if it were");
  }

  @Test
  void shouldScanAgainWhenItsSegmentsAreRemovedMeanwhile() throws IOException {
    Records.write(folder, 67);
    try (Journal journal = open(folder)) {
      Path second = segment(folder, 1);
      storage.beforeOpen(second, () -> journal.removeBelow(41, null));
      JournalScan scan = JournalScan.of(folder, storage);
      assertThat(scan.firstSequence()).isEqualTo(41);
      assertThat(scan.lastSequence()).isEqualTo(67);
    }
  }

  @Test
  void shouldTakeATailForMovingIfWhatWasMissingIsThereByNow() throws IOException {
    try (Journal journal = Journal.open(folder, 1 << 20, Storage.disk())) {
      commitEach(journal, 10);
      storage.beforeRead(
          3,
          () -> {
            for (int i = 0; i < 10_000; i++) {
              append(journal, "record-new");
            }
            journal.commit(true);
            append(journal, "after the force");
            journal.commit(true);
          });
      JournalScan scan = JournalScan.of(folder, storage);
      assertThat(storage.reads()).isGreaterThan(3);
      assertThat(scan.lastSequence()).isEqualTo(10_011);
      assertThat(scan.tornTail()).isNull();
    }
  }

  @Test
  void shouldScanWhileOthersAppendAndRemove() throws Exception {
    int count = 2_000;
    AtomicLong committed = new AtomicLong();
    try (Journal journal = open(folder)) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                for (int i = 1; i <= count; i++) {
                  append(journal, "record " + i);
                  Records.unchecked(() -> journal.commit(false));
                  committed.set(i);
                  if (i % 200 == 0) {
                    long keep = i - 150L;
                    Records.unchecked(() -> journal.removeBelow(keep, null));
                  }
                }
              });
      int scans = 0;
      while (!writer.isDone()) {
        long before = committed.get();
        JournalScan scan = JournalScan.of(folder, storage);
        assertThat(scan.lastSequence()).isBetween(before, committed.get() + 1);
        scans++;
      }
      writer.get();
      assertThat(scans).isPositive();
      assertThat(JournalScan.of(folder, storage).lastSequence()).isEqualTo(count);
    }
  }
}
