package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.codec.CancelRejectedEncoder;
import org.bourse.exchange.event.codec.EngineNoticeEncoder;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.event.codec.OrderReportEncoder;
import org.bourse.exchange.event.codec.RequestRefusedEncoder;

/** Writes events: numbers them, encodes them and hands them to the sink. */
final class Reports {
  private static final UnsafeBuffer NOTHING = new UnsafeBuffer(new byte[0]);
  private static final int LONGEST_EVENT = 4096;

  private final Orders orders;
  private final Texts texts;
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[LONGEST_EVENT]);
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final OrderReportEncoder report = new OrderReportEncoder();
  private final CancelRejectedEncoder cancelRejected = new CancelRejectedEncoder();
  private final RequestRefusedEncoder requestRefused = new RequestRefusedEncoder();
  private final EngineNoticeEncoder notice = new EngineNoticeEncoder();
  private final UnsafeBuffer clOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer origClOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer account = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer symbol = new UnsafeBuffer(0, 0);
  private EventSink sink = (events, offset, length) -> {};
  private long time;
  private long eventSeq;

  Reports(Orders orders, Texts texts) {
    this.orders = orders;
    this.texts = texts;
  }

  void begin(long commandTime, EventSink to) {
    time = commandTime;
    sink = to;
  }

  /** Number of the last event. */
  long eventSeq() {
    return eventSeq;
  }

  void eventSeq(long value) {
    eventSeq = value;
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

  /** What is left of an order that may not rest was canceled: answers no request. */
  void remainderCanceled(long orderId) {
    startReport(orders.sessionId(orderId), ExecType.CANCELED, 0);
    state(orderId);
    finishReport(NOTHING, NOTHING);
  }

  /** One side of a trade. */
  void traded(
      long orderId,
      long contraOrderId,
      long matchId,
      long price,
      long quantity,
      boolean aggressor) {
    startReport(orders.sessionId(orderId), ExecType.TRADE, 0);
    state(orderId);
    report
        .contraOrderId(contraOrderId)
        .matchId(matchId)
        .lastPrice(price)
        .lastQty(quantity)
        .aggressor((short) (aggressor ? 1 : 0));
    finishReport(NOTHING, NOTHING);
  }

  /** A request to know how an order stands. */
  void status(long orderId, Request request) {
    startReport(request.sessionId, ExecType.ORDER_STATUS, request.refSeqNum);
    state(orderId);
    finishReport(request.ordStatusReqId, NOTHING);
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

  /** What concerns no session's orders. */
  void notice(NoticeKind kind, int sessionId, int subjectId, String detail) {
    byte[] bytes = detail.getBytes(ISO_8859_1);
    notice
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(++eventSeq)
        .time(time)
        .sessionId(sessionId)
        .subjectId(subjectId)
        .kind(kind.code())
        .putDetail(bytes, 0, bytes.length);
    sink.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + notice.encodedLength());
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
        .aggressor((short) 0);
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
    texts.view(orders.clOrdId(orderId), clOrdId);
    texts.view(orders.account(orderId), account);
    texts.view(orders.symbol(orderId), symbol);
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
