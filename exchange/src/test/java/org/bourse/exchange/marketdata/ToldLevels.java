package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One side by price as a subscriber knows it who takes only what fits what he was told before. */
final class ToldLevels {
  private final int depth;
  private final boolean dropsItself;
  private final int sign;
  private final List<Told> levels = new ArrayList<>();
  private final Set<Long> deleted = new HashSet<>();

  /** A level. */
  record Told(long price, long quantity, int orders) {}

  ToldLevels(FeedRequest.Content content, EntryKind side) {
    depth = content.depth() == 0 ? Integer.MAX_VALUE : content.depth();
    dropsItself = content.implicitDelete();
    sign = side == EntryKind.BID ? 1 : -1;
  }

  void take(char action, int position, Told level) {
    int at = position - 1;
    switch (action) {
      case EntrySink.NEW -> add(at, level);
      case EntrySink.CHANGE -> {
        requireKnown(at, level);
        Require.that(!levels.get(at).equals(level), "a change of nothing: " + level);
        levels.set(at, level);
      }
      case EntrySink.DELETE -> {
        requireKnown(at, level);
        Require.that(levels.get(at).equals(level), "deletes " + level + ", not " + levels.get(at));
        levels.remove(at);
        deleted.add(level.price);
      }
      default -> throw new AssertionError("no such action: " + action);
    }
  }

  private void add(int at, Told level) {
    Require.that(at >= 0 && at <= levels.size() && at < depth, "no place for it: " + level);
    Require.that(level.quantity > 0 && level.orders > 0, "an empty level: " + level);
    Require.that(at == 0 || isBetter(levels.get(at - 1), level), "not behind a better: " + level);
    Require.that(
        at == levels.size() || isBetter(level, levels.get(at)), "not before a worse: " + level);
    levels.add(at, level);
    if (levels.size() > depth) {
      Require.that(dropsItself, "more levels than the depth");
      levels.remove(depth);
    }
  }

  private boolean isBetter(Told level, Told other) {
    return sign * Long.compare(level.price, other.price) > 0;
  }

  private void requireKnown(int at, Told level) {
    Require.that(
        at >= 0 && at < levels.size() && levels.get(at).price == level.price,
        level + " is not at position " + (at + 1));
  }

  List<Told> levels() {
    return levels;
  }

  /** The prices whose levels he was told to delete since this was asked last. */
  Set<Long> takeDeleted() {
    Set<Long> taken = Set.copyOf(deleted);
    deleted.clear();
    return taken;
  }
}
