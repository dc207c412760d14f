package org.bourse.exchange.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.bourse.exchange.engine.RandomEngine;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;

final class ViewPropertyTest {
  private static final int SEEDS = Integer.getInteger("SEEDS", 200);
  private static final int COMMANDS = Integer.getInteger("COMMANDS", 1_000);
  private static final int COMMANDS_OF_DEEP = 100;
  private static final int MOST_AT_ONCE = 40;

  private final Set<Object> reached = ConcurrentHashMap.newKeySet();

  @Test
  void shouldLeadFromSnapshotByUpdatesToTheBook() {
    LongStream.range(0, SEEDS).parallel().forEach(this::run);

    assertThat(reached)
        .contains(FollowedMarket.REFILLED, FollowedMarket.MASS_CANCELED)
        .contains("Triggered", "an auction with a price", "indicative price")
        .contains("150=G", "150=H", "a fill elsewhere", "Volatility", "Start of day")
        .contains((Object[]) TradingPhase.values());
  }

  @Test
  void shouldDoSoInDeepBooks() {
    LongStream.range(0, SEEDS / 4).parallel().forEach(this::runDeep);
  }

  private void runDeep(long seed) {
    FollowedMarket market = market(seed);
    try {
      new RandomBook(new SplittableRandom(~seed)).run(COMMANDS_OF_DEEP, market);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed, e);
    }
  }

  /** Half of them tell of each command, half of what some commands have come to. */
  private static FollowedMarket market(long seed) {
    return new FollowedMarket(new SplittableRandom(seed), seed % 2 == 0 ? 1 : MOST_AT_ONCE);
  }

  private void run(long seed) {
    FollowedMarket market = market(seed);
    RandomEngine engine = new RandomEngine(seed);
    try {
      engine.run(COMMANDS, market);
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("seed " + seed + ", at " + engine.engine().position(), e);
    }
    reached.addAll(engine.reached());
    reached.addAll(market.reached());
  }
}
