package org.bourse.exchange.fix;

import org.jspecify.annotations.Nullable;
import quickfix.field.Account;
import quickfix.field.CashOrderQty;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.ExpireDate;
import quickfix.field.ExpireTime;
import quickfix.field.MDReqID;
import quickfix.field.MassCancelRequestType;
import quickfix.field.MassStatusReqID;
import quickfix.field.MassStatusReqType;
import quickfix.field.MaxFloor;
import quickfix.field.MinQty;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.OrigOrdModTime;
import quickfix.field.Price;
import quickfix.field.SecurityReqID;
import quickfix.field.SecurityStatusReqID;
import quickfix.field.Side;
import quickfix.field.StopPx;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TradSesReqID;
import quickfix.field.TradeRequestID;
import quickfix.field.TransactTime;
import quickfix.field.UserRequestID;
import quickfix.field.UserRequestType;
import quickfix.field.Username;

/**
 * Whether the fields of a request are there and can be read; what they say is looked at elsewhere.
 */
final class FieldChecks {
  /** Longest ClOrdID and other name, in characters. */
  static final int NAME_LENGTH = 64;

  private FieldChecks() {}

  /** Whether messages of a type are understood at all. */
  static boolean knows(String msgType) {
    return isOrder(msgType) || isQuestion(msgType);
  }

  /** Whether a message enters, changes or asks for one order. */
  static boolean isOrder(String msgType) {
    return switch (msgType) {
      case MsgType.ORDER_SINGLE,
          MsgType.ORDER_CANCEL_REPLACE_REQUEST,
          MsgType.ORDER_CANCEL_REQUEST,
          MsgType.ORDER_STATUS_REQUEST ->
          true;
      default -> false;
    };
  }

  private static boolean isQuestion(String msgType) {
    return switch (msgType) {
      case MsgType.ORDER_MASS_CANCEL_REQUEST,
          MsgType.ORDER_MASS_STATUS_REQUEST,
          MsgType.DONT_KNOW_TRADE,
          MsgType.SECURITY_LIST_REQUEST,
          MsgType.SECURITY_DEFINITION_REQUEST,
          MsgType.TRADING_SESSION_STATUS_REQUEST,
          MsgType.SECURITY_STATUS_REQUEST,
          MsgType.TRADE_CAPTURE_REPORT_REQUEST,
          MsgType.MARKET_DATA_REQUEST,
          MsgType.USER_REQUEST ->
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
    if (!isOrder(type)) {
      return missingInQuestion(fields);
    }
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
    boolean inCash = type.equals(MsgType.ORDER_SINGLE) && fields.cashOrderQty != null;
    if (refusal == null && !query && !inCash) {
      refusal = required(OrderQty.FIELD, fields.orderQty);
    }
    return refusal;
  }

  private static @Nullable EdgeRefusal missingInQuestion(RequestFields fields) {
    return switch (fields.msgType) {
      case MsgType.ORDER_MASS_CANCEL_REQUEST -> {
        EdgeRefusal refusal = required(ClOrdID.FIELD, fields.clOrdId);
        if (refusal == null) {
          refusal = required(MassCancelRequestType.FIELD, fields.requestType);
        }
        yield refusal == null ? required(TransactTime.FIELD, fields.transactTime) : refusal;
      }
      case MsgType.ORDER_MASS_STATUS_REQUEST -> {
        EdgeRefusal refusal = required(MassStatusReqID.FIELD, fields.requestId);
        yield refusal == null ? required(MassStatusReqType.FIELD, fields.requestType) : refusal;
      }
      case MsgType.DONT_KNOW_TRADE -> {
        EdgeRefusal refusal = required(OrderID.FIELD, fields.orderId);
        yield refusal == null ? required(ExecID.FIELD, fields.execId) : refusal;
      }
      case MsgType.SECURITY_LIST_REQUEST, MsgType.SECURITY_DEFINITION_REQUEST ->
          required(SecurityReqID.FIELD, fields.requestId);
      case MsgType.TRADING_SESSION_STATUS_REQUEST -> required(TradSesReqID.FIELD, fields.requestId);
      case MsgType.SECURITY_STATUS_REQUEST -> required(SecurityStatusReqID.FIELD, fields.requestId);
      case MsgType.MARKET_DATA_REQUEST -> required(MDReqID.FIELD, fields.requestId);
      case MsgType.USER_REQUEST -> {
        EdgeRefusal refusal = required(UserRequestID.FIELD, fields.requestId);
        if (refusal == null) {
          refusal = required(UserRequestType.FIELD, fields.requestType);
        }
        yield refusal == null ? required(Username.FIELD, fields.userName) : refusal;
      }
      default -> required(TradeRequestID.FIELD, fields.requestId);
    };
  }

  /** What to say of a field that must be there, and not be empty; null: it is. */
  static @Nullable EdgeRefusal required(int tag, @Nullable String value) {
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
    if (isTooLong(fields.requestId)) {
      return EdgeRefusal.badValue(fields.requestIdTag);
    }
    if (isTooLong(fields.execId)) {
      return EdgeRefusal.badValue(ExecID.FIELD);
    }
    if (isTooLong(fields.userName)) {
      return EdgeRefusal.badValue(Username.FIELD);
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
    if (isNoNumber(fields.price)) {
      return EdgeRefusal.badFormat(Price.FIELD);
    }
    return unreadableTerms(fields);
  }

  private static @Nullable EdgeRefusal unreadableTerms(RequestFields fields) {
    if (isNoNumber(fields.stopPx)) {
      return EdgeRefusal.badFormat(StopPx.FIELD);
    }
    if (isNoNumber(fields.maxFloor)) {
      return EdgeRefusal.badFormat(MaxFloor.FIELD);
    }
    if (isNoNumber(fields.minQty)) {
      return EdgeRefusal.badFormat(MinQty.FIELD);
    }
    if (isNoNumber(fields.cashOrderQty)) {
      return EdgeRefusal.badFormat(CashOrderQty.FIELD);
    }
    if (fields.expireDate != null && !OrderTerms.isDate(fields.expireDate)) {
      return EdgeRefusal.badFormat(ExpireDate.FIELD);
    }
    if (fields.expireTime != null && !OrderTerms.isTime(fields.expireTime)) {
      return EdgeRefusal.badFormat(ExpireTime.FIELD);
    }
    if (fields.origOrdModTime != null && !OrderTerms.isTime(fields.origOrdModTime)) {
      return EdgeRefusal.badFormat(OrigOrdModTime.FIELD);
    }
    return null;
  }

  private static boolean isNoCode(@Nullable String text) {
    return text != null && text.length() != 1;
  }

  private static boolean isNoNumber(@Nullable String text) {
    return text != null && !Decimals.isNumber(text);
  }
}
