package org.bourse.exchange.fix;

import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.CancelOrderEncoder;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.NewOrderEncoder;
import org.bourse.exchange.command.codec.QueryOrderEncoder;
import org.bourse.exchange.command.codec.ReplaceOrderEncoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrderFault;
import org.bourse.exchange.sequencer.Sequencer;
import org.jspecify.annotations.Nullable;
import quickfix.FieldMap;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.Account;
import quickfix.field.ClOrdID;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.PossResend;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TimeInForce;

/**
 * Makes a command of each application message: the request itself, or, where it can't be one, the
 * refusal that it gets. For one thread.
 */
final class RequestTranslator {
  private static final long NO_SUCH_ORDER = -1;
  private static final int LONGEST_ORDER_ID = 18;

  private final InstrumentIndex instruments;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Sequencer.LONGEST_COMMAND]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final NewOrderEncoder newOrder = new NewOrderEncoder();
  private final ReplaceOrderEncoder replace = new ReplaceOrderEncoder();
  private final CancelOrderEncoder cancel = new CancelOrderEncoder();
  private final QueryOrderEncoder query = new QueryOrderEncoder();
  private final RefusedWriter refused = new RefusedWriter(buffer);

  RequestTranslator(InstrumentIndex instruments) {
    this.instruments = instruments;
  }

  /** Holds the command that was made last. */
  UnsafeBuffer buffer() {
    return buffer;
  }

  /**
   * Makes a command of a message.
   *
   * @param sessionId the engine's number of the session
   * @param epoch the session's numbering
   * @return the command's length in {@link #buffer()}
   * @throws FieldNotFound where the header has no MsgType or MsgSeqNum, which a session never lets
   *     through
   */
  int translate(Message message, int sessionId, int epoch) throws FieldNotFound {
    String msgType = message.getHeader().getString(MsgType.FIELD);
    int msgSeqNum = message.getHeader().getInt(MsgSeqNum.FIELD);
    EdgeRefusal refusal =
        FieldChecks.knows(msgType)
            ? FieldChecks.form(msgType, message)
            : EdgeRefusal.unsupportedType();
    if (refusal == null) {
      refusal =
          switch (msgType) {
            case MsgType.ORDER_SINGLE -> newOrder(message, sessionId, epoch, msgSeqNum);
            case MsgType.ORDER_CANCEL_REPLACE_REQUEST ->
                replace(message, sessionId, epoch, msgSeqNum);
            case MsgType.ORDER_CANCEL_REQUEST -> cancel(message, sessionId, epoch, msgSeqNum);
            default -> query(message, sessionId, epoch, msgSeqNum);
          };
    }
    if (refusal != null) {
      return refused.write(message, msgType, sessionId, epoch, msgSeqNum, refusal);
    }
    return MessageHeaderEncoder.ENCODED_LENGTH + encodedLength(msgType);
  }

  private int encodedLength(String msgType) {
    return switch (msgType) {
      case MsgType.ORDER_SINGLE -> newOrder.encodedLength();
      case MsgType.ORDER_CANCEL_REPLACE_REQUEST -> replace.encodedLength();
      case MsgType.ORDER_CANCEL_REQUEST -> cancel.encodedLength();
      default -> query.encodedLength();
    };
  }

  private @Nullable EdgeRefusal newOrder(Message order, int sessionId, int epoch, int msgSeqNum)
      throws FieldNotFound {
    EdgeRefusal refusal = terms(MsgType.ORDER_SINGLE, order);
    if (refusal != null) {
      return refusal;
    }
    InstrumentIndex.Numbered instrument = instruments.find(order.getString(Symbol.FIELD));
    if (instrument == null) {
      return EdgeRefusal.unknownSymbol();
    }
    refusal = values(MsgType.ORDER_SINGLE, order, instrument.rules());
    if (refusal != null) {
      return refusal;
    }
    newOrder
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(msgSeqNum)
        .instrumentId(instrument.id())
        .price(price(order, instrument.rules()))
        .quantity(quantity(order, instrument.rules()))
        .side(code(order, Side.FIELD))
        .ordType(code(order, OrdType.FIELD))
        .timeInForce(timeInForce(order))
        .possResend(possResend(order))
        .clOrdId(order.getString(ClOrdID.FIELD))
        .account(optional(order, Account.FIELD));
    return null;
  }

  private @Nullable EdgeRefusal replace(Message change, int sessionId, int epoch, int msgSeqNum)
      throws FieldNotFound {
    EdgeRefusal refusal = terms(MsgType.ORDER_CANCEL_REPLACE_REQUEST, change);
    if (refusal != null) {
      return refusal;
    }
    InstrumentIndex.Numbered instrument = instruments.find(change.getString(Symbol.FIELD));
    if (instrument != null) {
      refusal = values(MsgType.ORDER_CANCEL_REPLACE_REQUEST, change, instrument.rules());
      if (refusal != null) {
        return refusal;
      }
    }
    replace
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(msgSeqNum)
        .instrumentId(instrument == null ? -1 : instrument.id())
        .price(instrument == null ? 0 : price(change, instrument.rules()))
        .quantity(instrument == null ? 0 : quantity(change, instrument.rules()))
        .orderId(orderId(change))
        .side(code(change, Side.FIELD))
        .ordType(code(change, OrdType.FIELD))
        .timeInForce(timeInForce(change))
        .possResend(possResend(change))
        .clOrdId(change.getString(ClOrdID.FIELD))
        .origClOrdId(change.getString(OrigClOrdID.FIELD))
        .account(optional(change, Account.FIELD));
    return null;
  }

  private @Nullable EdgeRefusal cancel(Message request, int sessionId, int epoch, int msgSeqNum)
      throws FieldNotFound {
    InstrumentIndex.Numbered instrument = instruments.find(request.getString(Symbol.FIELD));
    cancel
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(msgSeqNum)
        .instrumentId(instrument == null ? -1 : instrument.id())
        .orderId(orderId(request))
        .side(code(request, Side.FIELD))
        .possResend(possResend(request))
        .clOrdId(request.getString(ClOrdID.FIELD))
        .origClOrdId(request.getString(OrigClOrdID.FIELD));
    return null;
  }

  private @Nullable EdgeRefusal query(Message request, int sessionId, int epoch, int msgSeqNum)
      throws FieldNotFound {
    InstrumentIndex.Numbered instrument = instruments.find(request.getString(Symbol.FIELD));
    if (instrument == null) {
      return EdgeRefusal.unknownSecurity();
    }
    query
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(msgSeqNum)
        .instrumentId(instrument.id())
        .orderId(orderId(request))
        .side(code(request, Side.FIELD))
        .clOrdId(request.getString(ClOrdID.FIELD))
        .ordStatusReqId(optional(request, OrdStatusReqID.FIELD))
        .symbol(request.getString(Symbol.FIELD));
    return null;
  }

  private static @Nullable EdgeRefusal terms(String msgType, Message order) throws FieldNotFound {
    char ordType = order.getChar(OrdType.FIELD);
    if (ordType == OrdType.LIMIT && !order.isSetField(Price.FIELD)) {
      return EdgeRefusal.conditionallyMissing("Price(44) is required for a limit order");
    }
    String notOffered = FieldChecks.notOffered(order);
    return notOffered == null
        ? null
        : EdgeRefusal.order(msgType, OrdRejReason.UNSUPPORTED_ORDER_CHARACTERISTIC, notOffered);
  }

  private static @Nullable EdgeRefusal values(String msgType, Message order, Instrument rules)
      throws FieldNotFound {
    long quantity = quantity(order, rules);
    OrderFault fault =
        quantity == Decimals.TOO_FINE ? OrderFault.QUANTITY_OFF_LOT : rules.quantityFault(quantity);
    if (fault == null && order.isSetField(Price.FIELD)) {
      long price = price(order, rules);
      if (order.getChar(OrdType.FIELD) == OrdType.MARKET) {
        fault = OrderFault.PRICE_ON_MARKET_ORDER;
      } else {
        fault = price == Decimals.TOO_FINE ? OrderFault.PRICE_OFF_TICK : rules.priceFault(price);
      }
    }
    return fault == null ? null : EdgeRefusal.order(msgType, fault.ordRejReason(), fault.text());
  }

  private static long quantity(FieldMap order, Instrument rules) throws FieldNotFound {
    return Decimals.scaled(order.getString(OrderQty.FIELD), rules.quantityScale());
  }

  private static long price(FieldMap order, Instrument rules) throws FieldNotFound {
    return order.isSetField(Price.FIELD)
        ? Decimals.scaled(order.getString(Price.FIELD), rules.priceScale())
        : 0;
  }

  private static byte code(FieldMap fields, int tag) throws FieldNotFound {
    return (byte) fields.getString(tag).charAt(0);
  }

  private static byte timeInForce(FieldMap order) throws FieldNotFound {
    return order.isSetField(TimeInForce.FIELD)
        ? code(order, TimeInForce.FIELD)
        : (byte) TimeInForce.DAY;
  }

  static short possResend(Message message) throws FieldNotFound {
    return (short)
        (message.getHeader().isSetField(PossResend.FIELD)
                && message.getHeader().getBoolean(PossResend.FIELD)
            ? 1
            : 0);
  }

  static String optional(FieldMap fields, int tag) throws FieldNotFound {
    return fields.isSetField(tag) ? fields.getString(tag) : "";
  }

  /** OrderIDs are numbers here; anything else names no order. */
  private static long orderId(FieldMap request) throws FieldNotFound {
    String text = optional(request, OrderID.FIELD);
    if (text.isEmpty()) {
      return 0;
    }
    boolean isNumber =
        text.length() <= LONGEST_ORDER_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long orderId = isNumber ? Long.parseLong(text) : NO_SUCH_ORDER;
    return orderId == 0 ? NO_SUCH_ORDER : orderId;
  }
}
