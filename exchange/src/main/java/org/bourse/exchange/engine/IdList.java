package org.bourse.exchange.engine;

import java.util.Arrays;

/** OrderIDs that are collected before something is done with each. */
final class IdList {
  private long[] ids = new long[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
  }

  /** Puts the lowest first. */
  void sort() {
    if (size > 1) {
      Arrays.sort(ids, 0, size);
    }
  }

  int size() {
    return size;
  }

  long get(int index) {
    return ids[index];
  }
}
