package org.bourse.client.order;

import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecType;
import quickfix.field.MsgType;
import quickfix.field.OrdStatus;

/** What a message means for the request that we sent. */
enum Answer {
  /** It is about something else, or says only that the request was received. */
  NONE,
  ACCEPTED,
  REFUSED;

  /**
   * Judges an application message.
   *
   * @param message what came
   * @param clOrdId ClOrdID(11) of our request
   */
  static Answer of(Message message, String clOrdId) {
    if (!is(message, ClOrdID.FIELD, clOrdId)) {
      return NONE;
    }
    return switch (message.getHeader().getOptionalString(MsgType.FIELD).orElse("")) {
      case MsgType.EXECUTION_REPORT -> report(message);
      case MsgType.ORDER_CANCEL_REJECT -> REFUSED;
      default -> NONE;
    };
  }

  private static Answer report(Message message) {
    String why = message.getOptionalString(ExecType.FIELD).orElse("");
    if (why.isEmpty()) {
      return NONE;
    }
    return switch (why.charAt(0)) {
      case ExecType.PENDING_NEW, ExecType.PENDING_CANCEL, ExecType.PENDING_REPLACE -> NONE;
      case ExecType.REJECTED -> REFUSED;
      case ExecType.ORDER_STATUS ->
          is(message, OrdStatus.FIELD, String.valueOf(OrdStatus.REJECTED)) ? REFUSED : ACCEPTED;
      default -> ACCEPTED;
    };
  }

  private static boolean is(Message message, int tag, String value) {
    return value.equals(message.getOptionalString(tag).orElse(null));
  }
}
