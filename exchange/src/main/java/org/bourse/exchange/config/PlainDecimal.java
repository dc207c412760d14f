package org.bourse.exchange.config;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people write them: {@code 0.05}, {@code -3}, {@code 1_000_000}. No exponent, no
 * leading zeros, no other base.
 */
final class PlainDecimal {

  private static final int LONGEST = 40;
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*(_[0-9]+)*)(\\.[0-9]+)?");

  private PlainDecimal() {}

  /** The exact number with as many decimal places as were written, or null if it is none. */
  static @Nullable BigDecimal parse(String text) {
    if (text.length() > LONGEST || !DECIMAL.matcher(text).matches()) {
      return null;
    }
    return new BigDecimal(text.replace("_", ""));
  }

  /** Decimal places that the number needs: 2 for 0.010, 0 for 100. */
  static int places(BigDecimal number) {
    return Math.max(0, number.stripTrailingZeros().scale());
  }
}
