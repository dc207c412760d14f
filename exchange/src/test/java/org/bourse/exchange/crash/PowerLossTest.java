package org.bourse.exchange.crash;

import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The power fails under load, again and again, with {@code durability: disk}.
 *
 * <p>{@code -Dbourse.seed=N} plays one seed, {@code -Dbourse.power.losses=N} sets how often it
 * fails in all.
 */
class PowerLossTest {
  private static final int LOSSES = Integer.getInteger("bourse.power.losses", 10);

  static LongStream seeds() {
    Long seed = Long.getLong("bourse.seed");
    return seed == null ? LongStream.rangeClosed(1, 5) : LongStream.of(seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void shouldKeepEveryPromiseThroughLossesOfPower(long seed, @TempDir Path path) throws Exception {
    String name = "seed " + seed;
    try (Venue venue = new PowerLossVenue(path, seed);
        Rounds rounds = new Rounds(() -> name, seed, venue, path.resolve("traders"))) {
      rounds.begin();
      for (int losses = 0; losses < LOSSES / seeds().count(); losses++) {
        rounds.play();
      }
      rounds.finish();
    }
  }
}
