package org.bourse.exchange.marketdata;

import java.util.ArrayList;
import java.util.List;

/** What has traded of late, kept only while somebody may have to be told of it later. */
public final class RecentTrades {
  /** How many are kept. */
  public static final int MOST = 16_384;

  private final List<TradeTick> ticks = new ArrayList<>();
  private long first;
  private int waiting;

  void add(TradeTick tick) {
    if (waiting == 0) {
      first++;
      return;
    }
    if (ticks.size() == MOST) {
      int dropped = MOST / 2;
      ticks.subList(0, dropped).clear();
      first += dropped;
    }
    ticks.add(tick);
  }

  /** Begins to keep what comes for one who has to wait; returns the place where that begins. */
  public long hold() {
    waiting++;
    return first + ticks.size();
  }

  /** One who had to wait waits no longer. */
  public void release() {
    waiting--;
    if (waiting == 0) {
      first += ticks.size();
      ticks.clear();
    }
  }

  /** How many came since a place and are not there any more. */
  public long lostSince(long place) {
    return Math.max(0, first - place);
  }

  /** How many came since a place. */
  public long countSince(long place) {
    return first + ticks.size() - place;
  }

  /** What came since a place and is still there. */
  public List<TradeTick> since(long place) {
    return List.copyOf(ticks.subList((int) Math.max(0, place - first), ticks.size()));
  }
}
