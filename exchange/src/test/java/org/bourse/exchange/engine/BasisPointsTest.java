package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.bourse.exchange.model.Instrument;
import org.junit.jupiter.api.Test;

class BasisPointsTest {
  @Test
  void shouldRoundDown() {
    assertThat(BasisPoints.of(1_999, 10)).isEqualTo(1);
    assertThat(BasisPoints.of(2_000, 10)).isEqualTo(2);
  }

  @Test
  void shouldBeExactOrBeyondAllPrices() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100_000; i++) {
      long price = random.nextLong(Instrument.LARGEST + 1) >> random.nextInt(50);
      int basisPoints = random.nextInt(Integer.MAX_VALUE) >> random.nextInt(31);
      BigInteger exact =
          BigInteger.valueOf(price)
              .multiply(BigInteger.valueOf(basisPoints))
              .divide(BigInteger.valueOf(10_000));
      BigInteger given = BigInteger.valueOf(BasisPoints.of(price, basisPoints));

      assertThat(given.equals(exact) || isBeyondAllPrices(given, exact))
          .as("%d at %d basis points", price, basisPoints)
          .isTrue();
    }
  }

  private static boolean isBeyondAllPrices(BigInteger given, BigInteger exact) {
    BigInteger largest = BigInteger.valueOf(Instrument.LARGEST);
    return given.compareTo(largest) > 0 && exact.compareTo(largest) > 0;
  }
}
