package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** A FIX message without repeating groups: its fields by tag, in their order. */
record FixMessage(Map<Integer, String> fields) {
  private static final char SOH = 1;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");

  static FixMessage parse(String text) {
    Map<Integer, String> fields = new LinkedHashMap<>();
    for (int at = 0; at < text.length(); ) {
      int equals = text.indexOf('=', at);
      int end = text.indexOf(SOH, equals);
      fields.put(Integer.parseInt(text.substring(at, equals)), text.substring(equals + 1, end));
      at = end + 1;
    }
    return new FixMessage(fields);
  }

  static String now() {
    return LocalDateTime.now(ZoneOffset.UTC).format(TIME);
  }

  /**
   * The bytes of a message.
   *
   * @param body fields after the header, such as {@code "55=ABC"}
   */
  static byte[] bytes(String type, int msgSeqNum, String sender, String header, String... body) {
    StringBuilder rest =
        new StringBuilder("35=" + type + SOH + "34=" + msgSeqNum + SOH + "49=" + sender + SOH);
    rest.append("56=BOURSE").append(SOH).append("52=").append(now()).append(SOH).append(header);
    for (String field : body) {
      rest.append(field).append(SOH);
    }
    String text = "8=FIX.4.4" + SOH + "9=" + rest.length() + SOH + rest;
    int sum = 0;
    for (byte b : text.getBytes(ISO_8859_1)) {
      sum += b & 0xFF;
    }
    return (text + String.format("10=%03d", sum % 256) + SOH).getBytes(ISO_8859_1);
  }

  String type() {
    return get(35);
  }

  int msgSeqNum() {
    return number(34);
  }

  int number(int tag) {
    return Integer.parseInt(get(tag));
  }

  /** Empty where it is not there. */
  String get(int tag) {
    return fields.getOrDefault(tag, "");
  }

  boolean isAdmin() {
    return type().length() == 1 && "A012345".contains(type());
  }
}
