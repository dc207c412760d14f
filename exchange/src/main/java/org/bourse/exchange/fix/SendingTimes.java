package org.bourse.exchange.fix;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import quickfix.UtcTimestampPrecision;
import quickfix.field.converter.UtcTimestampConverter;

/**
 * SendingTime(52), written and read: as QuickFIX/J does it, faster where it is to the millisecond.
 */
final class SendingTimes {
  private static final String FORM = "yyyyMMdd-HH:mm:ss.SSS";
  private static final int TO_THE_SECOND = 17;
  private static final int NANOS_PER_MILLI = 1_000_000;

  private SendingTimes() {}

  static String text(LocalDateTime time, UtcTimestampPrecision precision) {
    if (precision != UtcTimestampPrecision.MILLIS) {
      return UtcTimestampConverter.convert(time, precision);
    }
    char[] text = FORM.toCharArray();
    put(text, 0, 4, time.getYear());
    put(text, 4, 2, time.getMonthValue());
    put(text, 6, 2, time.getDayOfMonth());
    put(text, 9, 2, time.getHour());
    put(text, 12, 2, time.getMinute());
    put(text, 15, 2, time.getSecond());
    put(text, 18, 3, time.getNano() / NANOS_PER_MILLI);
    return new String(text);
  }

  /**
   * A time to the second or millisecond; null where the text is anything else, for QuickFIX/J to
   * judge.
   */
  static @Nullable LocalDateTime read(String text) {
    boolean toMillis = text.length() == FORM.length() && text.charAt(17) == '.';
    if ((!toMillis && text.length() != TO_THE_SECOND)
        || text.charAt(8) != '-'
        || text.charAt(11) != ':'
        || text.charAt(14) != ':') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 4, 2);
    int day = number(text, 6, 2);
    int hour = number(text, 9, 2);
    int minute = number(text, 12, 2);
    int second = number(text, 15, 2);
    int millis = toMillis ? number(text, 18, 3) : 0;
    boolean isSound =
        year >= 0
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= 28 // the ends of months are left to QuickFIX/J
            && hour >= 0
            && hour <= 23
            && minute >= 0
            && minute <= 59
            && second >= 0
            && second <= 59
            && millis >= 0;
    return isSound
        ? LocalDateTime.of(year, month, day, hour, minute, second, millis * NANOS_PER_MILLI)
        : null;
  }

  /** Digits as a number, below 0 where one is no digit. */
  private static int number(String text, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static void put(char[] text, int at, int digits, int value) {
    int rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
