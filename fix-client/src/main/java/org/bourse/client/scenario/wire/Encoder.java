package org.bourse.client.scenario.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/** Writes messages as bytes, and fills in what a message doesn't say itself. */
final class Encoder {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Set<Integer> FILLED_IN = Set.of(8, 9, 35, 49, 56, 34, 52, 10);

  private final SessionId id;
  private final Clock clock;

  Encoder(SessionId id, Clock clock) {
    this.id = id;
    this.clock = clock;
  }

  /** The time as FIX writes it, in UTC and milliseconds. */
  String now() {
    return TIME.format(clock.instant());
  }

  byte[] bytes(Outgoing message, int seqNum) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    put(body, message, 35, message.type());
    put(body, message, 49, id.sender());
    put(body, message, 56, id.target());
    put(body, message, 34, Integer.toString(seqNum));
    put(body, message, 52, now());
    for (WireField field : message.header()) {
      if (!FILLED_IN.contains(field.tag())) {
        put(body, field.tag(), field.value());
      }
    }
    message.body().forEach(field -> put(body, field.tag(), field.value()));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    put(all, message, 8, "FIX.4.4");
    put(all, message, 9, Integer.toString(body.size()));
    all.writeBytes(body.toByteArray());
    put(all, message, 10, Checksum.of(all.toByteArray(), all.size()));
    return all.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, Outgoing message, int tag, String filledIn) {
    String said = message.said(tag);
    if (said != null) {
      put(out, tag, said);
    } else if (!message.leftOut().contains(tag)) {
      put(out, tag, filledIn);
    }
  }

  private static void put(ByteArrayOutputStream out, int tag, String value) {
    out.writeBytes((tag + "=" + value + WireMessage.SOH).getBytes(StandardCharsets.UTF_8));
  }
}
