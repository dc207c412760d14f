package org.bourse.exchange.marketdata;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trades that somebody has missed, as they stand after all that has become of them since. */
final class MissedTrades {
  private final Map<Long, TradeTick> trades = new LinkedHashMap<>();

  MissedTrades(List<TradeTick> missed) {
    missed.forEach(this::take);
  }

  private void take(TradeTick tick) {
    switch (tick.action()) {
      case EntrySink.NEW -> trades.put(tick.matchId(), tick);
      case EntrySink.CHANGE -> trades.computeIfPresent(tick.matchId(), (id, was) -> as(was, tick));
      default -> trades.remove(tick.matchId());
    }
  }

  private static TradeTick as(TradeTick was, TradeTick now) {
    return new TradeTick(
        was.action(),
        was.matchId(),
        now.price(),
        now.quantity(),
        was.time(),
        was.aggressor(),
        was.condition());
  }

  /** Those that were new, and were not busted. */
  Collection<TradeTick> toTell() {
    return trades.values();
  }
}
