package org.bourse.exchange.fix;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** AvgPx(6): what all fills of an order cost, divided by what they brought. */
final class AveragePrice {
  /**
   * Decimal places beyond the instrument's price scale, where the division does not come out even.
   */
  private static final int MORE_PLACES = 6;

  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  private AveragePrice() {}

  /**
   * Writes the average, exact or rounded half up behind {@value #MORE_PLACES} more places than a
   * price has.
   *
   * @param high the upper 64 of 128 bits of the sum of price x quantity
   * @param low the lower 64
   * @param cumQty what was filled, 0 gives 0
   */
  static void write(FixWriter writer, int tag, long high, long low, long cumQty, int priceScale) {
    if (cumQty == 0) {
      writer.field(tag, 0);
      return;
    }
    if (high == 0 && low >= 0 && low % cumQty == 0) {
      writer.decimal(tag, low / cumQty, priceScale);
      return;
    }
    BigInteger notional = BigInteger.valueOf(high).multiply(TWO_TO_64).add(unsigned(low));
    BigDecimal average =
        new BigDecimal(notional, priceScale)
            .divide(BigDecimal.valueOf(cumQty), priceScale + MORE_PLACES, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    int places = Math.max(average.scale(), priceScale);
    writer.field(tag, average.setScale(places).toPlainString());
  }

  private static BigInteger unsigned(long value) {
    BigInteger signed = BigInteger.valueOf(value);
    return value < 0 ? signed.add(TWO_TO_64) : signed;
  }
}
