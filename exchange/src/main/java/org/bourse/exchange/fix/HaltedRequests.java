package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.List;

/**
 * The requests of one session that were refused because the journal could not be written, over all
 * its halts and numberings: what was taken between two halts is none of them.
 */
final class HaltedRequests {
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
}
