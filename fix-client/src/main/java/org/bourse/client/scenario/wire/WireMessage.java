package org.bourse.client.scenario.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came or went: its fields in their order, groups not yet told apart.
 *
 * @param fields all of them, header and trailer too
 */
public record WireMessage(List<WireField> fields) {

  static final char SOH = '\001';

  private static final Set<String> SESSION_TYPES = Set.of("0", "1", "2", "4", "5", "A");

  /** Keeps its own copy. */
  public WireMessage {
    fields = List.copyOf(fields);
  }

  /**
   * Takes a message apart.
   *
   * @param bytes a whole message, sound or not
   * @return its fields
   */
  public static WireMessage of(byte[] bytes) {
    List<WireField> fields = new ArrayList<>();
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (String part : text.split(String.valueOf(SOH), -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        fields.add(new WireField(tag(part, equals), part.substring(equals + 1)));
      }
    }
    return new WireMessage(fields);
  }

  private static int tag(String part, int equals) {
    return equals > 0 && part.substring(0, equals).matches("\\d{1,9}")
        ? Integer.parseInt(part, 0, equals, 10)
        : 0;
  }

  /** The first field with this tag, null where there is none. */
  public @Nullable String get(int tag) {
    for (WireField field : fields) {
      if (field.tag() == tag) {
        return field.value();
      }
    }
    return null;
  }

  /** MsgType(35), or an empty text. */
  public String type() {
    String type = get(35);
    return type == null ? "" : type;
  }

  /** The number in a field, -1 where there is none. */
  public int number(int tag) {
    String value = get(tag);
    return value != null && value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
  }

  /** MsgSeqNum(34), or -1. */
  public int seqNum() {
    return number(34);
  }

  boolean has(int tag, String value) {
    return value.equals(get(tag));
  }

  /**
   * Whether it keeps the session going and says nothing to an application: Heartbeat, TestRequest,
   * ResendRequest, SequenceReset, Logout, Logon. A Reject is not among them: it answers something.
   */
  public boolean isSession() {
    return isSession(type());
  }

  /** The same by MsgType(35). */
  public static boolean isSession(String type) {
    return SESSION_TYPES.contains(type);
  }

  /** The fields as they stand on the wire. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (WireField field : fields) {
      text.append(field).append(SOH);
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return text().replace(SOH, '|');
  }
}
