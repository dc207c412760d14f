package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.bourse.exchange.event.NoticeKind;
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
        .contains(
            NoticeKind.INSTRUMENT_DEFINED,
            NoticeKind.SESSION_DEFINED,
            NoticeKind.ENGINE_STARTED,
            NoticeKind.COMMAND_NOT_USABLE,
            NoticeKind.REPEATED)
        .contains('0', '4', '5', '8', 'F', 'I')
        .contains(
            "Duplicate ClOrdID",
            "Instrument is no longer traded",
            "Order is canceled",
            "Order is filled",
            "Order was rejected",
            "OrderQty is above the maximum",
            "OrderQty is not a multiple of the lot size",
            "OrderQty must be above 0",
            "OrdType may not change",
            "OrdType not supported",
            "Price is above the maximum",
            "Price is not a multiple of the tick size",
            "Price must be above 0",
            "Price on a market order",
            "Side not supported",
            "Symbol or Side differs from the order's",
            "TimeInForce may not change so",
            "TimeInForce not supported",
            "Unknown order",
            "Unknown symbol");
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
