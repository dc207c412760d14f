package org.bourse.exchange.fix;

import org.jspecify.annotations.Nullable;
import quickfix.field.Account;
import quickfix.field.ClOrdID;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TransactTime;

/**
 * Whether the fields of a request are there and can be read; what they say is looked at elsewhere.
 */
final class FieldChecks {
  /** Longest ClOrdID and other name, in characters. */
  static final int NAME_LENGTH = 64;

  private FieldChecks() {}

  /** Whether messages of a type are understood at all. */
  static boolean knows(String msgType) {
    return switch (msgType) {
      case MsgType.ORDER_SINGLE,
          MsgType.ORDER_CANCEL_REPLACE_REQUEST,
          MsgType.ORDER_CANCEL_REQUEST,
          MsgType.ORDER_STATUS_REQUEST ->
          true;
      default -> false;
    };
  }

  /** The first fault of presence, then of length, then of format; null: none. */
  static @Nullable EdgeRefusal form(RequestFields fields) {
    EdgeRefusal refusal = missing(fields);
    if (refusal == null) {
      refusal = tooLong(fields);
    }
    return refusal == null ? unreadable(fields) : refusal;
  }

  private static @Nullable EdgeRefusal missing(RequestFields fields) {
    String type = fields.msgType;
    boolean query = type.equals(MsgType.ORDER_STATUS_REQUEST);
    boolean chained = !query && !type.equals(MsgType.ORDER_SINGLE);
    EdgeRefusal refusal = required(ClOrdID.FIELD, fields.clOrdId);
    if (refusal == null && chained) {
      refusal = required(OrigClOrdID.FIELD, fields.origClOrdId);
    }
    if (refusal == null) {
      refusal = required(Symbol.FIELD, fields.symbol);
    }
    if (refusal == null) {
      refusal = required(Side.FIELD, fields.side);
    }
    if (refusal == null && !query) {
      refusal = required(TransactTime.FIELD, fields.transactTime);
    }
    if (refusal == null && !query && !type.equals(MsgType.ORDER_CANCEL_REQUEST)) {
      refusal = required(OrdType.FIELD, fields.ordType);
    }
    if (refusal == null && !query) {
      refusal = required(OrderQty.FIELD, fields.orderQty);
    }
    return refusal;
  }

  private static @Nullable EdgeRefusal required(int tag, @Nullable String value) {
    if (value == null) {
      return EdgeRefusal.missing(tag);
    }
    return value.isEmpty() ? EdgeRefusal.empty(tag) : null;
  }

  private static @Nullable EdgeRefusal tooLong(RequestFields fields) {
    if (isTooLong(fields.clOrdId)) {
      return EdgeRefusal.badValue(ClOrdID.FIELD);
    }
    if (isTooLong(fields.origClOrdId)) {
      return EdgeRefusal.badValue(OrigClOrdID.FIELD);
    }
    if (isTooLong(fields.symbol)) {
      return EdgeRefusal.badValue(Symbol.FIELD);
    }
    if (isTooLong(fields.account)) {
      return EdgeRefusal.badValue(Account.FIELD);
    }
    if (isTooLong(fields.orderId)) {
      return EdgeRefusal.badValue(OrderID.FIELD);
    }
    return isTooLong(fields.ordStatusReqId) ? EdgeRefusal.badValue(OrdStatusReqID.FIELD) : null;
  }

  private static boolean isTooLong(@Nullable String name) {
    return name != null && name.length() > NAME_LENGTH;
  }

  private static @Nullable EdgeRefusal unreadable(RequestFields fields) {
    if (isNoCode(fields.side)) {
      return EdgeRefusal.badFormat(Side.FIELD);
    }
    if (isNoCode(fields.ordType)) {
      return EdgeRefusal.badFormat(OrdType.FIELD);
    }
    if (isNoCode(fields.timeInForce)) {
      return EdgeRefusal.badFormat(TimeInForce.FIELD);
    }
    if (isNoNumber(fields.orderQty)) {
      return EdgeRefusal.badFormat(OrderQty.FIELD);
    }
    return isNoNumber(fields.price) ? EdgeRefusal.badFormat(Price.FIELD) : null;
  }

  private static boolean isNoCode(@Nullable String text) {
    return text != null && text.length() != 1;
  }

  private static boolean isNoNumber(@Nullable String text) {
    return text != null && !Decimals.isNumber(text);
  }
}
