package org.bourse.client.scenario.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into messages. A message ends with its CheckSum(10), whatever its
 * BodyLength(9) says, so that a wrong length spoils one message only.
 */
final class Frames {

  private static final Pattern HEAD = Pattern.compile("8=[^\001]*\0019=(\\d{1,9})\001");
  private static final Pattern END = Pattern.compile("\00110=([^\001]*)\001");

  private byte[] bytes = new byte[0];
  private int searched;

  void add(byte[] more, int length) {
    int before = bytes.length;
    bytes = Arrays.copyOf(bytes, before + length);
    System.arraycopy(more, 0, bytes, before, length);
  }

  /** The next message, null where none is complete. */
  @Nullable Frame next() {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    Matcher end = END.matcher(text);
    if (!end.find(Math.min(searched, text.length()))) {
      searched = Math.max(0, bytes.length - 16);
      return null;
    }
    byte[] message = Arrays.copyOf(bytes, end.end());
    bytes = Arrays.copyOfRange(bytes, end.end(), bytes.length);
    searched = 0;
    return new Frame(WireMessage.of(message), fault(text.substring(0, end.end()), message, end));
  }

  static @Nullable String fault(byte[] message) {
    String text = new String(message, StandardCharsets.ISO_8859_1);
    Matcher end = END.matcher(text);
    if (!end.find() || end.end() != message.length) {
      return "no CheckSum(10) at its end";
    }
    return fault(text, message, end);
  }

  private static @Nullable String fault(String text, byte[] message, Matcher end) {
    Matcher head = HEAD.matcher(text);
    if (!head.lookingAt()) {
      return "no BeginString(8) and BodyLength(9) at its start";
    }
    int length = end.start() + 1 - head.end();
    if (Integer.parseInt(head.group(1)) != length) {
      return "BodyLength(9) is " + head.group(1) + ", but its body has " + length + " bytes";
    }
    String sum = Checksum.of(message, end.start() + 1);
    return sum.equals(end.group(1))
        ? null
        : "CheckSum(10) is " + end.group(1) + ", but its bytes give " + sum;
  }
}
