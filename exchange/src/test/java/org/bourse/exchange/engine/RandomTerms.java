package org.bourse.exchange.engine;

import java.util.SplittableRandom;
import org.bourse.exchange.model.Instrument;

/** Prices, quantities, codes and texts of requests: mostly fair, now and then not. */
final class RandomTerms {
  private static final int[] BANDS = {1, 3, 10, 60, 5_000};

  private final SplittableRandom random;
  private final int band;
  private final int lots;
  private int ids;

  RandomTerms(SplittableRandom random) {
    this.random = random;
    this.band = BANDS[random.nextInt(BANDS.length)];
    this.lots = random.nextInt(4) == 0 ? 2 : 20;
  }

  /** Whether something happens that does so once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  long price(Instrument instrument) {
    long tick = instrument.tickSize();
    if (oneIn(60)) {
      long[] strange = {
        0,
        -tick,
        tick,
        tick + 1,
        instrument.maxPrice(),
        instrument.maxPrice() / tick * tick,
        instrument.maxPrice() + tick,
        Instrument.LARGEST + 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      };
      return strange[random.nextInt(strange.length)];
    }
    long middle = Math.max(1, instrument.maxPrice() / tick / 3);
    return Math.max(1, middle + random.nextInt(-band, band + 1)) * tick;
  }

  long quantity(Instrument instrument) {
    long lot = instrument.lotSize();
    if (oneIn(60)) {
      long[] strange = {
        0,
        -lot,
        lot + 1,
        instrument.maxQuantity(),
        instrument.maxQuantity() / lot * lot,
        instrument.maxQuantity() + lot,
        Instrument.LARGEST + 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE
      };
      return strange[random.nextInt(strange.length)];
    }
    long unit = Math.max(1, instrument.maxQuantity() / lot / 2_000);
    return (1 + random.nextInt(lots)) * unit * lot;
  }

  char side() {
    return oneIn(80) ? anyOf("\0003578A\u00ff") : anyOf("12");
  }

  char ordType() {
    return oneIn(80) ? anyOf("\0005PQ") : anyOf("1222222222234K");
  }

  char timeInForce() {
    return oneIn(60) ? anyOf("\000589") : anyOf("0000000111134627");
  }

  String clOrdId() {
    int number = ids++;
    return switch (random.nextInt(200)) {
      case 0 -> "";
      case 1 -> padded(number, 65);
      case 2 -> padded(number, 254);
      case 3, 4, 5, 6 -> padded(number, 64);
      case 7 -> Character.toString(0x80 + number % 0x80) + number;
      default -> "c" + number;
    };
  }

  String account() {
    return switch (random.nextInt(100)) {
      case 0 -> padded(1, 65);
      case 1 -> padded(2, 64);
      case 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 -> "";
      default -> "ACC" + random.nextInt(20);
    };
  }

  String text() {
    return oneIn(40) ? padded(random.nextInt(9), 254) : "Text " + random.nextInt(100);
  }

  char anyOf(String codes) {
    return codes.charAt(random.nextInt(codes.length()));
  }

  private static String padded(int number, int length) {
    String end = Integer.toString(number);
    return "=".repeat(length - end.length()) + end;
  }
}
