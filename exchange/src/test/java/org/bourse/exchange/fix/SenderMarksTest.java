package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SenderMarksTest {
  private static final MessageLogSettings SETTINGS =
      new MessageLogSettings(1 << 20, 1000, true, OptionalLong.empty());

  private Path folder;
  private SenderMarks marks;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    marks = SenderMarks.open(folder, SETTINGS, Storage.disk());
  }

  @AfterEach
  void close() throws IOException {
    marks.close();
  }

  @Test
  void shouldKnowNothingAtFirst() {
    assertThat(marks.of("A", 0)).isZero();
  }

  @Test
  void shouldKnowLastRaiseOfNumberingAfterReopen() throws IOException {
    marks.raise("A", 0, 1001);
    marks.raise("B", 2, 5001);
    marks.raise("A", 0, 2001);
    marks.commit();
    reopen();

    assertThat(marks.of("A", 0)).isEqualTo(2001);
    assertThat(marks.of("A", 1)).isZero();
    assertThat(marks.of("B", 2)).isEqualTo(5001);
  }

  @Test
  void shouldStayShort() throws IOException {
    for (int opened = 0; opened < 4; opened++) {
      for (int i = 0; i < 10_000; i++) {
        marks.raise("A", 0, 1000 * i);
      }
      marks.raise("B", 1, 7);
      marks.commit();
      reopen();
    }

    assertThat(marks.of("A", 0)).isEqualTo(9_999_000);
    assertThat(marks.of("B", 1)).isEqualTo(7);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".log"))).hasSizeLessThan(3);
    }
  }

  private void reopen() throws IOException {
    marks.close();
    marks = SenderMarks.open(folder, SETTINGS, Storage.disk());
  }
}
