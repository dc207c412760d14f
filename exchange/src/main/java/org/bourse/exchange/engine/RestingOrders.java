package org.bourse.exchange.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * All orders that rest in a book, of all instruments: packed records of 32 bytes in one array,
 * reached by slot. Slot 0 is none.
 *
 * <p>A record holds the open quantity, the links of the queue that it stands in, the order's id and
 * its price level. A freed slot is taken again before a new one, last freed first.
 */
final class RestingOrders {
  private static final int WORDS = 4;
  private static final int BASE = 2; // puts records on 32-byte bounds behind the array's header
  private static final int QUANTITY = 0;
  private static final int LINKS = 1; // next in the upper half, previous in the lower
  private static final int ORDER_ID = 2;
  private static final int LEVEL = 3;
  private static final long LOW = 0xFFFF_FFFFL;

  private long[] words;
  private int used = 1;
  private int free;

  RestingOrders(int expected) {
    words = new long[BASE + Math.max(expected + 1, 16) * WORDS];
  }

  /** Takes a slot for an order; links are the caller's to set. */
  int take(long orderId, long quantity, int level) {
    int slot = free;
    if (slot == 0) {
      slot = used++;
      if (BASE + used * WORDS > words.length) {
        words = Arrays.copyOf(words, BASE + used * WORDS * 2);
      }
    } else {
      free = next(slot);
    }
    int at = slot * WORDS + BASE;
    words[at + QUANTITY] = quantity;
    words[at + LINKS] = 0;
    words[at + ORDER_ID] = orderId;
    words[at + LEVEL] = level;
    return slot;
  }

  void release(int slot) {
    int at = slot * WORDS + BASE;
    words[at + ORDER_ID] = 0;
    words[at + LINKS] = (long) free << 32;
    free = slot;
  }

  long quantity(int slot) {
    return words[slot * WORDS + BASE + QUANTITY];
  }

  void quantity(int slot, long value) {
    words[slot * WORDS + BASE + QUANTITY] = value;
  }

  long orderId(int slot) {
    return words[slot * WORDS + BASE + ORDER_ID];
  }

  int level(int slot) {
    return (int) words[slot * WORDS + BASE + LEVEL];
  }

  int next(int slot) {
    return (int) (words[slot * WORDS + BASE + LINKS] >>> 32);
  }

  int previous(int slot) {
    return (int) words[slot * WORDS + BASE + LINKS];
  }

  void next(int slot, int value) {
    int at = slot * WORDS + BASE + LINKS;
    words[at] = (words[at] & LOW) | (long) value << 32;
  }

  void previous(int slot, int value) {
    int at = slot * WORDS + BASE + LINKS;
    words[at] = (words[at] & ~LOW) | (value & LOW);
  }

  void save(DataOutput out) throws IOException {
    out.writeInt(used);
    out.writeInt(free);
    for (int i = BASE + WORDS; i < BASE + used * WORDS; i++) {
      out.writeLong(words[i]);
    }
  }

  void load(DataInput in) throws IOException {
    used = in.readInt();
    free = in.readInt();
    if (BASE + used * WORDS > words.length) {
      words = new long[BASE + used * WORDS * 2];
    }
    for (int i = BASE + WORDS; i < BASE + used * WORDS; i++) {
      words[i] = in.readLong();
    }
  }
}
