package org.bourse.exchange.fix;

import java.time.LocalDateTime;
import quickfix.UtcTimestampPrecision;
import quickfix.field.converter.UtcTimestampConverter;

/** SendingTime(52) as text: QuickFIX/J's own, faster where it is to the millisecond. */
final class SendingTimes {
  private static final String FORM = "yyyyMMdd-HH:mm:ss.SSS";
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

  private static void put(char[] text, int at, int digits, int value) {
    int rest = value;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (char) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
