package org.bourse.exchange.engine;

import java.util.SplittableRandom;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingRules;

/** How instruments are traded: with bands or without, this way or that. */
final class RandomRules {
  private static final int[] BASIS_POINTS = {0, 0, 0, 1, 3, 10, 30, 100, 500, 20_000};

  private final SplittableRandom random;

  RandomRules(SplittableRandom random) {
    this.random = random;
  }

  Instrument ruled(Instrument instrument) {
    return with(instrument, usual(instrument));
  }

  TradingRules usual(Instrument instrument) {
    if (random.nextInt(3) == 0) {
      return TradingRules.PLAIN;
    }
    long tick = instrument.tickSize();
    long middle = Math.max(1, instrument.maxPrice() / tick / 3);
    long reference = Math.max(1, middle + random.nextInt(-20, 21)) * tick;
    boolean hasPriceBand = random.nextInt(4) == 0;
    boolean isOffTick = random.nextInt(8) == 0;
    return new TradingRules(
        random.nextInt(3) == 0 ? 0 : reference + (isOffTick ? 1 : 0),
        hasPriceBand ? basisPoints() : 0,
        basisPoints(),
        random.nextInt(1, 3_000),
        basisPoints(),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private int basisPoints() {
    return random.nextInt(100) == 0
        ? Integer.MAX_VALUE
        : BASIS_POINTS[random.nextInt(BASIS_POINTS.length)];
  }

  /** Rules that can't be. */
  Instrument strange(Instrument instrument) {
    long reference = random.nextBoolean() ? -1 : Instrument.LARGEST + 1;
    return with(
        instrument,
        switch (random.nextInt(5)) {
          case 0 -> new TradingRules(reference, 0, 0, 0, 0, false, false);
          case 1 -> new TradingRules(0, -1, 0, 0, 0, false, false);
          case 2 -> new TradingRules(0, 0, Integer.MIN_VALUE, 0, 0, false, false);
          case 3 -> new TradingRules(0, 0, 0, -1, 0, false, false);
          default -> new TradingRules(0, 0, 0, 0, -1, false, false);
        });
  }

  private static Instrument with(Instrument i, TradingRules rules) {
    return new Instrument(
        i.symbol(),
        i.priceScale(),
        i.quantityScale(),
        i.tickSize(),
        i.lotSize(),
        i.maxPrice(),
        i.maxQuantity(),
        rules);
  }
}
