package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells of a book what some subscribers want of it: as a whole, or what has changed. One thread.
 */
public final class View {
  private static final int ALL = 1 << 30;

  private final FeedRequest.Content content;
  private final MarketBook book;
  private final int depth;
  private final List<Level> gone = new ArrayList<>();
  private final List<Level> come = new ArrayList<>();
  private final Map<@Nullable Level, List<ShownOrder>> changed = new HashMap<>();

  /** A view of a book. */
  public View(FeedRequest.Content content, MarketBook book) {
    this.content = content;
    this.book = book;
    depth = content.depth() == 0 ? ALL : content.depth();
  }

  /** What it shows. */
  public FeedRequest.Content content() {
    return content;
  }

  /**
   * Tells the whole.
   *
   * @param trades what to tell of trades, as they stand now; none: the last of the day
   */
  public void snapshot(EntrySink to, List<TradeTick> trades) {
    whole(book.bids(), to);
    whole(book.offers(), to);
    if (wants(EntryKind.TRADE)) {
      TradeTick last = book.values().lastTrade();
      Collection<TradeTick> missed = new MissedTrades(trades).toTell();
      missed.forEach(to::trade);
      if (missed.isEmpty() && last != null) {
        to.trade(last);
      }
    }
    for (int i = 0; i < DayValues.COUNT; i++) {
      Statistic value = book.values().now(i);
      if (value != null && wants(value.kind())) {
        to.statistic(EntrySink.NEW, value);
      }
    }
  }

  private boolean wants(EntryKind kind) {
    return content.kinds().contains(kind);
  }

  private void whole(BookSide side, EntrySink to) {
    if (!wants(side.kind)) {
      return;
    }
    int orders = 0;
    for (int position = 1; position <= Math.min(depth, side.size()); position++) {
      Level level = side.at(position);
      if (content.byOrder()) {
        tellOrders(side, level, orders, to);
        orders += level.orders;
      } else {
        to.level(EntrySink.NEW, side.kind, position, level.price, level.quantity, level.orders);
      }
    }
  }

  private static void tellOrders(BookSide side, Level level, int ordersBefore, EntrySink to) {
    int position = ordersBefore;
    for (ShownOrder order = level.first; order != null; order = order.after) {
      to.order(EntrySink.NEW, side.kind, ++position, order.id, level.price, order.quantity);
    }
  }

  /** Tells what has changed since subscribers were last told. */
  public void update(EntrySink to) {
    update(book.bids(), to);
    update(book.offers(), to);
    if (wants(EntryKind.TRADE)) {
      book.trades().forEach(to::trade);
    }
    for (int i = 0; i < DayValues.COUNT; i++) {
      statistic(book.values().toldBefore(i), book.values().now(i), to);
    }
  }

  private void statistic(@Nullable Statistic before, @Nullable Statistic now, EntrySink to) {
    boolean stays = before != null && now != null && before.kind() == now.kind();
    if (before != null && !stays && wants(before.kind())) {
      to.statistic(EntrySink.DELETE, before);
    }
    if (now != null && !now.equals(before) && wants(now.kind())) {
      to.statistic(stays ? EntrySink.CHANGE : EntrySink.NEW, now);
    }
  }

  private void update(BookSide side, EntrySink to) {
    if (!wants(side.kind) || side.touchedOrders().isEmpty()) {
      return;
    }
    Window window = new Window(side, depth);
    gone.clear();
    come.clear();
    if (!content.implicitDelete()) {
      window.pushedOut(gone);
    }
    window.pulledIn(come);
    for (Level level : window.touched()) {
      boolean isSeen = window.isSeen(level);
      boolean wasSeen = window.wasSeen(level);
      if (wasSeen && !isSeen && !(content.implicitDelete() && level.isThere())) {
        gone.add(level);
      } else if (isSeen) {
        come.add(level);
      }
    }
    gone.sort(Comparator.comparingInt(window::toldPosition).reversed());
    come.sort(Comparator.comparingInt(window::position));
    if (content.byOrder()) {
      updateOrders(side, window, to);
    } else {
      updateLevels(side, window, to);
    }
  }

  private void updateLevels(BookSide side, Window window, EntrySink to) {
    for (Level level : gone) {
      to.level(
          EntrySink.DELETE,
          side.kind,
          window.toldPosition(level),
          level.price,
          level.toldQuantity,
          level.toldOrders);
    }
    for (Level level : come) {
      boolean isNew = !window.wasSeen(level);
      if (isNew || level.isOther()) {
        to.level(
            isNew ? EntrySink.NEW : EntrySink.CHANGE,
            side.kind,
            window.position(level),
            level.price,
            level.quantity,
            level.orders);
      }
    }
  }

  private void updateOrders(BookSide side, Window window, EntrySink to) {
    gone.forEach(level -> level.isGone = true);
    for (ShownOrder order : side.touchedOrders()) {
      Level was = order.toldIn;
      boolean leaves = was != null && (order.isNew() || order.level == null || was.isGone);
      if (was != null && leaves && window.wasSeen(was)) {
        to.order(EntrySink.DELETE, side.kind, 0, order.id, was.price, order.toldQuantity);
      } else if (order.isOther()) {
        changed.computeIfAbsent(order.level, any -> new ArrayList<>()).add(order);
      }
    }
    for (Level level : gone) {
      level.isGone = false;
      for (ShownOrder order = level.first; order != null; order = order.after) {
        if (!order.isTouched) {
          to.order(EntrySink.DELETE, side.kind, 0, order.id, level.price, order.quantity);
        }
      }
    }
    int position = 1;
    int ordersBefore = 0;
    for (Level level : come) { // the best first
      int at = window.position(level);
      for (; position < at; position++) {
        ordersBefore += side.at(position).orders;
      }
      if (window.wasSeen(level)) {
        tellChanges(side, level, ordersBefore, to);
      } else {
        tellOrders(side, level, ordersBefore, to);
      }
    }
    changed.clear();
  }

  /** Tells of the orders of a level that was seen before; new ones stand behind all others. */
  private void tellChanges(BookSide side, Level level, int ordersBefore, EntrySink to) {
    for (ShownOrder order : changed.getOrDefault(level, List.of())) {
      to.order(EntrySink.CHANGE, side.kind, 0, order.id, level.price, order.quantity);
    }
    int position = ordersBefore + level.orders;
    ShownOrder first = null;
    for (ShownOrder order = level.last; order != null && order.isNew(); order = order.before) {
      first = order;
      position--;
    }
    for (ShownOrder order = first; order != null; order = order.after) {
      to.order(EntrySink.NEW, side.kind, ++position, order.id, level.price, order.quantity);
    }
  }
}
