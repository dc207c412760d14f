package org.bourse.exchange.command;

import org.bourse.exchange.model.ControlKind;

/** The values of a {@link Control}, while another one is made of it. */
final class ControlDraft {
  long correlation;
  final ControlKind kind;
  long orderId;
  long execId;
  long price;
  long quantity;
  long time;
  int instrumentId;
  int sessionId;
  int participantId;
  int code;
  int mask;
  char msgType;
  String text;
  String by;

  ControlDraft(Control from) {
    correlation = from.correlation();
    kind = from.kind();
    orderId = from.orderId();
    execId = from.execId();
    price = from.price();
    quantity = from.quantity();
    time = from.time();
    instrumentId = from.instrumentId();
    sessionId = from.sessionId();
    participantId = from.participantId();
    code = from.code();
    mask = from.mask();
    msgType = from.msgType();
    text = from.text();
    by = from.by();
  }

  Control control() {
    return new Control(
        correlation,
        kind,
        orderId,
        execId,
        price,
        quantity,
        time,
        instrumentId,
        sessionId,
        participantId,
        code,
        mask,
        msgType,
        text,
        by);
  }
}
