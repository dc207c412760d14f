package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bourse.exchange.journal.Records.commitEach;
import static org.bourse.exchange.journal.Records.open;
import static org.bourse.exchange.journal.Records.read;
import static org.bourse.exchange.journal.Records.segment;
import static org.bourse.exchange.journal.Records.segments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bourse.exchange.journal.Records.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of three segments, records 21 to 67, whose first segment was removed. */
class PurgedDamageTest {
  private static final int FIRST = 21;
  private static final int LAST = 67;

  /** A change that may harm the journal. */
  private interface Harm {
    void change() throws IOException;
  }

  private final Path folder;
  private final List<Line> lines;
  private final List<Path> whole;

  PurgedDamageTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    try (Journal journal = open(folder, new FaultyStorage())) {
      lines = commitEach(journal, LAST);
      journal.removeBelow(FIRST, null);
    }
    whole = segments(folder);
    assertThat(whole).hasSize(3);
  }

  @Test
  void shouldNeverBeSilentlyWrongAboutAChangedByte() throws IOException {
    int refused = 0;
    int shortened = 0;
    for (Path segment : whole) {
      byte[] bytes = Files.readAllBytes(segment);
      for (int at = 0; at < bytes.length; at++) {
        byte[] changed = bytes.clone();
        changed[at] ^= (byte) (1 << (at * 5 % 8));
        int kept = openAfter(() -> Files.write(segment, changed));
        assertThat(kept).as("%s at %s", segment, at).isIn(0, LAST - 1, LAST);
        refused += kept == 0 ? 1 : 0;
        shortened += kept == LAST - 1 ? 1 : 0;
        Files.write(segment, bytes);
      }
    }
    assertThat(shortened).isEqualTo(Records.size(lines.get(LAST - 1)));
    assertThat(refused).isGreaterThan(2 * 1024);
  }

  @Test
  void shouldRefuseAFileCutToAnyLength() throws IOException {
    for (Path segment : whole) {
      byte[] bytes = Files.readAllBytes(segment);
      for (int length = 0; length < bytes.length; length++) {
        byte[] cut = Arrays.copyOf(bytes, length);
        assertThat(openAfter(() -> Files.write(segment, cut))).isZero();
      }
      Files.write(segment, bytes);
    }
  }

  @Test
  void shouldBeginLaterWhenTheFirstSegmentIsMissing() throws IOException {
    Files.delete(segment(folder, 0));
    try (Journal journal = open(folder)) {
      assertThat(journal.firstSequence()).isEqualTo(41);
      assertThat(read(journal, 41, LAST)).isEqualTo(lines.subList(40, LAST));
    }
  }

  @Test
  void shouldRefuseAMissingMiddleSegment() throws IOException {
    Files.delete(segment(folder, 1));
    assertThatThrownBy(() -> open(folder))
        .isInstanceOf(JournalDamagedException.class)
        .hasMessageContaining("found first sequence 61 where 41 is next. Put the segments");
  }

  @Test
  void shouldEndEarlierWhenTheLastSegmentIsMissing() throws IOException {
    assertThat(openAfter(() -> Files.delete(segment(folder, 2)))).isEqualTo(60);
  }

  @Test
  void shouldRefuseSwappedSegments() throws IOException {
    Path aside = folder.resolve("aside");
    for (int one = 0; one < 3; one++) {
      Path first = whole.get(one);
      Path second = whole.get((one + 1) % 3);
      swap(first, second, aside);
      assertThat(openAfter(() -> {})).isZero();
      swap(first, second, aside);
    }
    assertThat(openAfter(() -> {})).isEqualTo(LAST);
  }

  /** The last record found by an open, which a scan foretells; 0 if both refuse. */
  private int openAfter(Harm harm) throws IOException {
    harm.change();
    String refusal = null;
    JournalScan scan = null;
    try {
      scan = JournalScan.of(folder, Storage.disk());
    } catch (JournalDamagedException e) {
      refusal = e.getMessage();
    }
    try (Journal journal = open(folder, new FaultyStorage())) {
      assertThat(refusal).isNull();
      int last = (int) journal.nextSequence() - 1;
      assertThat(journal.firstSequence()).isEqualTo(FIRST);
      assertThat(read(journal, FIRST, last)).isEqualTo(lines.subList(FIRST - 1, last));
      assertThat(last < LAST && journal.tornTail() == null).isEqualTo(segments(folder).size() < 3);
      assertThat(Objects.requireNonNull(scan).lastSequence()).isEqualTo(last);
      assertThat(scan.tornTail()).isEqualTo(journal.tornTail());
      return last;
    } catch (JournalDamagedException e) {
      assertThat(refusal).isEqualTo(e.getMessage());
      return 0;
    }
  }

  private static void swap(Path first, Path second, Path aside) throws IOException {
    Files.move(first, aside);
    Files.move(second, first);
    Files.move(aside, second);
  }
}
