package org.bourse.exchange.engine;

import java.util.Arrays;

/**
 * All orders that rest in a book, of all instruments. A queue is a chain of blocks, each a cache
 * line of 64 bytes with up to three orders in the order of their arrival; a slot names a block and
 * a place in it. An order that leaves clears its place and touches nothing else, until its block is
 * empty. Block 0 and slot 0 are none; a freed block is taken again before a new one, last freed
 * first.
 */
final class RestingOrders {
  private static final int PLACES = 3;
  private static final int PLACE_BITS = 2;
  private static final int PLACE_MASK = (1 << PLACE_BITS) - 1;
  private static final int WORDS = 8;
  private static final int BASE =
      6; // puts blocks on the bounds of cache lines behind the array's header
  private static final int LINKS = 0; // next block in the upper half, previous in the lower
  private static final int HEADER =
      1; // level in the upper half; places ever taken; places held, a bit each
  private static final int ORDERS = 2; // id and quantity, three times
  private static final int TAKEN_SHIFT = 8;
  private static final long TAKEN_ONE = 1L << TAKEN_SHIFT;
  private static final int HELD_MASK = 0xFF;
  private static final long LOW = 0xFFFF_FFFFL;

  private long[] words;
  private int used = 1;
  private int free;

  RestingOrders(int expected) {
    words = new long[BASE + Math.max(expected / 2, 16) * WORDS];
  }

  /**
   * Adds an order behind a queue's last block, in it where it has room.
   *
   * @param last the queue's last block, 0: the queue is empty
   * @return the order's slot; its block is another than the last one where a new one was taken,
   *     which the caller links
   */
  int append(int last, int level, long orderId, long quantity) {
    int block = last;
    int place = last == 0 ? PLACES : taken(last);
    if (place == PLACES) {
      block = newBlock(level);
      place = 0;
    }
    int at = block * WORDS + BASE;
    words[at + HEADER] = (words[at + HEADER] | 1L << place) + TAKEN_ONE;
    words[at + ORDERS + 2 * place] = orderId;
    words[at + ORDERS + 2 * place + 1] = quantity;
    return block << PLACE_BITS | place;
  }

  /**
   * Clears an order's place; true where its block is empty now, which the caller unlinks and
   * releases.
   */
  boolean clear(int slot) {
    int at = block(slot) * WORDS + BASE + HEADER;
    long header = words[at] & ~(1L << (slot & PLACE_MASK));
    words[at] = header;
    return (header & HELD_MASK) == 0;
  }

  void release(int block) {
    int at = block * WORDS + BASE;
    words[at + HEADER] = 0;
    words[at + LINKS] = (long) free << 32;
    free = block;
  }

  static int block(int slot) {
    return slot >>> PLACE_BITS;
  }

  /** The oldest order of a block. */
  int first(int block) {
    int held = (int) words[block * WORDS + BASE + HEADER] & HELD_MASK;
    return block << PLACE_BITS | Integer.numberOfTrailingZeros(held);
  }

  /** The order behind another in its queue, 0 where it is the last. */
  int after(int slot) {
    int block = block(slot);
    int held = (int) words[block * WORDS + BASE + HEADER] & HELD_MASK;
    int later = held & -(2 << (slot & PLACE_MASK));
    if (later != 0) {
      return block << PLACE_BITS | Integer.numberOfTrailingZeros(later);
    }
    int next = next(block);
    return next == 0 ? 0 : first(next);
  }

  long orderId(int slot) {
    return words[at(slot)];
  }

  long quantity(int slot) {
    return words[at(slot) + 1];
  }

  void quantity(int slot, long value) {
    words[at(slot) + 1] = value;
  }

  int level(int slot) {
    return (int) (words[block(slot) * WORDS + BASE + HEADER] >>> 32);
  }

  int next(int block) {
    return (int) (words[block * WORDS + BASE + LINKS] >>> 32);
  }

  int previous(int block) {
    return (int) words[block * WORDS + BASE + LINKS];
  }

  void next(int block, int value) {
    int at = block * WORDS + BASE + LINKS;
    words[at] = (words[at] & LOW) | (long) value << 32;
  }

  void previous(int block, int value) {
    int at = block * WORDS + BASE + LINKS;
    words[at] = (words[at] & ~LOW) | (value & LOW);
  }

  private static int at(int slot) {
    return block(slot) * WORDS + BASE + ORDERS + 2 * (slot & PLACE_MASK);
  }

  private int taken(int block) {
    return (int) (words[block * WORDS + BASE + HEADER] >>> TAKEN_SHIFT) & HELD_MASK;
  }

  private int newBlock(int level) {
    int block = free;
    if (block == 0) {
      block = used++;
      if (BASE + used * WORDS > words.length) {
        words = Arrays.copyOf(words, BASE + used * WORDS * 2);
      }
    } else {
      free = next(block);
    }
    int at = block * WORDS + BASE;
    words[at + LINKS] = 0;
    words[at + HEADER] = (long) level << 32;
    return block;
  }
}
