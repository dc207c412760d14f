package org.bourse.client.order;

import quickfix.Message;
import quickfix.field.ClOrdID;
import quickfix.field.ExecType;
import quickfix.field.MsgType;
import quickfix.field.OrdStatus;
import quickfix.field.OrdStatusReqID;
import quickfix.field.Side;
import quickfix.field.Symbol;

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
   * @param request what we sent
   */
  static Answer of(Message message, Message request) {
    boolean sameName = same(message, request, ClOrdID.FIELD);
    return switch (message.getHeader().getOptionalString(MsgType.FIELD).orElse("")) {
      case MsgType.EXECUTION_REPORT -> {
        boolean ours =
            request.isSetField(OrdStatusReqID.FIELD)
                ? isState(message, request, sameName)
                : sameName;
        yield ours ? report(message) : NONE;
      }
      case MsgType.ORDER_CANCEL_REJECT -> sameName ? REFUSED : NONE;
      default -> NONE;
    };
  }

  /**
   * Whether a report answers a status request: it repeats OrdStatusReqID(790), or, from a venue
   * that repeats none, it is a state of an order like ours, perhaps by the ClOrdID that a replace
   * or cancel gave it.
   */
  private static boolean isState(Message message, Message request, boolean sameName) {
    if (message.isSetField(OrdStatusReqID.FIELD)) {
      return same(message, request, OrdStatusReqID.FIELD);
    }
    return is(message, ExecType.FIELD, String.valueOf(ExecType.ORDER_STATUS))
        ? sameName || (same(message, request, Symbol.FIELD) && same(message, request, Side.FIELD))
        : sameName && is(message, ExecType.FIELD, String.valueOf(ExecType.REJECTED));
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

  private static boolean same(Message message, Message request, int tag) {
    return is(message, tag, request.getOptionalString(tag).orElse(""));
  }

  private static boolean is(Message message, int tag, String value) {
    return value.equals(message.getOptionalString(tag).orElse(null));
  }
}
