package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.bourse.exchange.journal.Records.append;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.readAll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TruncationTest {
  private final Path folder;

  TruncationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 20, 21, 22, 40, 41, 49, 50, 51})
  void shouldCutFromASequenceOn(int sequence) throws IOException {
    List<Line> lines = new ArrayList<>(Records.write(folder, 50));
    lines.subList(sequence - 1, lines.size()).clear();
    try (Journal journal = open(folder)) {
      journal.truncateFrom(sequence);
      assertThat(journal.nextSequence()).isEqualTo(sequence);
      assertThat(readAll(journal)).isEqualTo(lines);
    }
    try (Journal journal = open(folder)) {
      assertThat(journal.tornTail()).isNull();
      assertThat(journal.nextSequence()).isEqualTo(sequence);
      lines.addAll(commitEach(journal, 30));
    }
    try (Journal journal = open(folder)) {
      assertThat(readAll(journal)).isEqualTo(lines);
    }
  }

  @Test
  void shouldLeaveNothingOfWhatWasCut() throws IOException {
    Records.write(folder, 50);
    try (Journal journal = open(folder)) {
      journal.truncateFrom(2);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
    assertThat(Files.readString(Records.lastSegment(folder), StandardCharsets.ISO_8859_1))
        .contains("record-001")
        .doesNotContain("record-002");
  }

  @Test
  void shouldRefuseToCutOnceRecordsWereAppended() throws IOException {
    Records.write(folder, 5);
    try (Journal journal = open(folder)) {
      append(journal, "new");
      assertThatIllegalStateException().isThrownBy(() -> journal.truncateFrom(3));
    }
  }

  @Test
  void shouldRefuseToCutOutOfRange() throws IOException {
    Records.write(folder, 5);
    try (Journal journal = open(folder)) {
      assertThatIllegalArgumentException().isThrownBy(() -> journal.truncateFrom(0));
      assertThatIllegalArgumentException().isThrownBy(() -> journal.truncateFrom(7));
    }
  }

  @Test
  void shouldLeaveASoundJournalWhenPowerIsLostMeanwhile() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Path data = folder.resolve("seed-" + seed);
      List<Line> lines = Records.write(data, 50);
      FaultyStorage storage = new FaultyStorage();
      Journal cut = open(data, storage);
      storage.failForce(1 + seed % 3);
      storage.failWrite(1 + seed % 5, seed * 17);
      try {
        cut.truncateFrom(10);
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("Input/output error");
      }
      storage.losePower(new Random(seed));
      Records.closeInTheDark(cut);
      try (Journal journal = open(data)) {
        int kept = (int) journal.nextSequence() - 1;
        assertThat(kept).isGreaterThanOrEqualTo(9);
        assertThat(readAll(journal)).isEqualTo(lines.subList(0, kept));
      }
    }
  }
}
