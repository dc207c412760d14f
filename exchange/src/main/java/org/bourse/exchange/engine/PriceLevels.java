package org.bourse.exchange.engine;

import java.util.Arrays;

/**
 * One side of a book: its price levels, from the best on, and the queue of each. A level keeps its
 * first and last order, its total quantity and its number of orders. Level 0 is none.
 */
final class PriceLevels {
  private static final int WORDS = 5;
  private static final int QUEUE = 0; // first block in the upper half, last in the lower
  private static final int QUANTITY = 1;
  private static final int TICKS = 2;
  private static final int NEIGHBOURS = 3; // better in the upper half, worse in the lower
  private static final int ORDERS = 4;
  private static final long LOW = 0xFFFF_FFFFL;

  private final RestingOrders orders;
  private final boolean highestIsBest;
  private final LevelTrie trie = new LevelTrie();
  private long[] words = new long[8 * WORDS];
  private int used = 1;
  private int free;
  private int best;
  private int worst;

  PriceLevels(RestingOrders orders, boolean highestIsBest) {
    this.orders = orders;
    this.highestIsBest = highestIsBest;
  }

  /** Puts an order at the end of the queue at a price, and returns its slot. */
  int append(long orderId, long ticks, long quantity) {
    int level = find(ticks);
    if (level == 0) {
      level = open(ticks);
    }
    int at = level * WORDS;
    int last = (int) words[at + QUEUE];
    int slot = orders.append(last, level, orderId, quantity);
    int block = RestingOrders.block(slot);
    if (last == 0) {
      words[at + QUEUE] = (long) block << 32 | block;
    } else if (block != last) {
      orders.next(last, block);
      orders.previous(block, last);
      words[at + QUEUE] = (words[at + QUEUE] & ~LOW) | block;
    }
    words[at + QUANTITY] += quantity;
    words[at + ORDERS]++;
    return slot;
  }

  /** Appends an order to the worst level or opens a worse one; 0 where its price is better. */
  int appendLast(long orderId, long ticks, long quantity) {
    if (worst != 0 && ticks != ticks(worst) && isBetter(ticks, ticks(worst))) {
      return 0;
    }
    return append(orderId, ticks, quantity);
  }

  /** Takes an order out of its queue, and closes the level where it was the last. */
  void remove(int slot) {
    int level = orders.level(slot);
    int at = level * WORDS;
    words[at + QUANTITY] -= orders.quantity(slot);
    words[at + ORDERS]--;
    if (orders.clear(slot)) {
      unlink(RestingOrders.block(slot), level);
    }
  }

  private void unlink(int block, int level) {
    int at = level * WORDS;
    int next = orders.next(block);
    int previous = orders.previous(block);
    orders.release(block);
    if (next == 0 && previous == 0) {
      close(level);
      return;
    }
    if (previous == 0) {
      words[at + QUEUE] = (words[at + QUEUE] & LOW) | (long) next << 32;
    } else {
      orders.next(previous, next);
    }
    if (next == 0) {
      words[at + QUEUE] = (words[at + QUEUE] & ~LOW) | previous;
    } else {
      orders.previous(next, previous);
    }
  }

  /** Lowers the open quantity of an order that keeps its place, to a quantity above 0. */
  void reduce(int slot, long quantity) {
    words[orders.level(slot) * WORDS + QUANTITY] -= orders.quantity(slot) - quantity;
    orders.quantity(slot, quantity);
  }

  /** The best level, 0 where the side is empty. */
  int best() {
    return best;
  }

  int worse(int level) {
    return (int) words[level * WORDS + NEIGHBOURS];
  }

  long ticks(int level) {
    return words[level * WORDS + TICKS];
  }

  long quantity(int level) {
    return words[level * WORDS + QUANTITY];
  }

  int orderCount(int level) {
    return (int) words[level * WORDS + ORDERS];
  }

  /** The oldest order of a level. */
  int first(int level) {
    return orders.first((int) (words[level * WORDS + QUEUE] >>> 32));
  }

  /** How many orders rest on this side. */
  long orderCount() {
    long count = 0;
    for (int level = best; level != 0; level = worse(level)) {
      count += orderCount(level);
    }
    return count;
  }

  /** Visits the orders, the best price first, the oldest first. */
  <E extends Exception> void forEach(OrderVisitor<E> visitor) throws E {
    for (int level = best; level != 0; level = worse(level)) {
      for (int slot = first(level); slot != 0; slot = orders.after(slot)) {
        visitor.visit(orders.orderId(slot));
      }
    }
  }

  private int find(long ticks) {
    return best != 0 && words[best * WORDS + TICKS] == ticks ? best : trie.find(ticks);
  }

  private int open(long ticks) {
    int level = free;
    if (level == 0) {
      level = used++;
      if (used * WORDS > words.length) {
        words = Arrays.copyOf(words, words.length * 2);
      }
    } else {
      free = (int) words[level * WORDS + QUEUE];
    }
    trie.put(ticks, level);
    int at = level * WORDS;
    words[at + QUEUE] = 0;
    words[at + QUANTITY] = 0;
    words[at + TICKS] = ticks;
    words[at + ORDERS] = 0;
    int better = 0;
    if (best != 0 && !isBetter(ticks, words[best * WORDS + TICKS])) {
      better = highestIsBest ? trie.above(ticks) : trie.below(ticks);
    }
    int worse = better == 0 ? best : worse(better);
    words[at + NEIGHBOURS] = (long) better << 32 | worse;
    if (better == 0) {
      best = level;
    } else {
      setWorse(better, level);
    }
    if (worse == 0) {
      worst = level;
    } else {
      setBetter(worse, level);
    }
    return level;
  }

  private void close(int level) {
    int at = level * WORDS;
    int better = (int) (words[at + NEIGHBOURS] >>> 32);
    int worse = (int) words[at + NEIGHBOURS];
    if (better == 0) {
      best = worse;
    } else {
      setWorse(better, worse);
    }
    if (worse == 0) {
      worst = better;
    } else {
      setBetter(worse, better);
    }
    trie.remove(words[at + TICKS]);
    words[at + QUEUE] = free;
    free = level;
  }

  private boolean isBetter(long ticks, long other) {
    return highestIsBest ? ticks > other : ticks < other;
  }

  private void setWorse(int level, int worse) {
    int at = level * WORDS + NEIGHBOURS;
    words[at] = (words[at] & ~LOW) | worse;
  }

  private void setBetter(int level, int better) {
    int at = level * WORDS + NEIGHBOURS;
    words[at] = (words[at] & LOW) | (long) better << 32;
  }
}
