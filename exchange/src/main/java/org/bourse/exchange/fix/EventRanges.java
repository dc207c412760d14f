package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.List;

/**
 * Events of one session that have the same thing wrong with them, for a line that names them all.
 * Event numbers are shared by all sessions, so a range has more numbers than events. One thread.
 */
final class EventRanges {
  private static final int MOST_NAMED = 10;

  private record Range(long first, long last, long count) {
    Range upTo(long eventSeq) {
      return new Range(first, eventSeq, count + 1);
    }

    String text() {
      return count == 1 ? Long.toString(first) : first + " to " + last + " (" + count + " of them)";
    }
  }

  private final List<Range> ranges = new ArrayList<>();
  private boolean isOpen;

  /** Adds an event, which is above all that were added before. */
  void add(long eventSeq) {
    if (isOpen) {
      ranges.add(ranges.remove(ranges.size() - 1).upTo(eventSeq));
    } else {
      ranges.add(new Range(eventSeq, eventSeq, 1));
      isOpen = true;
    }
  }

  /** Ends a range: the session has an event with which nothing is wrong. */
  void end() {
    isOpen = false;
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** The first event that was added; there must be one. */
  long first() {
    return ranges.get(0).first();
  }

  /** The last event that was added; there must be one. */
  long last() {
    return ranges.get(ranges.size() - 1).last();
  }

  /** Such as {@code event 5}, or {@code events 5, 8 to 20 (4 of them)}. */
  String text() {
    List<String> named = new ArrayList<>();
    ranges.stream().limit(MOST_NAMED).map(Range::text).forEach(named::add);
    if (ranges.size() > MOST_NAMED) {
      named.add((ranges.size() - MOST_NAMED) + " ranges more up to " + last());
    }
    boolean isOne = ranges.size() == 1 && ranges.get(0).count() == 1;
    return (isOne ? "event " : "events ") + String.join(", ", named);
  }
}
