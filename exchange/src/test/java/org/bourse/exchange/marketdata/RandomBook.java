package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.engine.EventSink;
import org.bourse.exchange.event.BookChanged;
import org.bourse.exchange.event.Events;

/** Events of a book of many levels, as no engine's random run makes one. */
final class RandomBook {
  private static final int PRICES = 40;
  private static final int ORDERS = 150;
  private static final int MOST_CHANGES = 12;

  /** Entries that a change allows for. */
  private static final int PER_CHANGE = 2;

  private final SplittableRandom random;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Events.MAX_LENGTH]);
  private final List<BookChanged.Change> orders = new ArrayList<>();
  private final List<BookChanged.Change> changes = new ArrayList<>();
  private long lastOrderId;
  private long updates;
  private long eventSeq;

  RandomBook(SplittableRandom random) {
    this.random = random;
  }

  /** Gives the events of some commands. */
  void run(int commands, EventSink to) {
    for (int i = 0; i < commands; i++) {
      changes.clear();
      if (random.nextInt(30) == 0) {
        sweep();
      }
      for (int left = random.nextInt(MOST_CHANGES); left >= 0; left--) {
        change();
      }
      updates += (long) PER_CHANGE * changes.size();
      BookChanged event = new BookChanged(++eventSeq, 0, -1, 0, updates, true, changes);
      to.onEvent(buffer, 0, Events.encode(event, buffer, 0));
    }
  }

  private void change() {
    boolean isFew = orders.size() < ORDERS;
    if (orders.isEmpty() || random.nextInt(100) < (isFew ? 55 : 25)) {
      char side = random.nextBoolean() ? '1' : '2';
      add(new BookChanged.Change(++lastOrderId, price(side), quantity(), side, true));
      return;
    }
    BookChanged.Change order = orders.remove(random.nextInt(orders.size()));
    switch (random.nextInt(6)) {
      case 0 -> add(as(order, order.price(), quantity(), false));
      case 1 -> add(as(order, order.price(), order.quantity(), true));
      case 2 -> {
        changes.add(as(order, order.price(), 0, false));
        add(as(order, price(order.side()), order.quantity(), true));
      }
      default -> changes.add(as(order, order.price(), 0, false));
    }
  }

  /** What stands at the better prices of a side leaves. */
  private void sweep() {
    char side = random.nextBoolean() ? '1' : '2';
    int most = random.nextInt(PRICES);
    for (BookChanged.Change order : List.copyOf(orders)) {
      if (order.side() == side && Math.abs(order.price() - middle(side)) < most) {
        orders.remove(order);
        changes.add(as(order, order.price(), 0, false));
      }
    }
  }

  private void add(BookChanged.Change order) {
    orders.add(order);
    changes.add(order);
  }

  private static BookChanged.Change as(
      BookChanged.Change order, long price, long quantity, boolean behind) {
    return new BookChanged.Change(order.orderId(), price, quantity, order.side(), behind);
  }

  private long price(char side) {
    int away = random.nextInt(PRICES);
    return middle(side) + (side == '1' ? -away : away);
  }

  private static long middle(char side) {
    return side == '1' ? 100 : 101;
  }

  private long quantity() {
    return random.nextInt(1, 4);
  }
}
