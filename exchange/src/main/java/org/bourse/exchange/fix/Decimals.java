package org.bourse.exchange.fix;

/** Reads FIX decimals (float, Price, Qty) as scaled longs, exactly. */
final class Decimals {
  /** The text is no FIX float: it has another sign than '-', an exponent, a name, or no digit. */
  static final long NOT_A_NUMBER = Long.MIN_VALUE;

  /** The number is not a multiple of the scale's unit. */
  static final long TOO_FINE = Long.MIN_VALUE + 1;

  /** The number is larger than any that may be asked for. */
  static final long TOO_LARGE = Long.MAX_VALUE;

  private static final long LARGEST = Long.MAX_VALUE / 10 - 1;

  private Decimals() {}

  /** Whether the text is a FIX float. */
  static boolean isNumber(String text) {
    int digits = 0;
    int points = 0;
    for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else {
        return false;
      }
    }
    return digits > 0 && points <= 1;
  }

  /**
   * The number in units of 10^-scale, or one of the constants of this class. A negative number is
   * told by its sign before anything else: it gives a value below 0.
   */
  static long scaled(String text, int scale) {
    if (!isNumber(text)) {
      return NOT_A_NUMBER;
    }
    boolean negative = text.startsWith("-");
    long value = 0;
    int places = -1;
    boolean tooFine = false;
    for (int i = negative ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        places = 0;
      } else if (places >= scale) {
        tooFine |= c != '0';
      } else if (value > LARGEST) {
        return negative ? -1 : TOO_LARGE;
      } else {
        value = value * 10 + (c - '0');
        places += places < 0 ? 0 : 1;
      }
    }
    for (int i = Math.max(places, 0); i < scale; i++) {
      if (value > LARGEST) {
        return negative ? -1 : TOO_LARGE;
      }
      value *= 10;
    }
    if (negative) {
      return value == 0 && !tooFine ? 0 : -1;
    }
    return tooFine ? TOO_FINE : value;
  }
}
