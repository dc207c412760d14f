package org.bourse.client.scenario.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bourse.client.fix.Dictionary;

/** The numbers and the bytes of what goes out. Used by one thread at a time. */
final class Outbound {

  private final SessionId id;
  private final Dictionary dictionary;
  private final Encoder encoder;
  private final SentMessages sent = new SentMessages();
  private int next = 1;
  private boolean byScript;

  Outbound(SessionId id, Dictionary dictionary, Encoder encoder) {
    this.id = id;
    this.dictionary = dictionary;
    this.encoder = encoder;
  }

  void setByScript(int number) {
    next = number;
    byScript = true;
  }

  boolean isSetByScript() {
    return byScript;
  }

  /** Begins at 1 again, or at what the script has set. */
  void reset() {
    if (!byScript) {
      next = 1;
    }
    sent.clear();
  }

  /** A message under the next number, or the one that it says itself. */
  byte[] bytes(Outgoing message) {
    byte[] bytes = encoder.bytes(message, next);
    if (message.isNumbered() || Integer.toString(next).equals(message.said(34))) {
      sent.add(next, message, encoder.now());
      next++;
    }
    if (message.type().equals("4") && message.number(36) > next) {
      next = message.number(36);
    }
    return bytes;
  }

  /** Bytes as they are written; they use up a number where they have the next one. */
  byte[] bytes(RawMessage message) {
    byte[] bytes = message.bytes(id, next, encoder.now());
    WireMessage fields = WireMessage.of(bytes);
    if (message.wantsNumber() || fields.seqNum() == next) {
      if (Frames.fault(bytes) == null) {
        keep(fields);
      }
      next++;
    }
    return bytes;
  }

  private void keep(WireMessage message) {
    List<WireField> header = new ArrayList<>();
    List<WireField> body = new ArrayList<>();
    for (WireField field : message.fields()) {
      if (dictionary.isHeader(field.tag())) {
        header.add(field);
      } else if (!dictionary.isTrailer(field.tag())) {
        body.add(field);
      }
    }
    sent.add(next, new Outgoing(message.type(), header, body, Set.of()), encoder.now());
  }

  /** What a ResendRequest is answered with: application messages again, gap fills for the rest. */
  List<byte[]> again(WireMessage request) {
    List<byte[]> again = new ArrayList<>();
    int asked = request.number(16);
    int last = asked <= 0 ? next - 1 : Math.min(asked, next - 1);
    int number = Math.max(request.number(7), 1);
    for (Map.Entry<Integer, Outgoing> message : sent.between(number, last).entrySet()) {
      fillGap(number, message.getKey(), again);
      again.add(encoder.bytes(message.getValue(), message.getKey()));
      number = message.getKey() + 1;
    }
    fillGap(number, last + 1, again);
    return again;
  }

  private void fillGap(int from, int to, List<byte[]> again) {
    if (from < to) {
      Outgoing fill =
          new Outgoing(
              "4",
              List.of(new WireField(43, "Y"), new WireField(122, encoder.now())),
              List.of(new WireField(123, "Y"), new WireField(36, Integer.toString(to))),
              Set.of());
      again.add(encoder.bytes(fill, from));
    }
  }
}
