package org.bourse.client.scenario;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bourse.client.fix.Dictionary;
import org.bourse.client.scenario.Comparison.Row;
import org.bourse.client.scenario.wire.WireField;
import org.bourse.client.scenario.wire.WireMessage;
import org.jspecify.annotations.Nullable;

/** Messages as QuickFIX's acceptance scripts write them, and how they are compared there. */
final class DefMessages {

  private static final Pattern MESSAGE =
      Pattern.compile("(8=FIXT?\\.\\d\\.\\d\001)(.*?\001)(10=.*|)", Pattern.DOTALL);
  private static final Pattern TIME = Pattern.compile("<TIME(?:([+-]\\d+))?>");

  /** QuickFIX takes a second for a little more, so as not to meet an edge. */
  private static final long SECOND_MILLIS = 1_100;

  private static final DateTimeFormatter SECONDS = format("yyyyMMdd-HH:mm:ss");
  private static final DateTimeFormatter MILLIS = format("yyyyMMdd-HH:mm:ss.SSS");

  private static final int TEXT = 58;

  /** BodyLength, CheckSum, SendingTime, TransactTime, OrigSendingTime: scripts can't know them. */
  private static final Set<Integer> FREE = Set.of(9, 10, 52, 60, 122);

  private DefMessages() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** The bytes of a line: times put in, BodyLength and CheckSum where it has none. */
  static byte[] bytes(String line, Instant now) {
    Matcher form = MESSAGE.matcher(line);
    String text = line;
    if (form.matches()) {
      String begin = form.group(1);
      String body = times(form.group(2), begin, now);
      String length = body.startsWith("9=") ? "" : "9=" + latin(body).length + "\001";
      String end = form.group(3).equals("10=0\001") ? "10=000\001" : form.group(3);
      text = begin + length + body + end;
    }
    if (!text.contains("\00110=")) {
      int sum = 0;
      for (byte b : latin(text)) {
        sum += b & 0xff;
      }
      text += String.format(Locale.ROOT, "10=%03d\001", sum & 0xff);
    }
    return latin(text);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String times(String body, String begin, Instant now) {
    boolean early = begin.matches("8=FIX\\.4\\.[01]\001");
    DateTimeFormatter format = early ? SECONDS : MILLIS;
    return TIME.matcher(body)
        .replaceAll(
            time -> {
              String shift = time.group(1);
              long seconds = shift == null ? 0 : Long.parseLong(shift);
              return format.format(now.plus(Duration.ofMillis(seconds * SECOND_MILLIS)));
            });
  }

  /** A message beside what was expected of it: these fields, and no others. */
  static Comparison compare(
      Map<Integer, String> expected, WireMessage message, Dictionary dictionary) {
    Map<Integer, String> received = new TreeMap<>();
    for (WireField field : message.fields()) {
      received.put(field.tag(), field.value());
    }
    FieldText text = new FieldText(dictionary);
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<Integer, String> field : expected.entrySet()) {
      int tag = field.getKey();
      String value = received.get(tag);
      rows.add(
          new Row(
              text.name(tag),
              text.value(tag, field.getValue()),
              value == null ? "(absent)" : text.value(tag, value),
              fits(tag, field.getValue(), value)));
    }
    for (Map.Entry<Integer, String> field : received.entrySet()) {
      int tag = field.getKey();
      if (!expected.containsKey(tag)) {
        boolean free = FREE.contains(tag);
        String value = text.value(tag, field.getValue());
        rows.add(new Row(text.name(tag), free ? "" : "(none)", value, free));
      }
    }
    return new Comparison(rows, Map.of());
  }

  private static boolean fits(int tag, String expected, @Nullable String received) {
    if (received == null) {
      return false;
    }
    if (FREE.contains(tag)) {
      return true;
    }
    return tag == TEXT ? received.startsWith(expected) : received.equals(expected);
  }
}
