package org.bourse.exchange.tools;

/** Where a replay of the journal ends. */
public sealed interface ReplayEnd {
  /** After a record. */
  record AtPosition(long position) implements ReplayEnd {}

  /** After the last record at or before a time, nanoseconds since 1970. */
  record AtTime(long nanos) implements ReplayEnd {}

  /**
   * Reads a position, or a time as ISO-8601 has it.
   *
   * @throws IllegalArgumentException where it is neither; the message says what was expected
   */
  static ReplayEnd parse(String text) {
    return text.matches("\\d{1,18}")
        ? new AtPosition(Long.parseLong(text))
        : new AtTime(Times.nanos(text));
  }
}
