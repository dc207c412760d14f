package org.bourse.exchange.config;

/** Text from a file as a fault may show it: in quotes, on one line, not too long. */
final class Quoted {

  private static final int LONGEST_VALUE = 60;
  private static final int LONGEST_MESSAGE = 200;

  private Quoted() {}

  static String of(String text) {
    return '"' + shown(text, LONGEST_VALUE) + '"';
  }

  /** A message of the parser or of the file system, without quotes. */
  static String oneLine(String text) {
    return shown(text, LONGEST_MESSAGE);
  }

  private static String shown(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .forEach(
            c -> {
              if (isPrintable(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(codePoint(c));
              }
            });
    return text.codePointCount(0, text.length()) > longest ? shown + "..." : shown.toString();
  }

  static String codePoint(int c) {
    return String.format("U+%04X", c);
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
