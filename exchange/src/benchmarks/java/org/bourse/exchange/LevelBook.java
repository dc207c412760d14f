package org.bourse.exchange;

import java.util.Arrays;

/**
 * One side of an instrument as a watcher knows it: prices, quantities and numbers of orders, by
 * position.
 */
final class LevelBook {
  private long[] prices = new long[32];
  private long[] quantities = new long[32];
  private int[] orders = new int[32];
  private int size;
  private long misplaced;

  void clear() {
    size = 0;
  }

  /**
   * Carries out one entry.
   *
   * @param action MDUpdateAction(279)
   * @param position MDEntryPositionNo(290)
   */
  void apply(byte action, int position, long price, long quantity, int count) {
    int index = position - 1;
    if (index < 0 || index > size - (action == '0' ? 0 : 1)) {
      misplaced++;
      return;
    }
    if (action == '0') {
      grow();
      move(index, index + 1, size++ - index);
      prices[index] = price;
    } else if (prices[index] != price) {
      misplaced++;
      return;
    }
    if (action == '2') {
      move(index + 1, index, --size - index);
    } else {
      quantities[index] = quantity;
      orders[index] = count;
    }
  }

  private void grow() {
    if (size == prices.length) {
      prices = Arrays.copyOf(prices, 2 * size);
      quantities = Arrays.copyOf(quantities, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
    }
  }

  private void move(int from, int to, int count) {
    System.arraycopy(prices, from, prices, to, count);
    System.arraycopy(quantities, from, quantities, to, count);
    System.arraycopy(orders, from, orders, to, count);
  }

  /** How many entries did not fit the book that they came to. */
  long misplaced() {
    return misplaced;
  }

  int size() {
    return size;
  }

  boolean isSame(LevelBook other) {
    return Arrays.equals(prices, 0, size, other.prices, 0, other.size)
        && Arrays.equals(quantities, 0, size, other.quantities, 0, other.size)
        && Arrays.equals(orders, 0, size, other.orders, 0, other.size);
  }
}
