package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.code;
import static org.bourse.exchange.fix.RequestFields.orEmpty;

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
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdType;
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
  private final QuestionTranslator questions = new QuestionTranslator(buffer);
  private final RefusedWriter refused = new RefusedWriter(buffer);
  private final OrderTerms terms = new OrderTerms();
  private final RequestFields fields = new RequestFields();
  private long price;
  private long quantity;
  private boolean isTaken;

  RequestTranslator(InstrumentIndex instruments) {
    this.instruments = instruments;
  }

  /** Holds the command that was made last. */
  UnsafeBuffer buffer() {
    return buffer;
  }

  /** Fields of the message that a command was made of last, if it is a UserRequest; else null. */
  @Nullable RequestFields userRequest() {
    return isTaken && fields.msgType.equals(MsgType.USER_REQUEST) ? fields : null;
  }

  /**
   * Makes a command of a message.
   *
   * @param sessionId the engine's number of the session
   * @param epoch the session's numbering
   * @param check looks at a request before it becomes a command
   * @return the command's length in {@link #buffer()}
   * @throws FieldNotFound where the header has no MsgType or MsgSeqNum, which a session never lets
   *     through
   */
  int translate(Message message, int sessionId, int epoch, EdgeCheck check) throws FieldNotFound {
    isTaken = false;
    fields.take(message);
    EdgeRefusal refusal =
        FieldChecks.knows(fields.msgType)
            ? FieldChecks.form(fields)
            : EdgeRefusal.unsupportedType();
    if (refusal == null) {
      InstrumentIndex.Numbered instrument = instruments.find(orEmpty(fields.symbol));
      refusal = check.refusal(fields, instrument != null);
      if (refusal != null) {
        return refused.write(fields, sessionId, epoch, refusal);
      }
      refusal =
          switch (fields.msgType) {
            case MsgType.ORDER_SINGLE -> newOrder(instrument, sessionId, epoch);
            case MsgType.ORDER_CANCEL_REPLACE_REQUEST -> replace(instrument, sessionId, epoch);
            case MsgType.ORDER_CANCEL_REQUEST -> cancel(instrument, sessionId, epoch);
            case MsgType.ORDER_STATUS_REQUEST -> query(instrument, sessionId, epoch);
            default -> questions.ask(fields, instrument, sessionId, epoch);
          };
    }
    isTaken = refusal == null;
    return refusal == null
        ? MessageHeaderEncoder.ENCODED_LENGTH + encodedLength()
        : refused.write(fields, sessionId, epoch, refusal);
  }

  /**
   * Makes the command that takes the place of a message which the dictionary does not allow.
   *
   * @return the command's length in {@link #buffer()}
   */
  int refuse(FaultyMessage message, int sessionId, int epoch) throws FieldNotFound {
    isTaken = false;
    fields.takeHeader(message);
    return refused.write(fields, sessionId, epoch, EdgeRefusal.of(message.fault()));
  }

  /**
   * Makes the command that takes the place of a message whatever it asks for.
   *
   * @return the command's length in {@link #buffer()}
   */
  int refuse(Message message, int sessionId, int epoch, EdgeRefusal refusal) throws FieldNotFound {
    isTaken = false;
    fields.take(message);
    return refused.write(fields, sessionId, epoch, refusal);
  }

  private int encodedLength() {
    return switch (fields.msgType) {
      case MsgType.ORDER_SINGLE -> newOrder.encodedLength();
      case MsgType.ORDER_CANCEL_REPLACE_REQUEST -> replace.encodedLength();
      case MsgType.ORDER_CANCEL_REQUEST -> cancel.encodedLength();
      case MsgType.ORDER_STATUS_REQUEST -> query.encodedLength();
      default -> questions.encodedLength();
    };
  }

  private @Nullable EdgeRefusal newOrder(
      InstrumentIndex.@Nullable Numbered instrument, int sessionId, int epoch) {
    EdgeRefusal refusal = terms();
    if (refusal != null) {
      return refusal;
    }
    if (instrument == null) {
      return EdgeRefusal.unknownSymbol();
    }
    refusal = values(instrument.rules());
    if (refusal != null) {
      return refusal;
    }
    newOrder
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(fields.msgSeqNum)
        .instrumentId(instrument.id())
        .price(price)
        .quantity(quantity)
        .side(code(fields.side))
        .ordType(code(fields.ordType))
        .timeInForce(timeInForce())
        .possResend(possResend())
        .stopPrice(terms.stopPrice)
        .maxFloor(terms.maxFloor)
        .minQuantity(terms.minQuantity)
        .cashQuantity(terms.cashQuantity)
        .expireTime(terms.expireTime)
        .expireDate(terms.expireDate)
        .execInst((short) terms.execInst)
        .selfTrade((short) terms.selfTrade)
        .clOrdId(orEmpty(fields.clOrdId))
        .account(orEmpty(fields.account));
    return null;
  }

  private @Nullable EdgeRefusal replace(
      InstrumentIndex.@Nullable Numbered instrument, int sessionId, int epoch) {
    EdgeRefusal refusal = terms();
    if (refusal == null && instrument != null) {
      refusal = values(instrument.rules());
    }
    if (refusal != null) {
      return refusal;
    }
    replace
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(fields.msgSeqNum)
        .instrumentId(instrument == null ? -1 : instrument.id())
        .price(instrument == null ? 0 : price)
        .quantity(instrument == null ? 0 : quantity)
        .orderId(orderId())
        .side(code(fields.side))
        .ordType(code(fields.ordType))
        .timeInForce(timeInForce())
        .possResend(possResend())
        .stopPrice(terms.stopPrice)
        .maxFloor(terms.maxFloor)
        .minQuantity(terms.minQuantity)
        .cashQuantity(terms.cashQuantity)
        .expireTime(terms.expireTime)
        .expireDate(terms.expireDate)
        .execInst((short) terms.execInst)
        .selfTrade((short) terms.selfTrade)
        .origOrdModTime(OrderTerms.time(fields.origOrdModTime))
        .clOrdId(orEmpty(fields.clOrdId))
        .origClOrdId(orEmpty(fields.origClOrdId))
        .account(orEmpty(fields.account));
    return null;
  }

  private @Nullable EdgeRefusal cancel(
      InstrumentIndex.@Nullable Numbered instrument, int sessionId, int epoch) {
    cancel
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(fields.msgSeqNum)
        .instrumentId(instrument == null ? -1 : instrument.id())
        .orderId(orderId())
        .side(code(fields.side))
        .possResend(possResend())
        .origOrdModTime(OrderTerms.time(fields.origOrdModTime))
        .clOrdId(orEmpty(fields.clOrdId))
        .origClOrdId(orEmpty(fields.origClOrdId));
    return null;
  }

  private @Nullable EdgeRefusal query(
      InstrumentIndex.@Nullable Numbered instrument, int sessionId, int epoch) {
    if (instrument == null) {
      return EdgeRefusal.unknownSecurity();
    }
    query
        .wrapAndApplyHeader(buffer, 0, header)
        .sessionId(sessionId)
        .epoch(epoch)
        .msgSeqNum(fields.msgSeqNum)
        .instrumentId(instrument.id())
        .orderId(orderId())
        .side(code(fields.side))
        .clOrdId(orEmpty(fields.clOrdId))
        .ordStatusReqId(orEmpty(fields.ordStatusReqId))
        .symbol(orEmpty(fields.symbol));
    return null;
  }

  /** Whether the venue offers what an order or a replace asks for. */
  private @Nullable EdgeRefusal terms() {
    EdgeRefusal missing = OrderTerms.missing(fields);
    if (missing != null) {
      return missing;
    }
    String notOffered =
        fields.notOffered == null ? terms.takeInstructions(fields) : fields.notOffered;
    return notOffered == null
        ? null
        : EdgeRefusal.order(
            fields.msgType, OrdRejReason.UNSUPPORTED_ORDER_CHARACTERISTIC, notOffered);
  }

  /**
   * Reads quantity and price in the instrument's scales, and checks them against its steps and
   * limits.
   */
  private @Nullable EdgeRefusal values(Instrument rules) {
    boolean inCash = fields.orderQty == null && fields.cashOrderQty != null;
    quantity = inCash ? 0 : Decimals.scaled(orEmpty(fields.orderQty), rules.quantityScale());
    price = fields.price == null ? 0 : Decimals.scaled(fields.price, rules.priceScale());
    OrderFault fault = inCash ? null : quantityFault(rules);
    if (fault == null && fields.price != null) {
      if (hasNoLimit()) {
        fault = OrderFault.PRICE_ON_MARKET_ORDER;
      } else {
        fault = price == Decimals.TOO_FINE ? OrderFault.PRICE_OFF_TICK : rules.priceFault(price);
      }
    }
    if (fault == null) {
      fault = terms.takeValues(fields, rules, inCash ? rules.maxQuantity() : quantity);
    }
    return fault == null
        ? null
        : EdgeRefusal.order(fields.msgType, fault.ordRejReason(), fault.text());
  }

  private @Nullable OrderFault quantityFault(Instrument rules) {
    return quantity == Decimals.TOO_FINE
        ? OrderFault.QUANTITY_OFF_LOT
        : rules.quantityFault(quantity);
  }

  private boolean hasNoLimit() {
    return switch (code(fields.ordType)) {
      case OrdType.MARKET, OrdType.STOP_STOP_LOSS, OrdType.MARKET_WITH_LEFT_OVER_AS_LIMIT -> true;
      default -> false;
    };
  }

  private byte timeInForce() {
    return fields.timeInForce == null ? (byte) TimeInForce.DAY : code(fields.timeInForce);
  }

  private short possResend() {
    return (short) (fields.possResend ? 1 : 0);
  }

  /** OrderIDs are numbers here; anything else names no order. */
  private long orderId() {
    String text = orEmpty(fields.orderId);
    if (text.isEmpty()) {
      return 0;
    }
    boolean isNumber =
        text.length() <= LONGEST_ORDER_ID && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long orderId = isNumber ? Long.parseLong(text) : NO_SUCH_ORDER;
    return orderId == 0 ? NO_SUCH_ORDER : orderId;
  }
}
