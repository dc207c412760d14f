package org.bourse.exchange.fix;

/** Finds fields in the text of a message that need not be sound. */
final class RawField {
  private RawField() {}

  /** The first field of a tag behind the first of all fields; empty where there is none. */
  static String value(String message, int tag) {
    String name = FixFrame.SOH + Integer.toString(tag) + '=';
    int start = message.indexOf(name);
    int end = start < 0 ? -1 : message.indexOf(FixFrame.SOH, start + name.length());
    return end < 0 ? "" : message.substring(start + name.length(), end);
  }
}
