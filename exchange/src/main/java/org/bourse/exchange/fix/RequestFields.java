package org.bourse.exchange.fix;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import quickfix.Field;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.Account;
import quickfix.field.CashOrderQty;
import quickfix.field.ClOrdID;
import quickfix.field.DKReason;
import quickfix.field.DiscretionInst;
import quickfix.field.ExecID;
import quickfix.field.ExecInst;
import quickfix.field.ExpireDate;
import quickfix.field.ExpireTime;
import quickfix.field.MDReqID;
import quickfix.field.MassCancelRequestType;
import quickfix.field.MassStatusReqID;
import quickfix.field.MassStatusReqType;
import quickfix.field.MaxFloor;
import quickfix.field.MinQty;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderPercent;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.OrigOrdModTime;
import quickfix.field.Password;
import quickfix.field.PegOffsetValue;
import quickfix.field.PossResend;
import quickfix.field.Price;
import quickfix.field.SecurityListRequestType;
import quickfix.field.SecurityReqID;
import quickfix.field.SecurityRequestType;
import quickfix.field.SecurityStatusReqID;
import quickfix.field.Side;
import quickfix.field.StopPx;
import quickfix.field.SubscriptionRequestType;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;
import quickfix.field.TradSesReqID;
import quickfix.field.TradeRequestID;
import quickfix.field.TradeRequestType;
import quickfix.field.TradingSessionID;
import quickfix.field.TransactTime;
import quickfix.field.UserRequestID;
import quickfix.field.UserRequestType;
import quickfix.field.Username;

/**
 * The fields of a message that requests are made of, taken in one pass; null where the message does
 * not have one. Reused.
 */
final class RequestFields {
  /** How the order meets others of its participant: a tag of our own, since FIX 4.4 has none. */
  static final int SELF_TRADE = 8000;

  String msgType = "";
  int msgSeqNum;
  boolean possResend;
  @Nullable String clOrdId;
  @Nullable String origClOrdId;
  @Nullable String orderId;
  @Nullable String ordStatusReqId;
  @Nullable String symbol;
  @Nullable String account;
  @Nullable String side;
  @Nullable String ordType;
  @Nullable String timeInForce;
  @Nullable String orderQty;
  @Nullable String price;
  @Nullable String transactTime;
  @Nullable String stopPx;
  @Nullable String maxFloor;
  @Nullable String minQty;
  @Nullable String cashOrderQty;
  @Nullable String expireDate;
  @Nullable String expireTime;
  @Nullable String execInst;
  @Nullable String selfTrade;
  @Nullable String origOrdModTime;

  /** MassCancelRequestType(530), MassStatusReqType(585), or the type of another question. */
  @Nullable String requestType;

  /** The id of a question that is not about an order. */
  @Nullable String requestId;

  /** The tag that it came in. */
  int requestIdTag;

  @Nullable String subscription;
  @Nullable String tradingSession;

  @Nullable String execId;
  @Nullable String dkReason;
  @Nullable String userName;
  @Nullable String password;
  @Nullable String newPassword;

  /** What an order may ask of other venues, but not of this one; null: nothing. */
  @Nullable String notOffered;

  /**
   * Takes a message's fields.
   *
   * @throws FieldNotFound where the header has no MsgType or MsgSeqNum, which a session never lets
   *     through
   */
  void take(Message message) throws FieldNotFound {
    takeHeader(message);
    Message.Header header = message.getHeader();
    possResend = header.isSetField(PossResend.FIELD) && header.getBoolean(PossResend.FIELD);
    for (Iterator<Field<?>> fields = message.iterator(); fields.hasNext(); ) {
      Field<?> field = fields.next();
      take(field.getTag(), String.valueOf(field.getObject()));
    }
  }

  /** Takes MsgType and MsgSeqNum, and none of the others. */
  void takeHeader(Message message) throws FieldNotFound {
    clear();
    Message.Header header = message.getHeader();
    msgType = header.getString(MsgType.FIELD);
    msgSeqNum = header.getInt(MsgSeqNum.FIELD);
  }

  private void take(int tag, String value) {
    switch (tag) {
      case ClOrdID.FIELD -> clOrdId = value;
      case OrigClOrdID.FIELD -> origClOrdId = value;
      case OrderID.FIELD -> orderId = value;
      case OrdStatusReqID.FIELD -> ordStatusReqId = value;
      case Symbol.FIELD -> symbol = value;
      case Account.FIELD -> account = value;
      case Side.FIELD -> side = value;
      case OrdType.FIELD -> ordType = value;
      case TimeInForce.FIELD -> timeInForce = value;
      case OrderQty.FIELD -> orderQty = value;
      case Price.FIELD -> price = value;
      case TransactTime.FIELD -> transactTime = value;
      case ExecInst.FIELD -> execInst = value;
      case StopPx.FIELD -> stopPx = value;
      case MinQty.FIELD -> minQty = value;
      case MaxFloor.FIELD -> maxFloor = value;
      case ExpireTime.FIELD -> expireTime = value;
      case ExpireDate.FIELD -> expireDate = value;
      case CashOrderQty.FIELD -> cashOrderQty = value;
      case OrigOrdModTime.FIELD -> origOrdModTime = value;
      case SELF_TRADE -> selfTrade = value;
      case MassCancelRequestType.FIELD,
          MassStatusReqType.FIELD,
          SecurityListRequestType.FIELD,
          SecurityRequestType.FIELD,
          TradeRequestType.FIELD,
          UserRequestType.FIELD ->
          requestType = value;
      case MassStatusReqID.FIELD,
          SecurityReqID.FIELD,
          SecurityStatusReqID.FIELD,
          TradSesReqID.FIELD,
          TradeRequestID.FIELD,
          MDReqID.FIELD,
          UserRequestID.FIELD -> {
        requestId = value;
        requestIdTag = tag;
      }
      case SubscriptionRequestType.FIELD -> subscription = value;
      case TradingSessionID.FIELD -> tradingSession = value;
      case ExecID.FIELD -> execId = value;
      case Username.FIELD -> userName = value;
      case Password.FIELD -> password = value;
      case LogonText.NEW_PASSWORD -> newPassword = value;
      case DKReason.FIELD -> dkReason = value;
      case PegOffsetValue.FIELD -> notOffered = "PegOffsetValue(211) is not supported";
      case DiscretionInst.FIELD -> notOffered = "DiscretionInst(388) is not supported";
      case OrderPercent.FIELD -> notOffered = "OrderPercent(516) is not supported";
      default -> {
        // nothing that changes what the request asks for
      }
    }
  }

  private void clear() {
    possResend = false;
    clOrdId = null;
    origClOrdId = null;
    orderId = null;
    ordStatusReqId = null;
    symbol = null;
    account = null;
    side = null;
    ordType = null;
    timeInForce = null;
    orderQty = null;
    price = null;
    transactTime = null;
    stopPx = null;
    maxFloor = null;
    minQty = null;
    cashOrderQty = null;
    expireDate = null;
    expireTime = null;
    execInst = null;
    selfTrade = null;
    origOrdModTime = null;
    requestType = null;
    requestId = null;
    requestIdTag = 0;
    subscription = null;
    tradingSession = null;
    execId = null;
    dkReason = null;
    userName = null;
    password = null;
    newPassword = null;
    notOffered = null;
  }

  /** A text, empty where it is not there. */
  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** A one-character code as a byte, 0 where it is not there or no single character. */
  static byte code(@Nullable String text) {
    return text == null || text.length() != 1 ? 0 : (byte) text.charAt(0);
  }
}
