package org.bourse.exchange.engine;

import java.util.SplittableRandom;

/** When commands come: mostly a moment apart, now and then much later, never earlier. */
final class RandomTime {
  private static final long START = 1_700_000_000_000_000_000L;
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000 * MICRO;
  private static final long HOUR = 3_600_000 * MILLI;

  private final SplittableRandom random;
  private long time = START;

  RandomTime(SplittableRandom random) {
    this.random = random;
  }

  long next() {
    time +=
        switch (random.nextInt(1_000)) {
          case 0 -> random.nextLong(30 * HOUR);
          case 1, 2, 3, 4, 5 -> random.nextLong(3_000 * MILLI);
          default -> random.nextInt(20) == 0 ? random.nextLong(3 * MILLI) : MICRO;
        };
    return time;
  }

  /** As much later as somebody waits who lets time pass. */
  void pass() {
    time += random.nextInt(6) == 0 ? random.nextLong(8 * HOUR) : random.nextLong(2_000 * MILLI);
  }
}
