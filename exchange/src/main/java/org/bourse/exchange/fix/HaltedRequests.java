package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The requests of one session that were refused because the journal could not be written, over all
 * its halts and numberings: what was taken between two halts is none of them.
 */
final class HaltedRequests {
  private static final Pattern RANGE = Pattern.compile("(\\d+):(\\d+)-(\\d+)");

  private final List<Range> ranges = new ArrayList<>();

  private record Range(int epoch, int from, int to) {}

  void add(int epoch, int msgSeqNum) {
    int last = ranges.size() - 1;
    if (last >= 0 && ranges.get(last).epoch() == epoch && ranges.get(last).to() == msgSeqNum - 1) {
      ranges.set(last, new Range(epoch, ranges.get(last).from(), msgSeqNum));
    } else {
      ranges.add(new Range(epoch, msgSeqNum, msgSeqNum));
    }
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  boolean contains(int epoch, int msgSeqNum) {
    for (Range range : ranges) {
      if (range.epoch() == epoch && msgSeqNum >= range.from() && msgSeqNum <= range.to()) {
        return true;
      }
    }
    return false;
  }

  /** The last of a numbering, 0: none. */
  int last(int epoch) {
    for (int i = ranges.size() - 1; i >= 0; i--) {
      if (ranges.get(i).epoch() == epoch) {
        return ranges.get(i).to();
      }
    }
    return 0;
  }

  /** All of them as one word, such as 0:5-9,2:1-1; a dash where there are none. */
  String text() {
    return ranges.isEmpty()
        ? "-"
        : ranges.stream()
            .map(range -> range.epoch() + ":" + range.from() + "-" + range.to())
            .collect(Collectors.joining(","));
  }

  /** Takes over what {@link #text()} gave. */
  void replaceBy(String text) {
    ranges.clear();
    Matcher matcher = RANGE.matcher(text);
    while (matcher.find()) {
      ranges.add(
          new Range(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3))));
    }
  }
}
