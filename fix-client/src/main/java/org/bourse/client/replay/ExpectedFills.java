package org.bourse.client.replay;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fills that must be reported, each twice: for the order that rested and for the one that came
 * to it. An order's reports must be those expected of it, in order, and the reports of each of the
 * two sides must come in the order of the file. What a report does not match is unexpected, and
 * what it should have been stays missing; so one wrong fill does not make those of other orders
 * wrong.
 */
final class ExpectedFills {

  private static final int RESTING = 0;
  private static final int AGGRESSOR = 1;
  private static final byte BOTH = 2;

  private final Map<Integer, Deque<Expected>> byOrder = new HashMap<>();
  private final int[] next = new int[2];
  private final int size;
  private final List<String> names = new ArrayList<>();
  private final byte[] reports;
  private int matched;
  private int unexpected;

  /** One side of a fill; {@code index} is the fill's place among all. */
  private record Expected(int index, int side, long quantity, BigDecimal price) {}

  ExpectedFills(Script script, Slice slice) {
    int index = 0;
    for (int i = 0; i < script.size(); i++) {
      Action action = script.action(i);
      if (slice.holds(action)) {
        for (Action.Fill fill : action.fills()) {
          BigDecimal price = Action.decimal(fill.price());
          add(fill.order(), new Expected(index, RESTING, fill.quantity(), price));
          add(action.order(), new Expected(index, AGGRESSOR, fill.quantity(), price));
          names.add("line " + script.line(i) + ": fill " + text(fill.quantity(), price));
          index++;
        }
      }
    }
    size = index;
    reports = new byte[size];
  }

  private void add(int order, Expected expected) {
    byOrder.computeIfAbsent(order, id -> new ArrayDeque<>()).add(expected);
  }

  /**
   * A fill was reported.
   *
   * @return what was expected of the order instead, empty if the report is as it must be
   */
  String report(int order, BigDecimal quantity, BigDecimal price) {
    Deque<Expected> queue = byOrder.get(order);
    Expected expected = queue == null ? null : queue.peek();
    if (queue == null || expected == null) {
      unexpected++;
      return "no fill";
    }
    if (quantity.compareTo(BigDecimal.valueOf(expected.quantity)) != 0
        || price.compareTo(expected.price) != 0) {
      unexpected++;
      return text(expected.quantity, expected.price);
    }
    if (expected.index < next[expected.side]) {
      unexpected++;
      return "the same before fills that came first";
    }
    queue.poll();
    next[expected.side] = expected.index + 1;
    if (++reports[expected.index] == BOTH) {
      matched++;
    }
    return "";
  }

  /** A fill was reported of an order that is none of ours. */
  void reportUnknown() {
    unexpected++;
  }

  /** The first fills that were not reported for both sides as expected. */
  List<String> missing(int most) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < size && missing.size() < most; i++) {
      if (reports[i] < BOTH) {
        missing.add(names.get(i) + (reports[i] == 0 ? " missing" : " missing for one side"));
      }
    }
    return missing;
  }

  private static String text(long quantity, BigDecimal price) {
    return quantity + "@" + price.stripTrailingZeros().toPlainString();
  }

  int size() {
    return size;
  }

  int matched() {
    return matched;
  }

  int unexpected() {
    return unexpected;
  }
}
