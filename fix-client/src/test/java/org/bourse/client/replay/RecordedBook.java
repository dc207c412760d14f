package org.bourse.client.replay;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bourse.client.marketdata.Shown;

/**
 * The book of a file of actions, from nothing but the file. It matches nothing: which resting
 * orders an action hits, and for how much, the file says.
 */
final class RecordedBook {

  private final NavigableMap<Long, Map<Integer, Long>> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Long, Map<Integer, Long>> offers = new TreeMap<>();
  private final Map<Integer, Resting> resting = new HashMap<>();

  private record Resting(boolean buy, long price) {}

  /** A new order rests behind the others at its price; a reduced one keeps its place. */
  void apply(Action action) {
    for (Action.Fill fill : action.fills()) {
      set(fill.order(), quantity(fill.order()) - fill.quantity());
    }
    switch (action.kind()) {
      case NEW -> {
        resting.put(action.order(), new Resting(action.buy(), action.price()));
        set(action.order(), action.quantity());
      }
      case REDUCE -> set(action.order(), action.quantity());
      case CANCEL -> set(action.order(), 0);
      case IOC -> {}
    }
  }

  private NavigableMap<Long, Map<Integer, Long>> side(boolean buy) {
    return buy ? bids : offers;
  }

  private Map<Integer, Long> level(int order) {
    Resting at = resting.get(order);
    if (at == null) {
      throw new IllegalStateException("order " + order + " does not rest");
    }
    return side(at.buy).computeIfAbsent(at.price, price -> new LinkedHashMap<>());
  }

  private long quantity(int order) {
    return level(order).getOrDefault(order, 0L);
  }

  private void set(int order, long quantity) {
    Map<Integer, Long> level = level(order);
    if (quantity > 0) {
      level.put(order, quantity);
    } else {
      level.remove(order);
      Resting was = resting.remove(order);
      if (was != null && level.isEmpty()) {
        side(was.buy).remove(was.price);
      }
    }
  }

  /** Best bid and offer, as {@link RecordedHour} reads them. */
  String top() {
    return best(bids) + " / " + best(offers);
  }

  private static String best(NavigableMap<Long, Map<Integer, Long>> side) {
    var best = side.firstEntry();
    return best == null ? "-" : Shown.line(Action.decimal(best.getKey()), sum(best.getValue()));
  }

  private static BigDecimal sum(Map<Integer, Long> orders) {
    return BigDecimal.valueOf(orders.values().stream().mapToLong(Long::longValue).sum());
  }

  Shown byPrice() {
    return new Shown(byPrice(bids), byPrice(offers));
  }

  private static List<String> byPrice(NavigableMap<Long, Map<Integer, Long>> side) {
    List<String> lines = new ArrayList<>();
    side.forEach(
        (price, orders) ->
            lines.add(Shown.line(Action.decimal(price), sum(orders), orders.size())));
    return lines;
  }

  Shown byOrder() {
    return new Shown(byOrder(bids), byOrder(offers));
  }

  private static List<String> byOrder(NavigableMap<Long, Map<Integer, Long>> side) {
    List<String> lines = new ArrayList<>();
    side.forEach(
        (price, orders) ->
            orders
                .values()
                .forEach(
                    size ->
                        lines.add(Shown.line(Action.decimal(price), BigDecimal.valueOf(size)))));
    return lines;
  }
}
