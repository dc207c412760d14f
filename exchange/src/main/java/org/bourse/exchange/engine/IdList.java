package org.bourse.exchange.engine;

import java.util.Arrays;
import java.util.function.LongPredicate;

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

  /** Adds to a list that has the lowest first, which it stays; one that is there is not added. */
  void addSorted(long id) {
    int at = size;
    while (at > 0 && ids[at - 1] > id) {
      at--;
    }
    if (at > 0 && ids[at - 1] == id) {
      return;
    }
    add(id);
    System.arraycopy(ids, at, ids, at + 1, size - 1 - at);
    ids[at] = id;
  }

  /** Leaves out those that don't stay. */
  void retain(LongPredicate stays) {
    int left = 0;
    for (int i = 0; i < size; i++) {
      if (stays.test(ids[i])) {
        ids[left++] = ids[i];
      }
    }
    size = left;
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
