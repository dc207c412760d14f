package org.bourse.exchange.config;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as text: {@code 512KB}, {@code 64MB}, {@code 1GB}, in powers of 1024. */
final class ByteSize {

  static final long KB = 1L << 10;
  static final long MB = 1L << 20;
  static final long GB = 1L << 30;

  private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,8}) ?(KB|MB|GB)");

  private ByteSize() {}

  /** The size in bytes, or empty if the text is not a size. */
  static OptionalLong parse(String text) {
    Matcher size = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      return OptionalLong.empty();
    }
    long unit =
        switch (size.group(2)) {
          case "KB" -> KB;
          case "MB" -> MB;
          default -> GB;
        };
    return OptionalLong.of(Long.parseLong(size.group(1)) * unit);
  }

  /** Bytes, a whole number of KB, in the largest unit that keeps it whole. */
  static String format(long bytes) {
    if (bytes % GB == 0) {
      return bytes / GB + "GB";
    }
    return bytes % MB == 0 ? bytes / MB + "MB" : bytes / KB + "KB";
  }
}
