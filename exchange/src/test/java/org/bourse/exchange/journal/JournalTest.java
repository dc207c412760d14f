package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.read;
import static org.bourse.exchange.journal.Records.readAll;
import static org.bourse.exchange.journal.Records.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private final Path folder;

  JournalTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldBeginWithSequenceOne() throws IOException {
    try (Journal journal = open(folder)) {
      assertThat(journal.nextSequence()).isEqualTo(1);
      assertThat(append(journal, "first").sequence()).isEqualTo(1);
      assertThat(journal.nextSequence()).isEqualTo(2);
    }
  }

  @Test
  void shouldReadWhatWasCommitted() throws IOException {
    try (Journal journal = open(folder)) {
      List<Line> lines = new ArrayList<>();
      lines.add(append(journal, "one"));
      lines.add(append(journal, ""));
      journal.commit(true);
      lines.add(append(journal, "three"));
      journal.commit(false);

      assertThat(readAll(journal)).isEqualTo(lines);
      assertThat(read(journal, 2, 2)).containsExactly(lines.get(1));
    }
  }

  @Test
  void shouldRollToFurtherSegments() throws IOException {
    try (Journal journal = open(folder)) {
      List<Line> lines = commitEach(journal, 100);

      assertThat(segments(folder)).hasSizeGreaterThan(4);
      assertThat(readAll(journal)).isEqualTo(lines);
      assertThat(read(journal, 77, 90)).isEqualTo(lines.subList(76, 90));
    }
  }

  @Test
  void shouldWriteOneBatchAcrossManySegments() throws IOException {
    List<Line> lines = new ArrayList<>();
    try (Journal journal = open(folder)) {
      for (int i = 0; i < 5000; i++) {
        lines.add(append(journal, "record " + i));
      }
      journal.commit(true);
      assertThat(segments(folder)).hasSizeGreaterThan(100);
    }
    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @Test
  void shouldWriteABatchInOneWriteAndOneForce() throws IOException {
    FaultyStorage storage = new FaultyStorage();
    try (Journal journal = Journal.open(folder, 1 << 16, storage)) {
      append(journal, "the spare segment is ready when this is durable");
      journal.commit(true);
      await().until(() -> storage.forces() == 4);
      int writes = storage.writes();
      int forces = storage.forces();
      for (int i = 0; i < 100; i++) {
        append(journal, "record " + i);
      }
      journal.commit(true);

      assertThat(storage.writes() - writes).isEqualTo(1);
      assertThat(storage.forces() - forces).isEqualTo(1);
    }
  }

  @Test
  void shouldNotForceUnlessAsked() throws IOException {
    FaultyStorage storage = new FaultyStorage();
    try (Journal journal = Journal.open(folder, 1 << 16, storage)) {
      append(journal, "one");
      journal.commit(true);
      await().until(() -> storage.forces() == 4);
      append(journal, "two");
      journal.commit(false);
      assertThat(storage.forces()).isEqualTo(4);
      journal.commit(true);
      assertThat(storage.forces()).isEqualTo(5);
      journal.commit(true);
      assertThat(storage.forces()).isEqualTo(5);
    }
  }

  @Test
  void shouldContinueAfterReopening() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (int run = 0; run < 10; run++) {
      try (Journal journal = open(folder)) {
        assertThat(journal.nextSequence()).isEqualTo(lines.size() + 1);
        assertThat(journal.tornTail()).isNull();
        lines.addAll(commitEach(journal, 7));
        assertThat(readAll(journal)).isEqualTo(lines);
      }
    }
  }

  @Test
  void shouldReopenWithSegmentsOfAnotherLength() throws IOException {
    List<Line> lines = new ArrayList<>();
    for (long segmentBytes : new long[] {1024, 4096, 2048}) {
      try (Journal journal = Journal.open(folder, segmentBytes, Storage.disk())) {
        lines.addAll(commitEach(journal, 60));
        assertThat(readAll(journal)).isEqualTo(lines);
      }
    }
  }

  @Test
  void shouldDropOnCloseWhatWasNotCommitted() throws IOException {
    List<Line> lines;
    try (Journal journal = open(folder)) {
      lines = commitEach(journal, 3);
      append(journal, "never committed");
    }
    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @Test
  void shouldRefuseARecordOverTheLimitAndStayAsItWas() throws IOException {
    try (Journal journal = open(folder)) {
      int limit = journal.maxPayload();
      assertThat(limit).isEqualTo(1024 - 64 - 32);
      UnsafeBuffer payload = new UnsafeBuffer(new byte[limit + 1]);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> journal.append(0, payload, 0, limit + 1))
          .withMessageContaining("from 0 to " + limit);
      assertThat(journal.append(0, payload, 0, limit)).isEqualTo(1);
      assertThat(append(journal, "after").sequence()).isEqualTo(2);
      journal.commit(true);
      assertThat(readAll(journal)).extracting(Line::sequence).containsExactly(1L, 2L);
    }
  }

  @Test
  void shouldHoldRecordsOfUpToAMebibyte() throws IOException {
    try (Journal journal = Journal.open(folder, 1 << 22, Storage.disk())) {
      int limit = journal.maxPayload();
      assertThat(limit).isEqualTo((1 << 20) - 32);
      UnsafeBuffer payload = new UnsafeBuffer(new byte[limit]);
      payload.setMemory(0, limit, (byte) 'x');
      for (int i = 0; i < 10; i++) {
        journal.append(0, payload, 0, limit);
      }
      journal.commit(true);
      assertThat(readAll(journal))
          .hasSize(10)
          .extracting(Line::text)
          .containsOnly("x".repeat(limit));
    }
  }

  @Test
  void shouldRefuseEverythingOnceClosed() throws IOException {
    Journal journal = open(folder);
    journal.close();
    journal.close();
    assertThatIllegalStateException().isThrownBy(() -> append(journal, "late"));
    assertThatIllegalStateException().isThrownBy(() -> journal.commit(true));
  }

  @Test
  void shouldRefuseASegmentLengthOutOfRange() {
    for (long bytes : new long[] {0, 1016, 1025, (1L << 30) + 8}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Journal.open(folder, bytes, Storage.disk()).close());
    }
  }

  @Test
  void shouldAllocateTheBlocksOfASegmentBeforeItIsUsed() throws IOException {
    try (Journal journal = Journal.open(folder, 1 << 16, Storage.disk())) {
      commitEach(journal, 1);
      assertThat(Files.size(Records.lastSegment(folder))).isEqualTo(1 << 16);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shouldHoldRandomBatchesAsAListDoes(long seed) throws IOException {
    Random random = new Random(seed);
    List<Line> lines = new ArrayList<>();
    for (int run = 0; run < 4; run++) {
      try (Journal journal = open(folder)) {
        if (random.nextBoolean() && !lines.isEmpty()) {
          int keep = random.nextInt(lines.size());
          journal.truncateFrom(keep + 1);
          lines.subList(keep, lines.size()).clear();
        }
        for (int batch = random.nextInt(20); batch > 0; batch--) {
          for (int record = random.nextInt(12); record > 0; record--) {
            lines.add(append(journal, "r".repeat(random.nextInt(journal.maxPayload()))));
          }
          journal.commit(random.nextBoolean());
        }
        assertThat(readAll(journal)).isEqualTo(lines);
        int from = 1 + random.nextInt(lines.size() + 1);
        assertThat(read(journal, from, lines.size()))
            .isEqualTo(lines.subList(from - 1, lines.size()));
      }
    }
  }
}
