package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.SelfTrade;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;

final class RandomCommandsTest {
  private static final int SEEDS = Integer.getInteger("SEEDS", 500);
  private static final int COMMANDS = 4_000;

  private final Set<Object> reached = ConcurrentHashMap.newKeySet();
  private final Map<Long, Long> hashes = new ConcurrentHashMap<>();

  @Test
  void shouldDoAsTheReferenceVenueDoes() {
    LongStream.range(0, SEEDS).parallel().forEach(this::run);

    assertThat(hashes).as("one hash for each run, no two alike").hasSize(SEEDS);
    assertThat(reached)
        .containsAll(EnumSet.allOf(NoticeKind.class))
        .containsAll(EnumSet.allOf(ControlKind.class))
        .containsAll(EnumSet.allOf(TradingPhase.class))
        .containsAll(EnumSet.complementOf(EnumSet.of(SelfTrade.ALLOWED)))
        .contains(RandomGoals.REPORTS)
        .contains(RandomGoals.REFUSALS_OF_ORDERS)
        .contains(RandomGoals.REFUSALS_OF_CHANGES)
        .contains(RandomGoals.REFUSALS_OF_CONTROLS)
        .contains(RandomGoals.OCCASIONS);
  }

  private void run(long seed) {
    RandomRun run = new RandomRun(seed, COMMANDS);
    try {
      hashes.put(run.run(), seed);
    } catch (IOException e) {
      throw new UncheckedIOException("seed " + seed, e);
    }
    reached.addAll(run.reached());
  }
}
