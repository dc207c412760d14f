package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.Arrays;

/** The last order of each participant in one instrument, where orders alike are refused. */
final class LastOrders {
  private static final int WORDS = 4;
  private static final int SIDE = 0;
  private static final int PRICE = 1;
  private static final int QUANTITY = 2;
  private static final int TIME = 3;

  private long[] words = new long[0];

  void put(int participantId, byte side, long price, long quantity, long time) {
    int at = participantId * WORDS;
    if (at + WORDS > words.length) {
      words = Arrays.copyOf(words, 2 * (at + WORDS));
    }
    words[at + SIDE] = side;
    words[at + PRICE] = price;
    words[at + QUANTITY] = quantity;
    words[at + TIME] = time;
  }

  /** Whether the participant's last order was the same, and came after a moment. */
  boolean isLike(int participantId, byte side, long price, long quantity, long after) {
    int at = participantId * WORDS;
    return at < words.length
        && words[at + SIDE] == side
        && words[at + PRICE] == price
        && words[at + QUANTITY] == quantity
        && words[at + TIME] > after;
  }

  void save(StateWriter to) throws IOException {
    int last = words.length / WORDS;
    while (last > 0 && words[(last - 1) * WORDS + SIDE] == 0) {
      last--;
    }
    to.writeInt(last);
    to.writeLongs(words, 0, last * WORDS);
  }

  void load(StateReader from) throws IOException {
    int count = from.readCount("the number of last orders", 0, Sessions.MOST_PARTICIPANTS);
    words = new long[count * WORDS];
    from.readLongs(words, 0, words.length);
  }
}
