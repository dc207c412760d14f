package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/** Appends and reads records as values. */
final class Records {
  static final long SEGMENT = 1024;

  /** One record as read. */
  record Line(long sequence, long timeNanos, String text) {}

  private Records() {}

  static Journal open(Path folder) throws IOException {
    return open(folder, Storage.disk());
  }

  static Journal open(Path folder, Storage storage) throws IOException {
    return Journal.open(folder, SEGMENT, storage);
  }

  static Line append(Journal journal, String text) {
    UnsafeBuffer buffer = new UnsafeBuffer(("xx" + text).getBytes(StandardCharsets.UTF_8));
    long time = 1_000_000_000L + journal.nextSequence();
    return new Line(journal.append(time, buffer, 2, buffer.capacity() - 2), time, text);
  }

  /** Appends and commits, with a force for each, records of 10 bytes, 20 to a segment. */
  static List<Line> commitEach(Journal journal, int count) throws IOException {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(append(journal, String.format("record-%03d", journal.nextSequence())));
      journal.commit(true);
    }
    return lines;
  }

  /** Commits with a force, where a checked exception can't pass. */
  static void commit(Journal journal) {
    unchecked(() -> journal.commit(true));
  }

  /** Runs what may throw, where a checked exception can't pass. */
  static void unchecked(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the blank segment is ready that is made in the background. */
  static void awaitSpare(FaultyStorage storage) {
    await().pollInterval(Duration.ofMillis(1)).until(storage::hasForcedBlank);
  }

  static List<Line> readAll(Journal journal) throws IOException {
    return read(journal, 1, journal.nextSequence() - 1);
  }

  static List<Line> read(Journal journal, long from, long upTo) throws IOException {
    List<Line> lines = new ArrayList<>();
    try (JournalReader reader = journal.read(from)) {
      reader.read(into(lines), upTo);
    }
    return lines;
  }

  static RecordHandler into(List<Line> lines) {
    return (sequence, time, buffer, offset, length) -> {
      byte[] bytes = new byte[length];
      buffer.getBytes(offset, bytes);
      lines.add(new Line(sequence, time, new String(bytes, StandardCharsets.UTF_8)));
    };
  }

  /** Writes a journal of forced records and closes it. */
  static List<Line> write(Path folder, int count) throws IOException {
    try (Journal journal = open(folder)) {
      return commitEach(journal, count);
    }
  }

  static List<Path> segments(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> segments =
          new ArrayList<>(files.filter(file -> file.toString().endsWith(".log")).toList());
      Collections.sort(segments);
      return segments;
    }
  }

  /** Closes a journal whose storage may have lost its power. */
  static void closeInTheDark(Journal journal) {
    try {
      journal.close();
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("The power is off");
    }
  }

  static Path segment(Path folder, int index) throws IOException {
    return segments(folder).get(index);
  }

  static Path lastSegment(Path folder) throws IOException {
    List<Path> segments = segments(folder);
    return segments.get(segments.size() - 1);
  }

  /** Bytes that a record of this text takes. */
  static int size(Line line) {
    return RecordLayout.size(line.text().getBytes(StandardCharsets.UTF_8).length);
  }

  /** What may fail. */
  interface Step {
    void run() throws IOException;
  }
}
