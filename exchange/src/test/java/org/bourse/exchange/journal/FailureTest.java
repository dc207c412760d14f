package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.readAll;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailureTest {
  private final Path folder;
  private final FaultyStorage storage = new FaultyStorage();

  FailureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldSayThatNothingWasWrittenWhenThereIsNoRoomForTheNextSegment() throws IOException {
    List<Line> lines;
    try (Journal journal = openWithSpareReady()) {
      lines = new ArrayList<>(commitEach(journal, 18));
      storage.leaveRoom(500);
      for (int i = 0; i < 50; i++) {
        append(journal, "refused");
      }
      assertThatThrownBy(() -> journal.commit(true))
          .isInstanceOf(JournalFullException.class)
          .hasMessageContaining("No space left on device");
      assertFailed(journal);
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.tornTail()).isNull();
      assertThat(readAll(journal)).isEqualTo(lines);
      assertThat(Records.segments(folder)).hasSize(1);
    }
  }

  @Test
  void shouldRefuseToOpenWithoutRoomForTheFirstSegment() {
    storage.leaveRoom(500);
    assertThatThrownBy(() -> open(folder, storage)).isInstanceOf(JournalFullException.class);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldTellOfABackgroundFailureAndTryAgainWhenTheSegmentIsNeeded() throws IOException {
    try (Journal journal = openWithSpareReady()) {
      storage.leaveRoom(500);
      List<Line> lines = new ArrayList<>(commitEach(journal, 21));
      await().until(() -> journal.preparationFailure() != null);
      storage.leaveRoom(Long.MAX_VALUE);
      lines.addAll(commitEach(journal, 40));

      assertThat(journal.preparationFailure()).isNull();
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @Test
  void shouldTellOfAWantOfMemoryInTheBackgroundAndTryAgainWhenTheSegmentIsNeeded()
      throws IOException {
    try (Journal journal = openWithSpareReady()) {
      storage.setOutOfMemory(true);
      List<Line> lines = new ArrayList<>(commitEach(journal, 21));
      await().until(() -> journal.preparationFailure() != null);
      assertThat(journal.preparationFailure()).hasMessageContaining("Direct buffer memory");
      storage.setOutOfMemory(false);
      lines.addAll(commitEach(journal, 40));

      assertThat(journal.preparationFailure()).isNull();
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31, 48, 100})
  void shouldFailForGoodWhenAWriteFails(int written) throws IOException {
    List<Line> lines;
    try (Journal journal = openWithSpareReady()) {
      lines = new ArrayList<>(commitEach(journal, 5));
      for (int i = 0; i < 3; i++) {
        lines.add(append(journal, "record-" + i));
      }
      storage.failWrite(1, written);
      assertThatIOException()
          .isThrownBy(() -> journal.commit(true))
          .isNotInstanceOf(JournalFullException.class);
      assertFailed(journal);
    }
    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines.subList(0, 5 + written / 48));
    }
  }

  @Test
  void shouldFailForGoodWhenAForceFailsAndNeverForceAgain() throws IOException {
    Journal journal = openWithSpareReady();
    commitEach(journal, 5);
    append(journal, "in doubt");
    int forces = storage.forces();
    storage.failForce(1);
    assertThatIOException()
        .isThrownBy(() -> journal.commit(true))
        .isNotInstanceOf(JournalFullException.class);
    assertFailed(journal);
    journal.close();
    assertThat(storage.forces()).isEqualTo(forces + 1);
  }

  @Test
  void shouldWriteRecordsInDoubtAgainOnOpenBecauseAForceMayHaveDroppedThem() throws IOException {
    List<Line> lines;
    try (Journal journal = openWithSpareReady()) {
      lines = new ArrayList<>(commitEach(journal, 5));
      lines.add(append(journal, "in doubt"));
      storage.failForce(1);
      assertThatIOException().isThrownBy(() -> journal.commit(true));
    }
    FaultyStorage next = new FaultyStorage();
    next.failWrite(1, 0);
    assertThatIOException().isThrownBy(() -> open(folder, next));
    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldFailWithoutAHoleWhenARollFails(int force) throws IOException {
    List<Line> lines;
    try (Journal journal = openWithSpareReady()) {
      lines = new ArrayList<>(commitEach(journal, 18));
      for (int i = 0; i < 10; i++) {
        lines.add(append(journal, "record-" + i));
      }
      storage.leaveRoom(500);
      storage.failForce(force);
      assertThatIOException()
          .isThrownBy(() -> journal.commit(true))
          .withMessageContaining("Input/output error on force");
    }
    try (Journal journal = open(folder)) {
      int kept = (int) journal.nextSequence() - 1;
      assertThat(kept).isGreaterThanOrEqualTo(18);
      assertThat(readAll(journal)).isEqualTo(lines.subList(0, kept));
    }
  }

  @Test
  void shouldKeepEveryForcedRecordThroughALossOfPower() throws IOException {
    for (int seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Path data = folder.resolve("seed-" + seed);
      List<Line> lines = new ArrayList<>();
      int durable = 0;
      for (int run = 0; run < 3; run++) {
        FaultyStorage faulty = new FaultyStorage();
        Journal journal = Journal.open(data, 4096, faulty);
        int kept = (int) journal.nextSequence() - 1;
        assertThat(kept).as("seed %s run %s", seed, run).isGreaterThanOrEqualTo(durable);
        lines.subList(kept, lines.size()).clear();
        assertThat(readAll(journal)).isEqualTo(lines);
        durable = kept;
        for (int batch = random.nextInt(8); batch > 0; batch--) {
          for (int record = random.nextInt(30); record > 0; record--) {
            lines.add(append(journal, "r".repeat(random.nextInt(300))));
          }
          boolean force = random.nextBoolean();
          journal.commit(force);
          durable = force ? lines.size() : durable;
        }
        faulty.losePower(random);
        Records.closeInTheDark(journal);
      }
    }
  }

  private Journal openWithSpareReady() throws IOException {
    Journal journal = open(folder, storage);
    await().until(() -> storage.forces() >= 3);
    return journal;
  }

  private static void assertFailed(Journal journal) {
    assertThatIllegalStateException().isThrownBy(() -> append(journal, "more"));
    assertThatIOException().isThrownBy(() -> journal.commit(true)).withMessageContaining("failed");
    assertThatIOException().isThrownBy(() -> journal.commit(false)).withMessageContaining("failed");
    assertThatIllegalStateException().isThrownBy(() -> journal.truncateFrom(1));
  }
}
