package org.bourse.exchange.engine;

import java.util.Arrays;

/**
 * Finds a price level by its price: a tree of nodes with 64 children each, six bits of the price a
 * storey, with a bitmap of the children that are there. Its cost goes with the number of digits of
 * a price, never with the number of levels, so scattered prices can't slow a book down; the root is
 * as high as the highest price so far needs.
 */
final class LevelTrie {
  private static final int BITS = 6;
  private static final int FAN_OUT = 1 << BITS;
  private static final int MOST_STOREYS = 11;

  private int[] children = new int[4 * FAN_OUT];
  private long[] present = new long[4];
  private final int[] path = new int[MOST_STOREYS];
  private int used = 1;
  private int free;
  private int root;
  private int storeys = 1;
  private int recentLeaf;
  private long recentPrefix;

  LevelTrie() {
    root = newNode();
  }

  /** The level at a price, 0 where there is none. Prices are ticks, not negative. */
  int find(long ticks) {
    long prefix = ticks >>> BITS;
    if (recentLeaf != 0 && prefix == recentPrefix) {
      return children[recentLeaf * FAN_OUT + (int) (ticks & (FAN_OUT - 1))];
    }
    if (storeys < MOST_STOREYS && ticks >>> (BITS * storeys) != 0) {
      return 0;
    }
    int node = root;
    for (int shift = BITS * (storeys - 1); shift > 0; shift -= BITS) {
      node = children[node * FAN_OUT + (int) ((ticks >>> shift) & (FAN_OUT - 1))];
      if (node == 0) {
        return 0;
      }
    }
    recentLeaf = node;
    recentPrefix = prefix;
    return children[node * FAN_OUT + (int) (ticks & (FAN_OUT - 1))];
  }

  /** Puts a level at a price that has none. */
  void put(long ticks, int level) {
    while (storeys < MOST_STOREYS && ticks >>> (BITS * storeys) != 0) {
      int above = newNode();
      if (present[root] != 0) {
        link(above, 0, root);
      } else {
        release(root);
      }
      root = above;
      storeys++;
    }
    int node = root;
    for (int shift = BITS * (storeys - 1); shift > 0; shift -= BITS) {
      int index = (int) ((ticks >>> shift) & (FAN_OUT - 1));
      int child = children[node * FAN_OUT + index];
      if (child == 0) {
        child = newNode();
        link(node, index, child);
      }
      node = child;
    }
    link(node, (int) (ticks & (FAN_OUT - 1)), level);
    recentLeaf = node;
    recentPrefix = ticks >>> BITS;
  }

  /** Takes out the level at a price that has one. */
  void remove(long ticks) {
    int depth = descend(ticks);
    int shift = 0;
    while (depth >= 0) {
      int node = path[depth];
      int index = (int) ((ticks >>> shift) & (FAN_OUT - 1));
      children[node * FAN_OUT + index] = 0;
      present[node] &= ~(1L << index);
      if (present[node] != 0 || depth == 0) {
        return;
      }
      release(node);
      shift += BITS;
      depth--;
    }
  }

  /** The level at the next price above one that has a level, 0 where there is none. */
  int above(long ticks) {
    int shift = 0;
    for (int depth = descend(ticks); depth >= 0; depth--, shift += BITS) {
      int index = (int) ((ticks >>> shift) & (FAN_OUT - 1));
      long higher = index == FAN_OUT - 1 ? 0 : present[path[depth]] & (-1L << (index + 1));
      if (higher != 0) {
        int found = children[path[depth] * FAN_OUT + Long.numberOfTrailingZeros(higher)];
        for (; shift > 0; shift -= BITS) {
          found = children[found * FAN_OUT + Long.numberOfTrailingZeros(present[found])];
        }
        return found;
      }
    }
    return 0;
  }

  /** The level at the next price below one that has a level, 0 where there is none. */
  int below(long ticks) {
    int shift = 0;
    for (int depth = descend(ticks); depth >= 0; depth--, shift += BITS) {
      int index = (int) ((ticks >>> shift) & (FAN_OUT - 1));
      long lower = present[path[depth]] & ((1L << index) - 1);
      if (lower != 0) {
        int found = children[path[depth] * FAN_OUT + 63 - Long.numberOfLeadingZeros(lower)];
        for (; shift > 0; shift -= BITS) {
          found = children[found * FAN_OUT + 63 - Long.numberOfLeadingZeros(present[found])];
        }
        return found;
      }
    }
    return 0;
  }

  private int descend(long ticks) {
    int node = root;
    int depth = 0;
    path[0] = node;
    for (int shift = BITS * (storeys - 1); shift > 0; shift -= BITS) {
      node = children[node * FAN_OUT + (int) ((ticks >>> shift) & (FAN_OUT - 1))];
      path[++depth] = node;
    }
    return depth;
  }

  private void link(int node, int index, int child) {
    children[node * FAN_OUT + index] = child;
    present[node] |= 1L << index;
  }

  private int newNode() {
    int node = free;
    if (node != 0) {
      free = children[node * FAN_OUT];
      children[node * FAN_OUT] = 0;
      return node;
    }
    node = used++;
    if (used > present.length) {
      present = Arrays.copyOf(present, present.length * 2);
      children = Arrays.copyOf(children, children.length * 2);
    }
    return node;
  }

  private void release(int node) {
    if (node == recentLeaf) {
      recentLeaf = 0;
    }
    children[node * FAN_OUT] = free;
    free = node;
  }
}
