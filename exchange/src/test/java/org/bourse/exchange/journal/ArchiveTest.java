package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.read;
import static org.bourse.exchange.journal.Records.segment;
import static org.bourse.exchange.journal.Records.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bourse.exchange.journal.Records.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {
  /** Where the removed segments go. */
  private enum Target {
    NOWHERE,
    SAME_FILE_SYSTEM,
    OTHER_FILE_SYSTEM
  }

  private final Path folder;
  private final Path archive;
  private final FaultyStorage storage = new FaultyStorage();

  ArchiveTest(@TempDir Path parent) {
    this.folder = parent.resolve("journal");
    this.archive = parent.resolve("archive/of/segments");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldMoveSegmentsToTheArchive(boolean apart) throws IOException {
    List<Line> lines = Records.write(folder, 70);
    byte[] first = Files.readAllBytes(segment(folder, 0));
    if (apart) {
      storage.setFoldersApart();
    }
    try (Journal journal = open(folder, storage)) {
      journal.removeBelow(45, archive);
      assertThat(journal.firstSequence()).isEqualTo(41);
    }
    assertThat(segments(folder)).hasSize(2);
    assertThat(segments(archive)).hasSize(2);
    assertThat(segment(archive, 0)).hasBinaryContent(first);
    try (Journal journal = open(archive)) {
      assertThat(read(journal, 1, 40)).isEqualTo(lines.subList(0, 40));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldAcceptWhatACrashHadArchivedAlready(boolean apart) throws IOException {
    Records.write(folder, 70);
    Files.createDirectories(archive);
    Path first = segment(folder, 0);
    Files.copy(first, archive.resolve(first.getFileName()));
    Files.writeString(archive.resolve("unfinished-" + first.getFileName()), "half");
    Files.writeString(
        archive.resolve("unfinished-" + segment(folder, 1).getFileName()), "half of the second");
    if (apart) {
      storage.setFoldersApart();
    }
    try (Journal journal = open(folder, storage)) {
      journal.removeBelow(45, archive);
      assertThat(journal.firstSequence()).isEqualTo(41);
    }
    assertThat(segments(archive).stream().filter(file -> !file.toString().contains("unfinished")))
        .hasSize(2);
  }

  @Test
  void shouldRefuseToReplaceAnotherFileInTheArchive() throws IOException {
    Records.write(folder, 70);
    Path archived = archive.resolve(segment(folder, 0).getFileName());
    Files.createDirectories(archive);
    Files.writeString(archived, "precious");
    try (Journal journal = open(folder)) {
      assertThatIOException()
          .isThrownBy(() -> journal.removeBelow(45, archive))
          .withMessageContaining("The archive holds another " + archived);
      assertThat(journal.firstSequence()).isEqualTo(1);
    }
    assertThat(archived).hasContent("precious");
    assertThat(segments(folder)).hasSize(4);
  }

  @Test
  void shouldRefuseTheJournalsOwnFolder() throws IOException {
    Records.write(folder, 70);
    Path same = folder.resolve("../journal");
    try (Journal journal = open(folder)) {
      assertThatIllegalArgumentException().isThrownBy(() -> journal.removeBelow(45, same));
    }
    assertThat(segments(folder)).hasSize(4);
  }

  @Test
  void shouldKeepTheSegmentWhenTheArchiveIsFullAndGoOnOnceThereIsRoom() throws IOException {
    Records.write(folder, 70);
    storage.setFoldersApart();
    try (Journal journal = open(folder, storage)) {
      Records.awaitSpare(storage);
      storage.leaveRoom(1500);
      assertThatIOException()
          .isThrownBy(() -> journal.removeBelow(45, archive))
          .withMessageContaining("No space left");
      assertThat(journal.firstSequence()).isEqualTo(21);
      assertThat(archive).isDirectoryNotContaining("glob:**unfinished*");
      storage.leaveRoom(Long.MAX_VALUE);
      journal.removeBelow(45, archive);
      assertThat(journal.firstSequence()).isEqualTo(41);
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void shouldLoseNothingWhenPowerIsLostAtAnyMoment(Target target) throws IOException {
    boolean removedAll = false;
    for (int operations = 0; !removedAll; operations++) {
      Path data = folder.resolve("after-" + operations);
      Path to = target == Target.NOWHERE ? null : archive.resolve("after-" + operations);
      List<Line> lines = Records.write(data, 50);
      FaultyStorage faulty = new FaultyStorage();
      if (target == Target.OTHER_FILE_SYSTEM) {
        faulty.setFoldersApart();
      }
      Journal journal = open(data, faulty);
      Records.awaitSpare(faulty);
      faulty.stopAfter(operations);
      try {
        journal.removeBelow(45, to);
        removedAll = true;
      } catch (IOException e) {
        assertThat(e).hasMessageContaining("The power is off");
      }
      faulty.losePower(new Random(operations));
      Records.closeInTheDark(journal);
      assertNothingLost(data, to, lines, removedAll);
    }
  }

  private static void assertNothingLost(
      Path data, @Nullable Path archive, List<Line> lines, boolean removedAll) throws IOException {
    try (Journal journal = open(data)) {
      int first = (int) journal.firstSequence();
      assertThat(first).isIn(1, 21, 41);
      assertThat(first).isEqualTo(removedAll ? 41 : first);
      assertThat(read(journal, first, 50)).isEqualTo(lines.subList(first - 1, 50));
      if (archive == null) {
        return;
      }
      journal.removeBelow(45, archive);
      assertThat(journal.firstSequence()).isEqualTo(41);
    }
    List<Line> archived = new ArrayList<>();
    JournalScan scan = JournalScan.of(archive, Storage.disk());
    try (JournalReader reader = scan.read(1)) {
      reader.read(Records.into(archived), 40);
    }
    assertThat(archived).isEqualTo(lines.subList(0, 40));
  }
}
