package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One side of a book, best price first, kept by price or by order. An entry that names a position
 * must stand there; by price that is the level's, by order the order's own.
 */
final class BookSide {

  private final String name;
  private final boolean byOrder;
  private final Comparator<PriceLevel> bestFirst;
  private final List<PriceLevel> levels = new ArrayList<>();
  private final Map<String, PriceLevel> levelOf = new HashMap<>();

  BookSide(boolean bids, boolean byOrder) {
    this.name = bids ? "bid" : "offer";
    this.byOrder = byOrder;
    Comparator<BigDecimal> prices =
        bids ? Comparator.reverseOrder() : Comparator.<BigDecimal>naturalOrder();
    this.bestFirst = Comparator.comparing(PriceLevel::price, Comparator.nullsFirst(prices));
  }

  /** Best first; a view. */
  List<PriceLevel> levels() {
    return Collections.unmodifiableList(levels);
  }

  /** Null on an empty side. */
  @Nullable PriceLevel best() {
    return levels.isEmpty() ? null : levels.get(0);
  }

  void clear() {
    levels.clear();
    levelOf.clear();
  }

  /**
   * Applies an entry of this side.
   *
   * @throws OutOfStep if it does not fit
   */
  void apply(Entry entry) throws OutOfStep {
    if (byOrder) {
      applyToOrder(entry);
    } else {
      applyToLevel(entry);
    }
  }

  private void applyToLevel(Entry entry) throws OutOfStep {
    boolean isNew = entry.action() == Entry.Action.NEW;
    int index = find(entry.price());
    if (!isNew && index < 0 && entry.price() == null && entry.position() <= levels.size()) {
      index = entry.position() - 1;
    }
    if (isNew == (index >= 0)) {
      throw fault(entry, isNew ? "a level that is there" : "a level that is not there");
    }
    int place = isNew ? -index - 1 : index;
    checkPosition(entry, place + 1);
    switch (entry.action()) {
      case NEW -> {
        PriceLevel level = new PriceLevel(entry.price());
        level.set(size(entry), entry.orders());
        levels.add(place, level);
      }
      case CHANGE -> levels.get(place).set(size(entry), entry.orders());
      case DELETE -> levels.remove(place);
    }
  }

  private void applyToOrder(Entry entry) throws OutOfStep {
    if (entry.id().isEmpty()) {
      throw fault(entry, "an order without MDEntryID(278)");
    }
    PriceLevel level = levelOf.get(entry.id());
    boolean isNew = entry.action() == Entry.Action.NEW;
    if (isNew == (level != null)) {
      throw fault(entry, isNew ? "an order that is there" : "an order that is not there");
    }
    if (isNew || level == null) {
      addOrder(entry);
    } else if (entry.action() == Entry.Action.DELETE) {
      removeOrder(entry.id(), level);
    } else if (isElsewhere(entry.price(), level)) {
      throw fault(entry, "an order that is at another price");
    } else {
      level.setOrder(entry.id(), size(entry));
    }
  }

  private void addOrder(Entry entry) throws OutOfStep {
    int index = find(entry.price());
    int place = index < 0 ? -index - 1 : index;
    int before = index < 0 ? 0 : levels.get(place).orders().size();
    for (int i = 0; i < place; i++) {
      before += levels.get(i).orders().size();
    }
    checkPosition(entry, before + 1);
    if (index < 0) {
      levels.add(place, new PriceLevel(entry.price()));
    }
    PriceLevel level = levels.get(place);
    level.setOrder(entry.id(), size(entry));
    levelOf.put(entry.id(), level);
  }

  private void removeOrder(String id, PriceLevel level) {
    levelOf.remove(id);
    level.removeOrder(id);
    if (level.orders().isEmpty()) {
      levels.remove(find(level.price()));
    }
  }

  private static boolean isElsewhere(@Nullable BigDecimal price, PriceLevel level) {
    BigDecimal there = level.price();
    return price != null && (there == null || price.compareTo(there) != 0);
  }

  /** As {@link Collections#binarySearch(List, Object)}. */
  private int find(@Nullable BigDecimal price) {
    return Collections.binarySearch(levels, new PriceLevel(price), bestFirst);
  }

  private void checkPosition(Entry entry, int place) throws OutOfStep {
    if (entry.position() != 0 && entry.position() != place) {
      throw fault(entry, "position " + entry.position() + " where it is " + place);
    }
  }

  private BigDecimal size(Entry entry) throws OutOfStep {
    if (entry.size() == null) {
      throw fault(entry, "no MDEntrySize(271)");
    }
    return entry.size();
  }

  private OutOfStep fault(Entry entry, String what) {
    String price = entry.price() == null ? "no price" : entry.price().toPlainString();
    String id = entry.id().isEmpty() ? "" : " of " + entry.id();
    return new OutOfStep(
        Words.action(entry.action()) + " " + name + id + " at " + price + ": " + what);
  }
}
