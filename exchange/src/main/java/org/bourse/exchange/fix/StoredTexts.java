package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.JournalReader;

/** Reads messages back from certain places of the log. */
final class StoredTexts {
  /**
   * Records that are rather read over than sought past: a new reader begins at a segment's start.
   */
  private static final long WORTH_READING_OVER = 100_000;

  private StoredTexts() {}

  /**
   * The texts at certain places, in the order in which the places are given.
   *
   * @throws IOException where a place is not in the log any more, or can't be read
   */
  static List<String> read(Journal journal, long[] positions) throws IOException {
    long[] rising = positions.clone();
    Arrays.sort(rising);
    Map<Long, String> texts = new HashMap<>();
    int from = 0;
    while (from < rising.length) {
      int to = from + 1;
      while (to < rising.length && rising[to] - rising[to - 1] < WORTH_READING_OVER) {
        to++;
      }
      read(journal, rising, from, to, texts);
      from = to;
    }
    List<String> inOrder = new ArrayList<>(positions.length);
    for (long position : positions) {
      inOrder.add(Objects.requireNonNull(texts.get(position)));
    }
    return inOrder;
  }

  private static void read(
      Journal journal, long[] rising, int from, int to, Map<Long, String> texts)
      throws IOException {
    try (JournalReader reader = journal.read(rising[from])) {
      reader.read(
          (position, time, record, offset, length) -> {
            if (Arrays.binarySearch(rising, from, to, position) >= 0) {
              texts.put(position, LogRecord.text(record, offset, length));
            }
          },
          rising[to - 1]);
    }
  }
}
