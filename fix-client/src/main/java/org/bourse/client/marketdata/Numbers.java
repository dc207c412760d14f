package org.bourse.client.marketdata;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for people, in columns. */
final class Numbers {

  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Numbers() {}

  /** With as many decimals as are there, and thousands apart; empty for null. */
  static String size(@Nullable BigDecimal number) {
    if (number == null) {
      return "";
    }
    DecimalFormat form = new DecimalFormat("#,##0.########", SYMBOLS);
    return form.format(number);
  }

  /** With so many decimals, more where they say something; "market" for null. */
  static String price(@Nullable BigDecimal number, int decimals) {
    if (number == null) {
      return "market";
    }
    BigDecimal plain = number.stripTrailingZeros();
    return plain
        .setScale(Math.max(plain.scale(), decimals), RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /** Decimals that the number needs; 0 for null. */
  static int decimals(@Nullable BigDecimal number) {
    return number == null ? 0 : Math.max(0, number.stripTrailingZeros().scale());
  }

  static String right(String text, int width) {
    return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
  }

  static String left(String text, int width) {
    return text.length() >= width ? text : text + " ".repeat(width - text.length());
  }
}
