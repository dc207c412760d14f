package org.bourse.exchange.marketdata;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Trades and statistics as a subscriber knows them who takes only what fits. */
final class ToldValues {
  private final Map<String, Statistic> statistics = new HashMap<>();
  private final TreeMap<Long, TradeTick> trades = new TreeMap<>();
  private final long joinedAt;

  /** One who knows of no trade up to one. */
  ToldValues(long joinedAt) {
    this.joinedAt = joinedAt;
  }

  void take(TradeTick trade) {
    long matchId = trade.matchId();
    boolean isKnown = trades.containsKey(matchId);
    if (trade.action() == EntrySink.NEW) {
      Require.that(!isKnown, "a trade told twice: " + trade);
      Require.that(trades.isEmpty() || trades.lastKey() < matchId, "not the latest: " + trade);
      trades.put(matchId, trade);
      return;
    }
    Require.that(isKnown || matchId <= joinedAt, "a change of no trade: " + trade);
    if (trade.action() == EntrySink.DELETE) {
      trades.remove(matchId);
    } else if (isKnown) {
      trades.put(matchId, trade);
    }
  }

  void take(char action, Statistic value) {
    String key = key(value.kind(), value.openClose());
    Statistic before = statistics.get(key);
    switch (action) {
      case EntrySink.NEW -> Require.that(before == null, "is there already: " + value);
      case EntrySink.CHANGE ->
          Require.that(before != null && !before.equals(value), "a change of nothing: " + value);
      case EntrySink.DELETE -> Require.that(value.equals(before), "not there: " + value);
      default -> throw new AssertionError("no such action: " + action);
    }
    if (action == EntrySink.DELETE) {
      statistics.remove(key);
    } else {
      statistics.put(key, value);
    }
  }

  private static String key(EntryKind kind, char openClose) {
    return kind.name() + openClose;
  }

  @Nullable Statistic statistic(EntryKind kind, char openClose) {
    return statistics.get(key(kind, openClose));
  }

  Map<String, Statistic> statistics() {
    return statistics;
  }

  /** The trades from one on, by number. */
  Iterable<TradeTick> tradesFrom(long matchId) {
    return trades.tailMap(matchId).values();
  }

  /** The last trade of those from one on. */
  @Nullable TradeTick lastFrom(long matchId) {
    Map.Entry<Long, TradeTick> last = trades.lastEntry();
    return last == null || last.getKey() < matchId ? null : last.getValue();
  }
}
