package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bourse.exchange.journal.Records.lastSegment;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.readAll;
import static org.bourse.exchange.journal.Records.segment;
import static org.bourse.exchange.journal.Records.segments;
import static org.bourse.exchange.journal.Records.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
  private final Path folder;

  DamageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldNeverBeSilentlyWrongAboutAChangedByte() throws IOException {
    List<Line> lines = Records.write(folder, 27);
    assertThat(segments(folder)).hasSize(2);
    int lastRecord = 0;
    int refused = 0;
    for (Path segment : segments(folder)) {
      byte[] whole = Files.readAllBytes(segment);
      for (int at = 0; at < whole.length; at++) {
        byte[] bytes = whole.clone();
        bytes[at] ^= (byte) (1 << (at % 8));
        Files.write(segment, bytes);
        try (Journal journal = open(folder, new FaultyStorage())) {
          assertThat(segment).isEqualTo(lastSegment(folder));
          int kept = (int) journal.nextSequence() - 1;
          assertThat(kept).isGreaterThanOrEqualTo(lines.size() - 1);
          assertThat(readAll(journal)).isEqualTo(lines.subList(0, kept));
          assertThat(journal.tornTail()).isNotNull();
          lastRecord += lines.size() - kept;
        } catch (JournalDamagedException e) {
          refused++;
        }
        Files.write(segment, whole);
      }
    }
    assertThat(lastRecord).isEqualTo(size(lines.get(26)));
    assertThat(refused).isGreaterThan(1024);
  }

  @Test
  void shouldSayWhereAndWhatWhenARecordIsDamaged() throws IOException {
    List<Line> lines = Records.write(folder, 10);
    flip(lastSegment(folder), SegmentHeader.SIZE + 3 * size(lines.get(0)) + 40);

    assertDamaged()
        .hasMessage(
            "Journal damaged: "
                + lastSegment(folder)
                + " at offset 208: found no sound record 4, yet sound record 5 at offset 256 was"
                + " added after that was forced. Restore the file from a copy; nothing was"
                + " changed.");
  }

  @Test
  void shouldRefuseAnEarlierSegmentWithATornTail() throws IOException {
    Records.write(folder, 50);
    byte[] bytes = Files.readAllBytes(segment(folder, 0));
    bytes[1000] = 0;
    Files.write(segment(folder, 0), bytes);

    assertDamaged().hasMessageContaining("and later segments follow");
  }

  @Test
  void shouldRefuseAHoleBetweenSegments() throws IOException {
    Records.write(folder, 80);
    Files.delete(segment(folder, 1));

    assertDamaged().hasMessageContaining("found first sequence 41 where 21 is next");
  }

  @Test
  void shouldRefuseARecordMissingAtTheEndOfASegment() throws IOException {
    Records.write(folder, 50);
    byte[] bytes = Files.readAllBytes(segment(folder, 0));
    Arrays.fill(bytes, SegmentHeader.SIZE + 19 * 48, bytes.length, (byte) 0);
    Files.write(segment(folder, 0), bytes);

    assertDamaged().hasMessageContaining("found first sequence 21 where 20 is next");
  }

  @Test
  void shouldRefuseSwappedSegments() throws IOException {
    Records.write(folder, 80);
    Path first = segment(folder, 1);
    Path second = segment(folder, 2);
    Path aside = folder.resolve("aside");
    Files.move(first, aside);
    Files.move(second, first);
    Files.move(aside, second);

    assertDamaged().hasMessageContaining("found first sequence 41, and the name says 21");
  }

  @Test
  void shouldRefuseASegmentOfAnotherJournal() throws IOException {
    Path other = folder.resolve("other");
    Records.write(folder, 50);
    Records.write(other, 50);
    Path replaced = segment(folder, 1);
    Files.delete(replaced);
    Files.copy(segment(other, 1), replaced);

    assertDamaged().hasMessageContaining("a segment of journal").hasMessageContaining("right file");
  }

  @Test
  void shouldRefuseAForeignFileUnderASegmentsName() throws IOException {
    Records.write(folder, 3);
    Files.writeString(lastSegment(folder), "dear diary, ".repeat(90));

    assertDamaged().hasMessageContaining("at offset 0").hasMessageContaining("move it elsewhere");
  }

  @Test
  void shouldRefuseAFileNamedAsIfItWereOurs() throws IOException {
    Records.write(folder, 3);
    Files.writeString(folder.resolve("journal-1.log.bak"), "?");

    assertDamaged().hasMessageContaining("journal-1.log.bak").hasMessageContaining("Move it");
  }

  @Test
  void shouldLeaveOtherFilesAlone() throws IOException {
    Files.writeString(folder.resolve("lock"), "1");
    Records.write(folder, 3);
    assertThat(folder.resolve("lock")).hasContent("1");
  }

  @Test
  void shouldRefuseAnUnknownFormat() throws IOException {
    Records.write(folder, 3);
    flip(lastSegment(folder), 9);

    assertDamaged()
        .hasMessageContaining("found format 257, and this version reads format 1")
        .hasMessageContaining("Start the version that wrote it");
  }

  @Test
  void shouldRefuseASegmentOfAnotherLengthThanItsHeaderSays() throws IOException {
    Records.write(folder, 3);
    Path segment = lastSegment(folder);
    Files.write(segment, Arrays.copyOf(Files.readAllBytes(segment), 1000));
    assertDamaged().hasMessageContaining("a length of 1024 bytes, and the file has 1000");

    Files.write(segment, new byte[0]);
    assertDamaged().hasMessageContaining("a file of 0 bytes, shorter than a header");
  }

  @Test
  void shouldChangeNothingWhenItRefuses() throws IOException {
    Records.write(folder, 50);
    flip(segment(folder, 0), 500);
    byte[] last = Files.readAllBytes(lastSegment(folder));

    assertDamaged();
    assertThat(lastSegment(folder)).hasBinaryContent(last);
    assertThat(segments(folder)).hasSize(3);
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertDamaged() {
    return assertThatThrownBy(() -> open(folder)).isInstanceOf(JournalDamagedException.class);
  }

  private static void flip(Path file, int at) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[at] ^= 1;
    Files.write(file, bytes);
  }
}
