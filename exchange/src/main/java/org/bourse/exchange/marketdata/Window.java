package org.bourse.exchange.marketdata;

import java.util.List;

/**
 * Which levels of a side come into, stay in and leave the part that some subscribers see: its best
 * levels, so many. Good until the side changes again.
 */
final class Window {
  private final BookSide side;
  private final int depth;
  private final List<Level> touched;
  private final int[] shifts; // news less deletes among the touched before each, the best first

  /**
   * Of a side as it is now and as it was last told.
   *
   * @param depth how many levels are seen
   */
  Window(BookSide side, int depth) {
    this.side = side;
    this.depth = depth;
    touched = side.touched();
    shifts = new int[touched.size() + 1];
    for (int i = 0; i < touched.size(); i++) {
      Level level = touched.get(i);
      int change = (level.isThere() ? 1 : 0) - (level.wasThere() ? 1 : 0);
      shifts[i + 1] = shifts[i] + change;
    }
  }

  List<Level> touched() {
    return touched;
  }

  /** Where a level is now. */
  int position(Level level) {
    return side.better(level.price) + 1;
  }

  /** Where a level was when it was last told. */
  int toldPosition(Level level) {
    return position(level) - shift(level.price);
  }

  /** How many more levels are better than a price than were when they were last told. */
  private int shift(long price) {
    int low = 0;
    int high = touched.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (side.isBetter(touched.get(middle).price, price)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shifts[low];
  }

  boolean isSeen(Level level) {
    return level.isThere() && position(level) <= depth;
  }

  boolean wasSeen(Level level) {
    return level.wasThere() && toldPosition(level) <= depth;
  }

  /** Adds the levels that are as they were, but have been pushed out by better ones. */
  void pushedOut(List<Level> to) {
    for (int position = depth + 1; position > 0 && position <= side.size(); position++) {
      Level level = side.at(position);
      if (!level.isTouched) {
        if (toldPosition(level) > depth) {
          return;
        }
        to.add(level);
      }
    }
  }

  /** Adds the levels that are as they were, but have come in because better ones are gone. */
  void pulledIn(List<Level> to) {
    for (int position = Math.min(depth, side.size()); position > 0; position--) {
      Level level = side.at(position);
      if (!level.isTouched) {
        if (toldPosition(level) <= depth) {
          return;
        }
        to.add(level);
      }
    }
  }
}
