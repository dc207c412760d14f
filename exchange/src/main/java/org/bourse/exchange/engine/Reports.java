package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.ReportDetails;
import org.bourse.exchange.event.codec.CancelRejectedEncoder;
import org.bourse.exchange.event.codec.ControlAnsweredEncoder;
import org.bourse.exchange.event.codec.EngineNoticeEncoder;
import org.bourse.exchange.event.codec.InquiryAnsweredEncoder;
import org.bourse.exchange.event.codec.MarketStateEncoder;
import org.bourse.exchange.event.codec.MassCanceledEncoder;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.event.codec.OrderReportEncoder;
import org.bourse.exchange.event.codec.RequestRefusedEncoder;
import org.bourse.exchange.event.codec.TradeCapturedEncoder;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** Writes events: numbers them, encodes them and hands them to the sink. */
final class Reports {
  /** No words. */
  static final UnsafeBuffer NOTHING = new UnsafeBuffer(new byte[0]);

  private static final int LONGEST_EVENT = 4096;

  private final Orders orders;
  private final Texts texts;
  private final Terms terms;
  private final MarketChanges changes;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LONGEST_EVENT]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final OrderReportEncoder report = new OrderReportEncoder();
  private final CancelRejectedEncoder cancelRejected = new CancelRejectedEncoder();
  private final RequestRefusedEncoder requestRefused = new RequestRefusedEncoder();
  private final MassCanceledEncoder massCanceled = new MassCanceledEncoder();
  private final InquiryAnsweredEncoder inquiry = new InquiryAnsweredEncoder();
  private final ControlAnsweredEncoder answered = new ControlAnsweredEncoder();
  private final MarketStateEncoder market = new MarketStateEncoder();
  private final TradeCapturedEncoder captured = new TradeCapturedEncoder();
  private final EngineNoticeEncoder notice = new EngineNoticeEncoder();
  private final UnsafeBuffer clOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer origClOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer account = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer symbol = new UnsafeBuffer(0, 0);
  private EventSink sink = (events, offset, length) -> {};
  private long time;
  private long eventSeq;

  Reports(Orders orders, Texts texts, Terms terms, MarketChanges changes) {
    this.changes = changes;
    this.orders = orders;
    this.texts = texts;
    this.terms = terms;
  }

  void begin(long commandTime, EventSink to) {
    time = commandTime;
    sink = to;
  }

  /** The business time of the command in hand. */
  long time() {
    return time;
  }

  /** Another business time from now on. */
  void time(long business) {
    time = business;
  }

  /** Number of the last event. */
  long eventSeq() {
    return eventSeq;
  }

  void eventSeq(long value) {
    eventSeq = value;
  }

  /** Takes the next number, for an event that another has written. */
  long next() {
    return ++eventSeq;
  }

  /** Hands over an event that another has written. */
  void emit(DirectBuffer event, int length) {
    sink.onEvent(event, 0, length);
  }

  /**
   * An order was taken, replaced or canceled as its owner asked; origClOrdIdRef: what it was called
   * before, 0: none.
   */
  void changed(long orderId, byte execType, Request request, int origClOrdIdRef) {
    startReport(request.sessionId, execType, request.refSeqNum);
    state(orderId);
    texts.view(origClOrdIdRef, origClOrdId);
    finishReport(NOTHING, NOTHING);
  }

  /** A replace was carried out, by a venue that says so in OrdStatus too. */
  void replaced(long orderId, Request request, int origClOrdIdRef) {
    startReport(request.sessionId, ExecType.REPLACED, request.refSeqNum);
    state(orderId);
    report.ordStatus(OrdStatus.REPLACED);
    texts.view(origClOrdIdRef, origClOrdId);
    finishReport(NOTHING, NOTHING);
  }

  /** A cancel or replace waits: the order is as it was, under the request's name. */
  void pending(long orderId, byte execType, Request request) {
    startReport(request.sessionId, execType, request.refSeqNum);
    state(orderId);
    origClOrdId.wrap(clOrdId);
    clOrdId.wrap(request.clOrdId);
    finishReport(NOTHING, NOTHING);
  }

  /** Something has happened to an order that no request asked for; reason 378, -1: none. */
  void unsolicited(long orderId, byte execType, int reason, DirectBuffer text) {
    startReport(orders.sessionId(orderId), execType, 0);
    state(orderId);
    report.restatementReason((short) reason);
    finishReport(NOTHING, text);
  }

  /** An order is guaranteed to trade so much at a price, 0: nothing is told of that. */
  void stopped(long orderId, long price, long quantity, DirectBuffer text) {
    startReport(orders.sessionId(orderId), ExecType.STOPPED, 0);
    state(orderId);
    report.lastPrice(price).lastQty(quantity);
    finishReport(NOTHING, text);
  }

  /** An order that was taken is rejected after all. */
  void rejectedLate(long orderId, short reason, DirectBuffer text) {
    startReport(orders.sessionId(orderId), ExecType.REJECTED, 0);
    state(orderId);
    report.reason(reason);
    finishReport(NOTHING, text);
  }

  /** What is left of an order that may not rest has ended: answers no request. */
  void remainderEnded(long orderId, byte execType, DirectBuffer text) {
    unsolicited(orderId, execType, -1, text);
  }

  /** One side of a trade; aggressor: 1 the order that came, 0 the other, 2 neither. */
  void traded(
      long orderId, long contraOrderId, long matchId, long price, long quantity, int aggressor) {
    startReport(orders.sessionId(orderId), ExecType.TRADE, 0);
    state(orderId);
    trade(contraOrderId, matchId, price, quantity, aggressor);
    finishReport(NOTHING, NOTHING);
  }

  /** A trade with the venue itself, or in another market. */
  void tradedWithVenue(long orderId, long matchId, long price, long quantity, boolean elsewhere) {
    startReport(orders.sessionId(orderId), ExecType.TRADE, 0);
    state(orderId);
    trade(0, matchId, price, quantity, 2);
    report.flags((short) (elsewhere ? ReportDetails.ELSEWHERE : 0));
    finishReport(NOTHING, NOTHING);
  }

  /** A trade was busted or corrected. */
  void tradeChanged(
      long orderId,
      byte execType,
      long execRefId,
      long matchId,
      long price,
      long quantity,
      boolean elsewhere) {
    startReport(orders.sessionId(orderId), execType, 0);
    state(orderId);
    trade(0, matchId, price, quantity, 2);
    report.execRefId(execRefId).flags((short) (elsewhere ? ReportDetails.ELSEWHERE : 0));
    finishReport(NOTHING, NOTHING);
  }

  private void trade(long contraOrderId, long matchId, long price, long quantity, int aggressor) {
    report
        .contraOrderId(contraOrderId)
        .matchId(matchId)
        .lastPrice(price)
        .lastQty(quantity)
        .aggressor((short) aggressor);
  }

  /** One order of those that were asked for. */
  void massStatus(long orderId, Request request, int reports, boolean last) {
    startReport(request.sessionId, ExecType.ORDER_STATUS, request.refSeqNum);
    state(orderId);
    report.reports(reports).flags((short) (last ? ReportDetails.LAST : 0));
    finishReport(request.ordStatusReqId, NOTHING);
  }

  /** There is none of the orders that were asked for. */
  void noMassStatus(Request request, int instrumentId) {
    startReport(request.sessionId, ExecType.ORDER_STATUS, request.refSeqNum);
    report
        .instrumentId(instrumentId)
        .ordStatus(OrdStatus.REJECTED)
        .side(request.side)
        .reason(Refusal.NO_ORDERS.code())
        .reports(0)
        .flags((short) ReportDetails.LAST);
    if (instrumentId < 0) {
      symbol.wrap(request.symbol);
    }
    clOrdId.wrap(NOTHING);
    finishReport(request.ordStatusReqId, Refusal.NO_ORDERS.text());
  }

  /** A request to know how an order stands. */
  void status(long orderId, Request request) {
    startReport(request.sessionId, ExecType.ORDER_STATUS, request.refSeqNum);
    state(orderId);
    finishReport(
        request.ordStatusReqId,
        orders.status(orderId) == OrdStatus.NEW ? Restatement.NOTHING_DONE : NOTHING);
  }

  /** Nobody knows the order that was asked for. */
  void unknownStatus(Request request, int instrumentId) {
    startReport(request.sessionId, ExecType.ORDER_STATUS, request.refSeqNum);
    report
        .instrumentId(instrumentId)
        .ordStatus(OrdStatus.REJECTED)
        .side(request.side)
        .reason(Refusal.UNKNOWN_ORDER_STATUS.code());
    clOrdId.wrap(request.clOrdId);
    if (instrumentId < 0) {
      symbol.wrap(request.symbol);
    }
    finishReport(request.ordStatusReqId, Refusal.UNKNOWN_ORDER_STATUS.text());
  }

  /**
   * A new order whose ClOrdID names an order already: FIX 4.4 Vol. 4 F.1.a wants the state of the
   * first.
   */
  void duplicate(long orderId, Request request) {
    startReport(request.sessionId, ExecType.REJECTED, request.refSeqNum);
    state(orderId);
    report.reason(Refusal.DUPLICATE.code());
    clOrdId.wrap(request.clOrdId);
    finishReport(NOTHING, Refusal.DUPLICATE.text());
  }

  /** A new order that was refused and kept as a rejected order, with the words of the refusal. */
  void rejected(long orderId, Request request, short reason, DirectBuffer text) {
    startReport(request.sessionId, ExecType.REJECTED, request.refSeqNum);
    state(orderId);
    report.reason(reason);
    finish(NOTHING, request.quantityText, request.priceText, text);
  }

  /** A new order that was refused and could not be kept, for want of a ClOrdID that can name it. */
  void rejectedNameless(Request request) {
    startReport(request.sessionId, ExecType.REJECTED, request.refSeqNum);
    report
        .ordStatus(OrdStatus.REJECTED)
        .side(request.side)
        .ordType(request.ordType)
        .reason(request.reason);
    clOrdId.wrap(request.clOrdId);
    account.wrap(request.account);
    symbol.wrap(request.symbol);
    finish(NOTHING, request.quantityText, request.priceText, request.text);
  }

  /** A cancel or replace that was refused; orderId 0: the order is not known. */
  void cancelRejected(
      long orderId, Request request, byte responseTo, short reason, DirectBuffer text) {
    cancelRejected
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(request.sessionId)
        .refSeqNum(request.refSeqNum)
        .orderId(orderId)
        .reason(reason)
        .ordStatus(orderId == 0 ? OrdStatus.REJECTED : orders.status(orderId))
        .responseTo(responseTo);
    if (orderId == 0) {
      origClOrdId.wrap(request.origClOrdId);
      account.wrap(NOTHING);
    } else {
      texts.view(orders.clOrdId(orderId), origClOrdId);
      texts.view(orders.account(orderId), account);
    }
    cancelRejected
        .putClOrdId(request.clOrdId, 0, request.clOrdId.capacity())
        .putOrigClOrdId(origClOrdId, 0, origClOrdId.capacity())
        .putAccount(account, 0, account.capacity())
        .putReasonText(text, 0, text.capacity());
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + cancelRejected.encodedLength());
  }

  /** A request that the edge refused with a Reject(3) or BusinessMessageReject(j). */
  void requestRefused(Request request, byte answer, int reason, int refTagId) {
    requestRefused
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(request.sessionId)
        .refSeqNum(request.refSeqNum)
        .reason(reason)
        .refTagId(refTagId)
        .answer(answer)
        .putRefMsgType(request.refMsgType, 0, request.refMsgType.capacity())
        .putRefId(request.clOrdId, 0, request.clOrdId.capacity())
        .putReasonText(request.text, 0, request.text.capacity());
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + requestRefused.encodedLength());
  }

  /** A mass cancel; reason -1: it was honoured. */
  void massCanceled(Request request, byte response, int affected, int reason, DirectBuffer text) {
    boolean known = request.instrumentId >= 0;
    massCanceled
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(request.sessionId)
        .refSeqNum(request.refSeqNum)
        .instrumentId(request.instrumentId)
        .affected(affected)
        .reason((short) reason)
        .requestType(request.requestType)
        .response(response)
        .side(request.side)
        .putClOrdId(request.clOrdId, 0, request.clOrdId.capacity())
        .putSymbol(request.symbol, 0, known ? 0 : request.symbol.capacity())
        .putReasonText(text, 0, text.capacity());
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + massCanceled.encodedLength());
  }

  /**
   * An inquiry, or what has become of one that goes on.
   *
   * @param instrumentId whose state it is, -1: of none
   * @param count how many instruments or trades there are
   * @param phase a code, 0: of no instrument
   */
  void inquiry(
      Inquiry asked,
      int refSeqNum,
      int instrumentId,
      int count,
      int phase,
      long price,
      long volume) {
    inquiry
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(asked.sessionId())
        .refSeqNum(refSeqNum)
        .instrumentId(instrumentId)
        .instruments(count)
        .requestType(asked.requestType())
        .price(price)
        .volume(volume)
        .kind(asked.kind().code())
        .subscription(asked.subscription())
        .phase((short) phase)
        .requestId(asked.requestId())
        .symbol(asked.symbol())
        .detail(asked.detail());
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + inquiry.encodedLength());
  }

  /** One side of a trade, told again. */
  void tradeCaptured(
      Inquiry asked,
      int refSeqNum,
      Trades trades,
      long matchId,
      boolean ofAggressor,
      int count,
      boolean last) {
    long orderId = ofAggressor ? trades.aggressor(matchId) : trades.resting(matchId);
    texts.view(orders.clOrdId(orderId), clOrdId);
    texts.view(orders.account(orderId), account);
    captured
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(asked.sessionId())
        .refSeqNum(refSeqNum)
        .instrumentId(orders.instrumentId(orderId))
        .orderId(orderId)
        .matchId(matchId)
        .execId(trades.lastExec(matchId, ofAggressor))
        .price(trades.price(matchId))
        .quantity(trades.quantity(matchId))
        .tradeTime(trades.time(matchId))
        .trades(count)
        .last((short) (last ? 1 : 0))
        .side(orders.side(orderId))
        .requestId(asked.requestId())
        .putClOrdId(clOrdId, 0, clOrdId.capacity())
        .putAccount(account, 0, account.capacity());
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + captured.encodedLength());
  }

  /** What concerns no session's orders. */
  void notice(NoticeKind kind, int sessionId, int subjectId, String detail) {
    notice(kind, sessionId, subjectId, 0, 0, detail);
  }

  /** An instrument was defined: whoever reads its prices and quantities needs their scales. */
  void instrumentDefined(int instrumentId, Instrument rules) {
    notice(
        NoticeKind.INSTRUMENT_DEFINED,
        -1,
        instrumentId,
        rules.priceScale(),
        rules.quantityScale(),
        rules.symbol());
  }

  private void notice(
      NoticeKind kind,
      int sessionId,
      int subjectId,
      int priceScale,
      int quantityScale,
      String detail) {
    byte[] bytes = detail.getBytes(ISO_8859_1);
    notice
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(sessionId)
        .subjectId(subjectId)
        .kind(kind.code())
        .priceScale((short) priceScale)
        .quantityScale((short) quantityScale)
        .putDetail(bytes, 0, bytes.length);
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + notice.encodedLength());
  }

  /** A control, of which no text was read yet, was carried out; refusal null: it was. */
  void controlAnswered(ControlDecoder control, @Nullable String refusal) {
    control.skipText();
    byte[] by = control.by().getBytes(ISO_8859_1);
    byte[] detail = (refusal == null ? "" : refusal).getBytes(ISO_8859_1);
    answered
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(-1)
        .correlation(control.correlation())
        .kind(control.kind())
        .done((short) (refusal == null ? 1 : 0))
        .putBy(by, 0, by.length)
        .putDetail(detail, 0, detail.length);
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + answered.encodedLength());
  }

  /** How an instrument is traded; kind as in {@link MarketState}. */
  void market(
      ListedInstrument instrument,
      int kind,
      long price,
      long volume,
      long surplus,
      int date,
      String reason) {
    byte[] text = reason.getBytes(ISO_8859_1);
    changes.market(instrument);
    market
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(-1)
        .instrumentId(instrument.id())
        .price(price)
        .volume(volume)
        .surplus(surplus)
        .lastPrice(instrument.lastPrice())
        .businessDate(date)
        .phase(instrument.phase().code())
        .kind((short) kind)
        .putReasonText(text, 0, text.length);
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + market.encodedLength());
  }

  private void startReport(int sessionId, byte execType, int refSeqNum) {
    report
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(sessionId)
        .instrumentId(-1)
        .orderId(0)
        .contraOrderId(0)
        .matchId(0)
        .price(0)
        .orderQty(0)
        .cumQty(0)
        .leavesQty(0)
        .notionalHigh(0)
        .notionalLow(0)
        .lastPrice(0)
        .lastQty(0)
        .refSeqNum(refSeqNum)
        .reason((short) -1)
        .execType(execType)
        .ordType((byte) 0)
        .timeInForce((byte) 0)
        .aggressor((short) 0)
        .stopPrice(0)
        .maxFloor(0)
        .minQuantity(0)
        .cashQuantity(0)
        .expireTime(0)
        .dayOrderQty(-1)
        .dayCumQty(0)
        .dayNotionalHigh(0)
        .dayNotionalLow(0)
        .execRefId(0)
        .expireDate(0)
        .reports(-1)
        .restatementReason((short) -1)
        .execInst((short) 0)
        .flags((short) 0);
    origClOrdId.wrap(NOTHING);
    account.wrap(NOTHING);
    symbol.wrap(NOTHING);
  }

  private void state(long orderId) {
    report
        .instrumentId(orders.instrumentId(orderId))
        .orderId(orderId)
        .price(orders.price(orderId))
        .orderQty(orders.orderQty(orderId))
        .cumQty(orders.cumQty(orderId))
        .leavesQty(orders.leavesQty(orderId))
        .notionalHigh(orders.notionalHigh(orderId))
        .notionalLow(orders.notionalLow(orderId))
        .ordStatus(orders.status(orderId))
        .side(orders.side(orderId))
        .ordType(orders.ordType(orderId))
        .timeInForce(orders.timeInForce(orderId));
    int place = orders.terms(orderId);
    if (place != 0) {
      terms(orderId, place);
    }
    texts.view(orders.clOrdId(orderId), clOrdId);
    texts.view(orders.account(orderId), account);
    texts.view(orders.symbol(orderId), symbol);
  }

  private void terms(long orderId, int place) {
    report
        .stopPrice(terms.stopPrice(place))
        .maxFloor(terms.maxFloor(place))
        .minQuantity(terms.minQuantity(place))
        .cashQuantity(terms.cashQuantity(place))
        .expireTime(terms.expireTime(place))
        .expireDate(terms.expireDate(place))
        .execInst((short) terms.execInst(place));
    if (terms.isCarried(place)) {
      long low = orders.notionalLow(orderId);
      long lowBefore = terms.notionalLowBefore(place);
      int borrow = Long.compareUnsigned(low, lowBefore) < 0 ? 1 : 0;
      report
          .dayOrderQty(orders.orderQty(orderId) - terms.cumBefore(place))
          .dayCumQty(orders.cumQty(orderId) - terms.cumBefore(place))
          .dayNotionalHigh(orders.notionalHigh(orderId) - terms.notionalHighBefore(place) - borrow)
          .dayNotionalLow(low - lowBefore);
    }
  }

  private void finishReport(DirectBuffer ordStatusReqId, DirectBuffer text) {
    finish(ordStatusReqId, NOTHING, NOTHING, text);
  }

  private void finish(
      DirectBuffer ordStatusReqId, DirectBuffer quantity, DirectBuffer limit, DirectBuffer text) {
    report
        .putClOrdId(clOrdId, 0, clOrdId.capacity())
        .putOrigClOrdId(origClOrdId, 0, origClOrdId.capacity())
        .putAccount(account, 0, account.capacity())
        .putOrdStatusReqId(ordStatusReqId, 0, ordStatusReqId.capacity())
        .putSymbol(symbol, 0, symbol.capacity())
        .putQuantity(quantity, 0, quantity.capacity())
        .putLimitPrice(limit, 0, limit.capacity())
        .putReasonText(text, 0, text.capacity());
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + report.encodedLength());
  }
}
