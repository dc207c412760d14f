package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragePriceTest {

  @ParameterizedTest
  @CsvSource({
    "3005, 3, 2, 10.01666667",
    "2003, 2, 2, 10.015",
    "1001, 1, 2, 10.01",
    "3000, 3, 2, 10.00",
    "1, 3, 0, 0.333333",
    "2, 3, 0, 0.666667",
    "1, 2, 0, 0.5",
    "1, 2000000, 0, 0.000001",
    "1, 2000001, 0, 0",
    "100, 3, 4, 0.0033333333",
  })
  void shouldRoundHalfUpBehindSixMorePlaces(long sum, long cumQty, int scale, String expected) {
    assertThat(average(BigInteger.valueOf(sum), cumQty, scale)).isEqualTo(expected);
  }

  @Test
  void shouldBeZeroWhereNothingWasFilled() {
    assertThat(average(BigInteger.ZERO, 0, 2)).isEqualTo("0");
  }

  @Test
  void shouldReadLowerHalfAsUnsigned() {
    BigInteger sum = BigInteger.ONE.shiftLeft(63);

    assertThat(average(sum, 2, 0)).isEqualTo(BigInteger.ONE.shiftLeft(62).toString());
  }

  @Test
  void shouldAgreeWithBigDecimalOn128Bits() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 20_000; i++) {
      long cumQty = 1 + random.nextLong(1_000_000_000_000_000L);
      BigInteger sum =
          BigInteger.valueOf(random.nextLong(1_000_000_000_000_000L))
              .multiply(BigInteger.valueOf(cumQty))
              .add(BigInteger.valueOf(random.nextLong(cumQty)));
      int scale = random.nextInt(10);
      BigDecimal expected =
          new BigDecimal(sum, scale)
              .divide(BigDecimal.valueOf(cumQty), scale + 6, RoundingMode.HALF_UP);

      assertThat(new BigDecimal(average(sum, cumQty, scale))).isEqualByComparingTo(expected);
    }
  }

  private static String average(BigInteger sum, long cumQty, int scale) {
    FixWriter writer = new FixWriter();
    AveragePrice.write(
        writer, 6, sum.shiftRight(64).longValueExact(), sum.longValue(), cumQty, scale);
    String field = writer.toString();
    assertThat(field).startsWith("6=").endsWith("\u0001");
    return field.substring(2, field.length() - 1);
  }
}
