package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.jspecify.annotations.Nullable;

/** The orders of one instrument that wait, in the book and beside it: a list, sorted when asked. */
final class ReferenceBook {
  private final Map<Place, List<ReferenceOrder>> buys = new EnumMap<>(Place.class);
  private final Map<Place, List<ReferenceOrder>> sells = new EnumMap<>(Place.class);
  private long turns;

  /** Whether anything has changed since somebody set it to false. */
  boolean isChanged;

  /** The same, for those who hold stops against the best prices. */
  boolean isTouched;

  private List<ReferenceOrder> waiting(Place place, boolean buy) {
    return (buy ? buys : sells).computeIfAbsent(place, any -> new ArrayList<>());
  }

  /** Puts an order behind all others in a place. */
  void put(ReferenceOrder order, Place place) {
    order.place = place;
    order.turn = ++turns;
    long floor = order.conditions.maxFloor();
    boolean hides = place == Place.BOOK && floor != 0;
    order.shown = hides ? Math.min(floor, order.leavesQty()) : order.leavesQty();
    waiting(place, order.isBuy()).add(order);
    changed();
  }

  private void changed() {
    isChanged = true;
    isTouched = true;
  }

  /** Takes an order out of where it waits, if it does. */
  void remove(ReferenceOrder order) {
    if (order.place != Place.NOWHERE) {
      waiting(order.place, order.isBuy()).removeIf(other -> other == order);
      order.place = Place.NOWHERE;
      changed();
    }
  }

  /** What is open of an order is less, and it keeps its place. */
  void reduced(ReferenceOrder order) {
    order.shown = Math.min(order.shown, order.leavesQty());
    changed();
  }

  /** A waiting order has traded: a peak that is used up comes back behind all others. */
  void filled(ReferenceOrder order, long quantity) {
    order.shown -= quantity;
    if (order.leavesQty() == 0) {
      remove(order);
    } else if (order.shown == 0) {
      Place place = order.place;
      remove(order);
      put(order, place);
    }
  }

  /** The order of a side that trades first, null where there is none. */
  @Nullable ReferenceOrder best(boolean buy) {
    Comparator<ReferenceOrder> byPrice = byPrice(buy);
    ReferenceOrder best = null;
    for (ReferenceOrder order : waiting(Place.BOOK, buy)) {
      if (best == null || byPrice.compare(order, best) < 0) {
        best = order;
      }
    }
    return best;
  }

  /** A side of the book, in the order of trading. */
  List<ReferenceOrder> side(boolean buy) {
    return in(Place.BOOK, buy, byPrice(buy));
  }

  /** Orders of a side in a place, the first to come first. */
  List<ReferenceOrder> inTurn(Place place, boolean buy) {
    return in(place, buy, Comparator.comparingLong(order -> order.turn));
  }

  /** All that wait: bids, offers, then each place beside the book. */
  List<ReferenceOrder> all() {
    List<ReferenceOrder> all = new ArrayList<>(side(true));
    all.addAll(side(false));
    all.addAll(inTurn(Place.MARKET, true));
    all.addAll(inTurn(Place.MARKET, false));
    all.addAll(in(Place.STOPS, true, byStop(true)));
    all.addAll(in(Place.STOPS, false, byStop(false)));
    all.addAll(forClose());
    return all;
  }

  List<ReferenceOrder> forClose() {
    List<ReferenceOrder> orders = new ArrayList<>(waiting(Place.FOR_CLOSE, true));
    orders.addAll(waiting(Place.FOR_CLOSE, false));
    orders.sort(Comparator.comparingLong(order -> order.turn));
    return orders;
  }

  private List<ReferenceOrder> in(Place place, boolean buy, Comparator<ReferenceOrder> by) {
    List<ReferenceOrder> orders = new ArrayList<>(waiting(place, buy));
    orders.sort(by);
    return orders;
  }

  private static Comparator<ReferenceOrder> byPrice(boolean buy) {
    return (a, b) ->
        a.price != b.price
            ? Long.compare(a.price, b.price) * (buy ? -1 : 1)
            : Long.compare(a.turn, b.turn);
  }

  private static Comparator<ReferenceOrder> byStop(boolean buy) {
    return (a, b) ->
        a.conditions.stopPrice() != b.conditions.stopPrice()
            ? Long.compare(a.conditions.stopPrice(), b.conditions.stopPrice()) * (buy ? 1 : -1)
            : Long.compare(a.turn, b.turn);
  }
}
