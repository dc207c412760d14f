package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.event.CancelRejected;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.event.ReportDetails;
import org.bourse.exchange.event.RequestRefused;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** Numbers and collects the events of the reference venue. */
final class ReferenceReports {
  static final int NO_REASON = -1;

  private static final Trade NO_TRADE = new Trade(0, 0, 0, 0, false);

  private List<Event> events = new ArrayList<>();
  private long eventSeq;
  private long time;

  /** What only the report of a fill says. */
  record Trade(long matchId, long contraOrderId, long lastPrice, long lastQty, boolean aggressor) {}

  /** To whom an answer goes, and to which of his messages. */
  record Reply(int sessionId, int refSeqNum) {}

  /** A reason's code and its words. */
  record Reason(int code, String text) {
    static final Reason NONE = new Reason(NO_REASON, "");
  }

  void begin(long commandTime) {
    time = commandTime;
    events = new ArrayList<>(2);
  }

  List<Event> taken() {
    return events;
  }

  void notice(int sessionId, int subjectId, NoticeKind kind, String detail) {
    events.add(new EngineNotice(++eventSeq, time, sessionId, subjectId, kind, 0, 0, detail));
  }

  void instrumentDefined(int instrumentId, Instrument instrument) {
    events.add(
        new EngineNotice(
            ++eventSeq,
            time,
            -1,
            instrumentId,
            NoticeKind.INSTRUMENT_DEFINED,
            instrument.priceScale(),
            instrument.quantityScale(),
            instrument.symbol()));
  }

  void refused(Reply to, Refused request) {
    events.add(
        new RequestRefused(
            ++eventSeq,
            time,
            to.sessionId(),
            to.refSeqNum(),
            request.reason(),
            request.refTagId(),
            request.answer(),
            request.refMsgType(),
            request.clOrdId(),
            request.text()));
  }

  /** A request to change an order is refused; no order: it is not known. */
  void cancelRejected(
      Reply to,
      char responseTo,
      String clOrdId,
      String origClOrdId,
      @Nullable ReferenceOrder order,
      Reason reason) {
    events.add(
        new CancelRejected(
            ++eventSeq,
            time,
            to.sessionId(),
            to.refSeqNum(),
            order == null ? 0 : order.orderId,
            reason.code(),
            order == null ? ReferenceOrder.REJECTED : order.ordStatus,
            responseTo,
            clOrdId,
            order == null ? origClOrdId : order.clOrdId,
            order == null ? "" : order.account,
            reason.text()));
  }

  /** The order has reached a new state by a request, or without one. */
  void state(Reply to, char execType, ReferenceOrder order, String origClOrdId) {
    add(to, execType, order, order.clOrdId, origClOrdId, NO_TRADE, Reason.NONE, "", "", "");
  }

  void fill(ReferenceOrder order, Trade trade) {
    Reply to = new Reply(order.sessionId, 0);
    add(to, 'F', order, order.clOrdId, "", trade, Reason.NONE, "", "", "");
  }

  void rejected(Reply to, ReferenceOrder order, String clOrdId, Reason reason) {
    add(to, '8', order, clOrdId, "", NO_TRADE, reason, "", "", "");
  }

  void rejectedAtEdge(Reply to, ReferenceOrder order, Refused request) {
    add(
        to,
        '8',
        order,
        order.clOrdId,
        "",
        NO_TRADE,
        new Reason(request.reason(), request.text()),
        "",
        request.quantity(),
        request.price());
  }

  void status(Reply to, ReferenceOrder order, Reason reason, String ordStatusReqId) {
    add(to, 'I', order, order.clOrdId, "", NO_TRADE, reason, ordStatusReqId, "", "");
  }

  private void add(
      Reply to,
      char execType,
      ReferenceOrder order,
      String clOrdId,
      String origClOrdId,
      Trade trade,
      Reason reason,
      String ordStatusReqId,
      String quantity,
      String limitPrice) {
    events.add(
        new OrderReport(
            ++eventSeq,
            time,
            to.sessionId(),
            order.instrumentId,
            order.orderId,
            trade.contraOrderId(),
            trade.matchId(),
            order.price,
            order.orderQty,
            order.cumQty,
            order.leavesQty,
            order.notional.shiftRight(64).longValue(),
            order.notional.longValue(),
            trade.lastPrice(),
            trade.lastQty(),
            to.refSeqNum(),
            reason.code(),
            execType,
            order.ordStatus,
            order.side,
            order.ordType,
            order.timeInForce,
            trade.aggressor() ? 1 : 0,
            clOrdId,
            origClOrdId,
            order.account,
            ordStatusReqId,
            order.symbol,
            quantity,
            limitPrice,
            reason.text(),
            ReportDetails.NONE));
  }
}
