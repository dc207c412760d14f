package org.bourse.client.scenario.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes as a script writes them, {@code |} for SOH. {@code auto} is computed for the tags 9, 10,
 * 34, 49, 52, 56 and 60; everything else goes out as it stands. A CheckSum(10) at the end is given
 * the SOH that ends it.
 *
 * @param text as it stands in the script
 */
public record RawMessage(String text) {

  private static final Pattern LENGTH = Pattern.compile("(^|\\|)9=auto(?=\\||$)");
  private static final Pattern SUM = Pattern.compile("(^|\\|)10=auto(\\|?)$");
  private static final Pattern LAST = Pattern.compile("(^|\\|)10=[^|]*$");

  boolean wantsNumber() {
    return field(34).matcher(text).find();
  }

  byte[] bytes(SessionId id, int seqNum, String now) {
    String filled = fill(text, 34, Integer.toString(seqNum));
    filled = fill(filled, 49, id.sender());
    filled = fill(filled, 56, id.target());
    filled = fill(filled, 52, now);
    filled = fill(filled, 60, now);
    if (LAST.matcher(filled).find()) {
      filled += "|";
    }
    return withSum(withLength(filled));
  }

  private static Pattern field(int tag) {
    return Pattern.compile("(^|\\|)" + tag + "=auto(?=\\||$)");
  }

  private static String fill(String text, int tag, String value) {
    return field(tag)
        .matcher(text)
        .replaceFirst("$1" + tag + "=" + Matcher.quoteReplacement(value));
  }

  /** BodyLength(9) counts from behind itself to the start of CheckSum(10), or to the end. */
  private static String withLength(String text) {
    Matcher length = LENGTH.matcher(text);
    if (!length.find()) {
      return text;
    }
    String behind = text.substring(Math.min(length.end() + 1, text.length()));
    int sum = behind.lastIndexOf("|10=");
    String body = sum < 0 ? behind : behind.substring(0, sum + 1);
    return length.replaceFirst("$19=" + body.getBytes(StandardCharsets.UTF_8).length);
  }

  private static byte[] withSum(String text) {
    Matcher sum = SUM.matcher(text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean computed = sum.find();
    String before = computed ? text.substring(0, sum.start() + sum.group(1).length()) : text;
    out.writeBytes(before.replace('|', WireMessage.SOH).getBytes(StandardCharsets.UTF_8));
    if (computed) {
      String value = "10=" + Checksum.of(out.toByteArray(), out.size()) + WireMessage.SOH;
      out.writeBytes(value.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
