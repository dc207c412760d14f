package org.bourse.exchange.engine;

import java.io.IOException;
import org.bourse.exchange.model.InquiryKind;

/**
 * What a session asks about the venue, and goes on to ask where it has subscribed.
 *
 * @param instrumentId -1: all
 * @param subscription SubscriptionRequestType(263), 0: none
 */
record Inquiry(
    int sessionId,
    int instrumentId,
    InquiryKind kind,
    byte subscription,
    int requestType,
    String requestId,
    String symbol,
    String detail) {

  boolean isSame(Inquiry other) {
    return sessionId == other.sessionId && kind == other.kind && requestId.equals(other.requestId);
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(sessionId);
    to.writeInt(instrumentId);
    to.writeInt(kind.code());
    to.writeInt(subscription);
    to.writeInt(requestType);
    to.writeText(requestId);
    to.writeText(symbol);
    to.writeText(detail);
  }

  static Inquiry load(StateReader from) throws IOException {
    int sessionId = from.readInt();
    int instrumentId = from.readInt();
    int code = from.readInt();
    InquiryKind kind = InquiryKind.of(code);
    if (kind == null) {
      throw from.damaged("there is no inquiry of kind " + code);
    }
    return new Inquiry(
        sessionId,
        instrumentId,
        kind,
        (byte) from.readInt(),
        from.readInt(),
        from.readText(),
        from.readText(),
        from.readText());
  }
}
