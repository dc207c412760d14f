package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.Arrays;

/** What each participant has bought, sold and has open in one instrument, in scaled units. */
final class Positions {
  private static final int WORDS = 4;
  private static final int NET = 0;
  private static final int OPEN_BUYS = 1;
  private static final int OPEN_SELLS = 2;
  private static final int OPEN_ORDERS = 3;

  private long[] words = new long[0];

  /** Bought less sold. */
  long net(int participantId) {
    return at(participantId, NET);
  }

  long openBuys(int participantId) {
    return at(participantId, OPEN_BUYS);
  }

  long openSells(int participantId) {
    return at(participantId, OPEN_SELLS);
  }

  long openOrders(int participantId) {
    return at(participantId, OPEN_ORDERS);
  }

  /** An order is open with a quantity. */
  void opened(int participantId, boolean buy, long leavesQty) {
    reserve(participantId);
    words[participantId * WORDS + (buy ? OPEN_BUYS : OPEN_SELLS)] += leavesQty;
    words[participantId * WORDS + OPEN_ORDERS]++;
  }

  /** An order that was open with a quantity is not any more. */
  void closed(int participantId, boolean buy, long leavesQty) {
    words[participantId * WORDS + (buy ? OPEN_BUYS : OPEN_SELLS)] -= leavesQty;
    words[participantId * WORDS + OPEN_ORDERS]--;
  }

  /** An open order has traded. */
  void filled(int participantId, boolean buy, long quantity, boolean isLast) {
    int at = participantId * WORDS;
    words[at + NET] += buy ? quantity : -quantity;
    words[at + (buy ? OPEN_BUYS : OPEN_SELLS)] -= quantity;
    words[at + OPEN_ORDERS] -= isLast ? 1 : 0;
  }

  /** A trade was changed: so much more was bought, or less. */
  void corrected(int participantId, boolean buy, long quantity) {
    reserve(participantId);
    words[participantId * WORDS + NET] += buy ? quantity : -quantity;
  }

  private long at(int participantId, int word) {
    int at = participantId * WORDS + word;
    return at < words.length ? words[at] : 0;
  }

  private void reserve(int participantId) {
    if ((participantId + 1) * WORDS > words.length) {
      words = Arrays.copyOf(words, (participantId + 1) * WORDS * 2);
    }
  }

  /** Writes the nets; what is open is known from the orders. */
  void save(StateWriter to) throws IOException {
    int last = words.length / WORDS - 1;
    while (last >= 0 && net(last) == 0) {
      last--;
    }
    to.writeInt(last + 1);
    for (int participantId = 0; participantId <= last; participantId++) {
      to.writeLong(net(participantId));
    }
  }

  void load(StateReader from) throws IOException {
    int count = from.readCount("the number of positions", 0, Sessions.MOST_PARTICIPANTS);
    for (int participantId = 0; participantId < count; participantId++) {
      reserve(participantId);
      words[participantId * WORDS + NET] = from.readLong();
    }
  }
}
