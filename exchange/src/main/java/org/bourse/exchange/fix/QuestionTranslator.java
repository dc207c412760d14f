package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.code;
import static org.bourse.exchange.fix.RequestFields.orEmpty;

import java.util.regex.Pattern;
import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.command.codec.InquiryEncoder;
import org.bourse.exchange.command.codec.MassCancelEncoder;
import org.bourse.exchange.command.codec.MassStatusEncoder;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.model.InquiryKind;
import org.jspecify.annotations.Nullable;
import quickfix.field.MassCancelRequestType;
import quickfix.field.MassStatusReqType;
import quickfix.field.MsgType;

/** Makes commands of requests that are about many orders, or about none. */
final class QuestionTranslator {
  private static final String DAY = "DAY";
  private static final EdgeRefusal UNKNOWN_SESSION =
      EdgeRefusal.unknownId("Unknown TradingSessionID(336): the only one is DAY");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");

  private final MutableDirectBuffer buffer;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final MassCancelEncoder massCancel = new MassCancelEncoder();
  private final MassStatusEncoder massStatus = new MassStatusEncoder();
  private final InquiryEncoder inquiry = new InquiryEncoder();
  private int length;

  QuestionTranslator(MutableDirectBuffer buffer) {
    this.buffer = buffer;
  }

  /** Length of the command that was made last, without its header. */
  int encodedLength() {
    return length;
  }

  /**
   * Makes a command.
   *
   * @return why there can be none; null: there is one
   */
  @Nullable EdgeRefusal ask(
      RequestFields fields,
      InstrumentIndex.@Nullable Numbered instrument,
      int sessionId,
      int epoch) {
    int instrumentId = instrument == null ? -1 : instrument.id();
    return switch (fields.msgType) {
      case MsgType.ORDER_MASS_CANCEL_REQUEST -> cancel(fields, instrumentId, sessionId, epoch);
      case MsgType.ORDER_MASS_STATUS_REQUEST -> status(fields, instrumentId, sessionId, epoch);
      default -> inquire(fields, instrumentId, sessionId, epoch);
    };
  }

  private @Nullable EdgeRefusal cancel(
      RequestFields fields, int instrumentId, int sessionId, int epoch) {
    char type = (char) code(fields.requestType);
    if (type == MassCancelRequestType.CANCEL_ORDERS_FOR_A_SECURITY && fields.symbol == null) {
      return EdgeRefusal.conditionallyMissing(
          "Symbol(55) is required for MassCancelRequestType(530) 1");
    }
    boolean bySession = type == MassCancelRequestType.CANCEL_ORDERS_FOR_A_TRADING_SESSION;
    if (bySession && fields.tradingSession == null) {
      return EdgeRefusal.conditionallyMissing(
          "TradingSessionID(336) is required for MassCancelRequestType(530) 6");
    }
    if (!bySession && fields.tradingSession != null && !fields.tradingSession.equals(DAY)) {
      return UNKNOWN_SESSION;
    }
    length =
        massCancel
            .wrapAndApplyHeader(buffer, 0, header)
            .sessionId(sessionId)
            .epoch(epoch)
            .msgSeqNum(fields.msgSeqNum)
            .instrumentId(instrumentId)
            .requestType((byte) type)
            .side(code(fields.side))
            .possResend((short) (fields.possResend ? 1 : 0))
            .clOrdId(orEmpty(fields.clOrdId))
            .symbol(bySession ? orEmpty(fields.tradingSession) : orEmpty(fields.symbol))
            .encodedLength();
    return null;
  }

  private @Nullable EdgeRefusal status(
      RequestFields fields, int instrumentId, int sessionId, int epoch) {
    byte type = code(fields.requestType);
    boolean bySecurity = type == '0' + MassStatusReqType.STATUS_FOR_ORDERS_FOR_A_SECURITY;
    if (!bySecurity && type != '0' + MassStatusReqType.STATUS_FOR_ALL_ORDERS) {
      return EdgeRefusal.notSupported("MassStatusReqType(585) must be 1 or 7");
    }
    if (bySecurity && fields.symbol == null) {
      return EdgeRefusal.conditionallyMissing(
          "Symbol(55) is required for MassStatusReqType(585) 1");
    }
    if (bySecurity && instrumentId < 0) {
      return EdgeRefusal.unknownSecurity();
    }
    length =
        massStatus
            .wrapAndApplyHeader(buffer, 0, header)
            .sessionId(sessionId)
            .epoch(epoch)
            .msgSeqNum(fields.msgSeqNum)
            .instrumentId(instrumentId)
            .requestType(type)
            .side(code(fields.side))
            .requestId(orEmpty(fields.requestId))
            .symbol(orEmpty(fields.symbol))
            .encodedLength();
    return null;
  }

  private @Nullable EdgeRefusal inquire(
      RequestFields fields, int instrumentId, int sessionId, int epoch) {
    InquiryKind kind = kind(fields.msgType);
    boolean isOfMarketData = kind == InquiryKind.MARKET_DATA;
    boolean isOfSecurity =
        kind == InquiryKind.SECURITY_STATUS
            || (kind == InquiryKind.SECURITY_DEFINITION && fields.symbol != null);
    if (isOfSecurity && instrumentId < 0) {
      return EdgeRefusal.unknownSecurity();
    }
    if (kind == InquiryKind.TRADING_SESSION_STATUS
        && fields.tradingSession != null
        && !fields.tradingSession.equals(DAY)) {
      return UNKNOWN_SESSION;
    }
    length =
        inquiry
            .wrapAndApplyHeader(buffer, 0, header)
            .sessionId(sessionId)
            .epoch(epoch)
            .msgSeqNum(fields.msgSeqNum)
            .instrumentId(instrumentId)
            .kind(kind.code())
            .subscription(isOfMarketData ? 0 : code(fields.subscription))
            .requestType(isOfMarketData ? epoch : whole(fields.requestType))
            .requestId(orEmpty(fields.requestId))
            .symbol(orEmpty(kind == InquiryKind.USER ? fields.userName : fields.symbol))
            .detail(detail(fields))
            .encodedLength();
    return null;
  }

  private static InquiryKind kind(String msgType) {
    return switch (msgType) {
      case MsgType.SECURITY_LIST_REQUEST -> InquiryKind.SECURITY_LIST;
      case MsgType.SECURITY_DEFINITION_REQUEST -> InquiryKind.SECURITY_DEFINITION;
      case MsgType.TRADING_SESSION_STATUS_REQUEST -> InquiryKind.TRADING_SESSION_STATUS;
      case MsgType.SECURITY_STATUS_REQUEST -> InquiryKind.SECURITY_STATUS;
      case MsgType.TRADE_CAPTURE_REPORT_REQUEST -> InquiryKind.TRADE_CAPTURE;
      case MsgType.USER_REQUEST -> InquiryKind.USER;
      case MsgType.MARKET_DATA_REQUEST -> InquiryKind.MARKET_DATA;
      default -> InquiryKind.DONT_KNOW_TRADE;
    };
  }

  private static String detail(RequestFields fields) {
    return fields.execId == null
        ? ""
        : orEmpty(fields.orderId) + " " + fields.execId + " " + orEmpty(fields.dkReason);
  }

  private static int whole(@Nullable String text) {
    return text != null && WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
  }
}
