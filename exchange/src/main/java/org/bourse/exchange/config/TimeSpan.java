package org.bourse.exchange.config;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as text: {@code 500ms}, {@code 10s}, {@code 5m}. */
final class TimeSpan {

  static final Duration LONGEST = Duration.ofHours(1);

  private static final Pattern TIME = Pattern.compile("(0|[1-9][0-9]{0,8}) ?(ms|s|m|h)");

  private TimeSpan() {}

  /** The time, or null if the text is none. */
  static @Nullable Duration parse(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      return null;
    }
    long count = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofHours(count);
    };
  }
}
