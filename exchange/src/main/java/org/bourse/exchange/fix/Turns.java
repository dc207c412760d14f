package org.bourse.exchange.fix;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.bourse.exchange.marketdata.MarketBook;

/**
 * Who is still to be told of what has changed: one subscriber after the other, each of all its
 * instruments, so that few writes to its socket serve them. One thread.
 */
final class Turns {
  private final Map<Subscriber, Set<FeedLine>> lines = new LinkedHashMap<>();
  private int size;

  /** A line is to be told. */
  void add(FeedLine line) {
    if (lines.computeIfAbsent(line.subscriber(), any -> new LinkedHashSet<>()).add(line)) {
      size++;
    }
  }

  /** How many lines are still to be told. */
  int size() {
    return size;
  }

  /** Takes out the line whose turn it is; there is one. */
  FeedLine next() {
    FeedLine next = lines.values().iterator().next().iterator().next();
    drop(next);
    return next;
  }

  /** Has so many of the first subscribers come last. */
  void rotate(long by) {
    for (long left = lines.isEmpty() ? 0 : by % lines.size(); left > 0; left--) {
      Subscriber first = lines.keySet().iterator().next();
      lines.put(first, Objects.requireNonNull(lines.remove(first)));
    }
  }

  /** Takes out all that are to be told of a book. */
  List<FeedLine> takeOut(MarketBook book) {
    if (size == 0) {
      return List.of();
    }
    List<FeedLine> taken =
        lines.values().stream()
            .flatMap(Set::stream)
            .filter(line -> line.feed().book() == book)
            .toList();
    taken.forEach(this::drop);
    return taken;
  }

  /** Takes out all that one subscriber is still to be told. */
  Set<FeedLine> takeOut(Subscriber subscriber) {
    Set<FeedLine> taken = lines.remove(subscriber);
    if (taken == null) {
      return Set.of();
    }
    size -= taken.size();
    return taken;
  }

  /** A line is not to be told, where it was to be. */
  void drop(FeedLine line) {
    Set<FeedLine> ofSubscriber = lines.get(line.subscriber());
    if (ofSubscriber != null && ofSubscriber.remove(line)) {
      size--;
      if (ofSubscriber.isEmpty()) {
        lines.remove(line.subscriber());
      }
    }
  }
}
