package org.bourse.exchange.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RecentTradesTest {
  private final RecentTrades trades = new RecentTrades();
  private long last;

  @Test
  void shouldKeepWhatComesWhileSomebodyWaits() {
    add(2);
    long place = trades.hold();
    add(2);

    assertThat(since(place)).containsExactly(3L, 4L);
    assertThat(trades.lostSince(place)).isZero();
  }

  @Test
  void shouldGiveEachWhatCameSinceHeBeganToWait() {
    long early = trades.hold();
    add(1);
    long late = trades.hold();
    add(1);

    assertThat(since(early)).containsExactly(1L, 2L);
    assertThat(since(late)).containsExactly(2L);
  }

  @Test
  void shouldKeepThemUntilTheLastHasThem() {
    trades.hold();
    long late = trades.hold();
    add(1);
    trades.release();
    add(1);

    assertThat(since(late)).containsExactly(1L, 2L);
  }

  @Test
  void shouldBeginAgainOnceNobodyWaited() {
    trades.hold();
    add(3);
    trades.release();
    add(2);
    long place = trades.hold();
    add(1);

    assertThat(since(place)).containsExactly(6L);
    assertThat(trades.lostSince(place)).isZero();
  }

  @Test
  void shouldSayHowManyAreLost() {
    long place = trades.hold();
    add(RecentTrades.MOST + 1);

    long lost = trades.lostSince(place);
    assertThat(lost).isEqualTo(RecentTrades.MOST / 2);
    assertThat(since(place)).hasSize((int) (last - lost)).startsWith(lost + 1).endsWith(last);
  }

  private void add(int count) {
    for (int i = 0; i < count; i++) {
      trades.add(new TradeTick(EntrySink.NEW, ++last, 100, 1, 0, '1', '\0'));
    }
  }

  private List<Long> since(long place) {
    return trades.since(place).stream().map(TradeTick::matchId).toList();
  }
}
