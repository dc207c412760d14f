package org.bourse.client.scenario.wire;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent. Header and trailer are filled in where it doesn't say them itself.
 *
 * @param type MsgType(35)
 * @param header fields of the header that it says itself
 * @param body fields of the body, in this order
 * @param leftOut tags of header and trailer that are not to be filled in
 */
public record Outgoing(
    String type, List<WireField> header, List<WireField> body, Set<Integer> leftOut) {

  /** A message that says nothing unusual. */
  public static Outgoing plain(String type, WireField... body) {
    return new Outgoing(type, List.of(), List.of(body), Set.of());
  }

  @Nullable String said(int tag) {
    for (WireField field : header) {
      if (field.tag() == tag) {
        return field.value();
      }
    }
    return null;
  }

  boolean has(int tag, String value) {
    return body.contains(new WireField(tag, value));
  }

  boolean isNumbered() {
    return said(34) == null && !leftOut.contains(34);
  }

  /** The number in a field of its body, -1 where there is none. */
  int number(int tag) {
    return new WireMessage(body).number(tag);
  }
}
