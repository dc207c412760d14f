package org.bourse.exchange.fix;

import static quickfix.field.SecurityRequestType.REQUEST_SECURITY_IDENTITY_FOR_THE_SPECIFICATIONS_PROVIDED;
import static quickfix.field.SubscriptionRequestType.DISABLE_PREVIOUS_SNAPSHOT_UPDATE_REQUEST;
import static quickfix.field.SubscriptionRequestType.SNAPSHOT_UPDATES;

import org.agrona.DirectBuffer;
import org.bourse.exchange.event.codec.InquiryAnsweredDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.model.InquiryKind;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;
import quickfix.field.BuyVolume;
import quickfix.field.HighPx;
import quickfix.field.LastFragment;
import quickfix.field.LastPx;
import quickfix.field.LowPx;
import quickfix.field.MinTradeVol;
import quickfix.field.MsgType;
import quickfix.field.NoRelatedSym;
import quickfix.field.RoundLot;
import quickfix.field.SecurityListRequestType;
import quickfix.field.SecurityReqID;
import quickfix.field.SecurityRequestResult;
import quickfix.field.SecurityResponseID;
import quickfix.field.SecurityResponseType;
import quickfix.field.SecurityStatusReqID;
import quickfix.field.SecurityTradingStatus;
import quickfix.field.SellVolume;
import quickfix.field.Symbol;
import quickfix.field.Text;
import quickfix.field.TotNoRelatedSym;
import quickfix.field.TotNumTradeReports;
import quickfix.field.TradSesReqID;
import quickfix.field.TradSesStatus;
import quickfix.field.TradeRequestID;
import quickfix.field.TradeRequestResult;
import quickfix.field.TradeRequestStatus;
import quickfix.field.TradeRequestType;
import quickfix.field.TradingSessionID;
import quickfix.field.TransactTime;
import quickfix.field.UnsolicitedIndicator;
import quickfix.field.UserRequestID;
import quickfix.field.UserStatus;
import quickfix.field.UserStatusText;
import quickfix.field.Username;

/** Writes the answers to questions about the venue. */
final class InquiryWriter {
  private static final int A_PART = 100;
  private static final String DAY = "DAY";

  private final VenueDirectory directory;
  private final FixWriter body;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final InquiryAnsweredDecoder answered = new InquiryAnsweredDecoder();

  InquiryWriter(VenueDirectory directory, FixWriter body) {
    this.directory = directory;
    this.body = body;
  }

  /** Writes the answer; returns its MsgType, null: there is none. */
  @Nullable String write(DirectBuffer buffer, int offset) {
    answered.wrapAndApplyHeader(buffer, offset, header);
    body.clear();
    InquiryKind kind = InquiryKind.of(answered.kind());
    if (kind == null || answered.subscription() == DISABLE_PREVIOUS_SNAPSHOT_UPDATE_REQUEST) {
      return null;
    }
    return switch (kind) {
      case SECURITY_LIST -> list();
      case SECURITY_DEFINITION -> definition();
      case TRADING_SESSION_STATUS -> session();
      case SECURITY_STATUS -> security();
      case TRADE_CAPTURE -> captureAck();
      case USER -> user();
      case DONT_KNOW_TRADE, MARKET_DATA -> null;
    };
  }

  private String list() {
    int type = answered.requestType();
    int total = answered.instruments();
    boolean one = type == SecurityListRequestType.SYMBOL;
    boolean supported =
        one
            || type == SecurityListRequestType.TRADINGSESSIONID
            || type == SecurityListRequestType.ALL_SECURITIES;
    int first = answered.instrumentId();
    int end = one ? first + total : Math.min(first + A_PART, total);
    body.field(SecurityReqID.FIELD, answered.requestId())
        .field(SecurityResponseID.FIELD, answered.eventSeq());
    if (!supported || total == 0) {
      body.field(
          SecurityRequestResult.FIELD,
          supported
              ? SecurityRequestResult.NO_INSTRUMENTS_FOUND_THAT_MATCH_SELECTION_CRITERIA
              : SecurityRequestResult.INVALID_OR_UNSUPPORTED_REQUEST);
      return MsgType.SECURITY_LIST;
    }
    body.field(SecurityRequestResult.FIELD, SecurityRequestResult.VALID_REQUEST)
        .field(TotNoRelatedSym.FIELD, total)
        .field(LastFragment.FIELD, one || end == total ? 'Y' : 'N')
        .field(NoRelatedSym.FIELD, end - first);
    for (int id = first; id < end; id++) {
      instrument(id);
    }
    return MsgType.SECURITY_LIST;
  }

  private void instrument(int id) {
    VenueDirectory.Named named = directory.instrument(id);
    if (named != null) {
      body.field(Symbol.FIELD, named.symbol());
      steps(named);
    }
  }

  private void steps(VenueDirectory.Named named) {
    if (!named.lot().isEmpty()) {
      body.field(RoundLot.FIELD, named.lot())
          .field(MinTradeVol.FIELD, named.lot())
          .field(Text.FIELD, named.limits());
    }
  }

  private String definition() {
    VenueDirectory.Named named = directory.instrument(answered.instrumentId());
    body.field(SecurityReqID.FIELD, answered.requestId())
        .field(SecurityResponseID.FIELD, answered.eventSeq());
    if (named == null
        || answered.requestType() > REQUEST_SECURITY_IDENTITY_FOR_THE_SPECIFICATIONS_PROVIDED) {
      body.field(SecurityResponseType.FIELD, SecurityResponseType.REJECT_SECURITY_PROPOSAL)
          .field(Text.FIELD, "Only a symbol can be asked for; SecurityListRequest(x) gives all");
      return MsgType.SECURITY_DEFINITION;
    }
    body.field(SecurityResponseType.FIELD, SecurityResponseType.ACCEPT_SECURITY_PROPOSAL_AS_IS)
        .field(Symbol.FIELD, named.symbol());
    steps(named);
    return MsgType.SECURITY_DEFINITION;
  }

  private String session() {
    body.field(TradSesReqID.FIELD, answered.requestId())
        .field(TradingSessionID.FIELD, DAY)
        .field(UnsolicitedIndicator.FIELD, answered.refSeqNum() == 0 ? 'Y' : 'N');
    TradingPhase phase = TradingPhase.of(answered.phase());
    if (phase == null) {
      body.field(TradSesStatus.FIELD, TradSesStatus.CLOSED);
    } else {
      body.field(TradSesStatus.FIELD, status(phase)).field(Text.FIELD, phase.word());
    }
    return MsgType.TRADING_SESSION_STATUS;
  }

  private static int status(TradingPhase phase) {
    return switch (phase) {
      case CLOSED -> TradSesStatus.CLOSED;
      case PRE_OPEN, OPENING_AUCTION -> TradSesStatus.PRE_OPEN;
      case CONTINUOUS, INTRADAY_AUCTION -> TradSesStatus.OPEN;
      case HALTED -> TradSesStatus.HALTED;
      case CLOSING_AUCTION -> TradSesStatus.PRE_CLOSE;
    };
  }

  private String security() {
    VenueDirectory.Named named = directory.instrument(answered.instrumentId());
    TradingPhase phase = TradingPhase.of(answered.phase());
    body.field(SecurityStatusReqID.FIELD, answered.requestId());
    if (named == null || phase == null) {
      return MsgType.SECURITY_STATUS;
    }
    body.field(Symbol.FIELD, named.symbol())
        .field(UnsolicitedIndicator.FIELD, answered.refSeqNum() == 0 ? 'Y' : 'N')
        .field(
            SecurityTradingStatus.FIELD,
            answered.volume() > 0 ? SecurityTradingStatus.PRICE_INDICATION : trading(phase));
    if (answered.volume() > 0) {
      body.decimal(BuyVolume.FIELD, answered.volume(), named.quantityScale())
          .decimal(SellVolume.FIELD, answered.volume(), named.quantityScale())
          .decimal(HighPx.FIELD, answered.price(), named.priceScale())
          .decimal(LowPx.FIELD, answered.price(), named.priceScale());
    } else if (answered.price() > 0) {
      body.decimal(LastPx.FIELD, answered.price(), named.priceScale());
    }
    body.time(TransactTime.FIELD, answered.time()).field(Text.FIELD, phase.word());
    return MsgType.SECURITY_STATUS;
  }

  private static int trading(TradingPhase phase) {
    return switch (phase) {
      case CLOSED -> SecurityTradingStatus.NOT_AVAILABLE_FOR_TRADING;
      case PRE_OPEN -> SecurityTradingStatus.PRE_OPEN;
      case OPENING_AUCTION -> SecurityTradingStatus.OPENING_ROTATION;
      case CONTINUOUS -> SecurityTradingStatus.READY_TO_TRADE;
      case INTRADAY_AUCTION, CLOSING_AUCTION -> SecurityTradingStatus.PRICE_INDICATION;
      case HALTED -> SecurityTradingStatus.TRADING_HALT;
    };
  }

  /** The outcome, a UserStatus and a text, comes after the request itself. */
  private @Nullable String user() {
    String requestId = answered.requestId();
    String userName = answered.symbol();
    String detail = answered.detail();
    if (detail.isEmpty()) {
      return null;
    }
    body.field(UserRequestID.FIELD, requestId)
        .field(Username.FIELD, userName)
        .field(UserStatus.FIELD, detail.substring(0, 1))
        .field(UserStatusText.FIELD, detail.substring(1));
    return MsgType.USER_RESPONSE;
  }

  private String captureAck() {
    boolean supported =
        answered.requestType() == TradeRequestType.ALL_TRADES
            && answered.subscription() != SNAPSHOT_UPDATES;
    body.field(TradeRequestID.FIELD, answered.requestId())
        .field(TradeRequestType.FIELD, answered.requestType())
        .field(TotNumTradeReports.FIELD, answered.instruments())
        .field(
            TradeRequestResult.FIELD,
            supported
                ? TradeRequestResult.SUCCESSFUL
                : TradeRequestResult.TRADEREQUESTTYPE_NOT_SUPPORTED)
        .field(
            TradeRequestStatus.FIELD,
            supported ? TradeRequestStatus.ACCEPTED : TradeRequestStatus.REJECTED);
    if (!supported) {
      body.field(Text.FIELD, "Only TradeRequestType(569) 0, without a subscription");
    }
    return MsgType.TRADE_CAPTURE_REPORT_REQUEST_ACK;
  }
}
