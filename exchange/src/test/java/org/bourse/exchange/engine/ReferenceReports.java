package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.Inquiry;
import org.bourse.exchange.command.MassCancel;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.engine.ReferenceTrades.Side;
import org.bourse.exchange.engine.ReferenceTrades.Trade;
import org.bourse.exchange.event.CancelRejected;
import org.bourse.exchange.event.ControlAnswered;
import org.bourse.exchange.event.EngineNotice;
import org.bourse.exchange.event.Event;
import org.bourse.exchange.event.InquiryAnswered;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.event.MassCanceled;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.RequestRefused;
import org.bourse.exchange.event.TradeCaptured;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;

/** Numbers and collects the events of the reference venue. */
final class ReferenceReports {
  static final int NO_REASON = -1;

  private final ReferenceTime time;
  private List<Event> events = new ArrayList<>();
  private long eventSeq;

  ReferenceReports(ReferenceTime time) {
    this.time = time;
  }

  /** To whom an answer goes, and to which of his messages. */
  record Reply(int sessionId, int refSeqNum) {
    /** To the one whose order it is, who has not asked. */
    static Reply unasked(ReferenceOrder order) {
      return new Reply(order.sessionId, 0);
    }
  }

  /** A reason's code and its words. */
  record Reason(int code, String text) {
    static final Reason NONE = new Reason(NO_REASON, "");
  }

  void begin() {
    events = new ArrayList<>(2);
  }

  List<Event> taken() {
    return events;
  }

  void skip(int numbers) {
    eventSeq += numbers;
  }

  /** ExecID of the next report. */
  long nextExecId() {
    return eventSeq + 1;
  }

  void add(ReferenceReport report) {
    events.add(report.at(++eventSeq, time.business()));
  }

  void notice(int sessionId, int subjectId, NoticeKind kind, String detail) {
    events.add(
        new EngineNotice(++eventSeq, time.business(), sessionId, subjectId, kind, 0, 0, detail));
  }

  void notUsable() {
    notice(-1, -1, NoticeKind.COMMAND_NOT_USABLE, "");
  }

  void instrumentDefined(int instrumentId, Instrument instrument) {
    events.add(
        new EngineNotice(
            ++eventSeq,
            time.business(),
            -1,
            instrumentId,
            NoticeKind.INSTRUMENT_DEFINED,
            instrument.priceScale(),
            instrument.quantityScale(),
            instrument.symbol()));
  }

  void refused(Refused request) {
    events.add(
        new RequestRefused(
            ++eventSeq,
            time.business(),
            request.sessionId(),
            request.msgSeqNum(),
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
            time.business(),
            to.sessionId(),
            to.refSeqNum(),
            order == null ? 0 : order.orderId,
            reason.code(),
            order == null ? ReferenceOrder.REJECTED : order.ordStatus(),
            responseTo,
            clOrdId,
            order == null ? origClOrdId : order.clOrdId,
            order == null ? "" : order.account,
            reason.text()));
  }

  void massCanceled(
      MassCancel request, int instrumentId, char response, int affected, Reason reason) {
    events.add(
        new MassCanceled(
            ++eventSeq,
            time.business(),
            request.sessionId(),
            request.msgSeqNum(),
            instrumentId,
            affected,
            reason.code(),
            request.requestType(),
            response,
            request.side(),
            request.clOrdId(),
            instrumentId < 0 ? request.symbol() : "",
            reason.text()));
  }

  void inquiry(
      Inquiry request,
      int refSeqNum,
      int instrumentId,
      int count,
      int phase,
      long price,
      long volume) {
    events.add(
        new InquiryAnswered(
            ++eventSeq,
            time.business(),
            request.sessionId(),
            refSeqNum,
            instrumentId,
            count,
            request.requestType(),
            price,
            volume,
            request.kind(),
            request.subscription(),
            phase,
            request.requestId(),
            request.symbol(),
            request.detail()));
  }

  /** One side of a trade is told again, one of so many. */
  void tradeCaptured(Inquiry request, Trade trade, Side side, int count, boolean last) {
    events.add(
        new TradeCaptured(
            ++eventSeq,
            time.business(),
            request.sessionId(),
            request.msgSeqNum(),
            side.order.instrumentId,
            side.order.orderId,
            trade.matchId,
            side.lastExecId(),
            trade.price,
            trade.quantity,
            trade.time,
            count,
            last,
            side.order.side,
            request.requestId(),
            side.order.clOrdId,
            side.order.account));
  }

  /** A control was carried out; refusal null: it was. */
  void answered(Control control, @Nullable String refusal) {
    events.add(
        new ControlAnswered(
            ++eventSeq,
            time.business(),
            -1,
            control.correlation(),
            control.kind(),
            refusal == null,
            control.by(),
            refusal == null ? "" : refusal));
  }

  void market(
      ReferenceListing listing, int kind, long price, long volume, long surplus, String reason) {
    events.add(
        new MarketState(
            ++eventSeq,
            time.business(),
            -1,
            listing.id,
            price,
            volume,
            surplus,
            listing.lastPrice,
            time.businessDate(),
            listing.phase,
            kind,
            reason));
  }

  /** The order has reached a new state by a request. */
  void state(Reply to, char execType, ReferenceOrder order, String origClOrdId) {
    ReferenceReport report = new ReferenceReport(to, execType, order);
    report.origClOrdId = origClOrdId;
    add(report);
  }

  /** Something has happened to an order that nobody asked for; restatement -1: no reason. */
  void unasked(char execType, ReferenceOrder order, int restatement, String text) {
    ReferenceReport report = new ReferenceReport(Reply.unasked(order), execType, order);
    report.restatement = restatement;
    report.reason = new Reason(NO_REASON, text);
    add(report);
  }

  void rejected(Reply to, ReferenceOrder order, String clOrdId, Reason reason) {
    ReferenceReport report = new ReferenceReport(to, '8', order);
    report.clOrdId = clOrdId;
    report.reason = reason;
    add(report);
  }

  void rejectedAtEdge(Reply to, ReferenceOrder order, Refused request) {
    ReferenceReport report = new ReferenceReport(to, '8', order);
    report.reason = new Reason(request.reason(), request.text());
    report.quantity = request.quantity();
    report.limitPrice = request.price();
    add(report);
  }

  void status(Reply to, ReferenceOrder order, Reason reason, String ordStatusReqId) {
    ReferenceReport report = new ReferenceReport(to, 'I', order);
    boolean isUntouched = reason.equals(Reason.NONE) && order.ordStatus() == ReferenceOrder.NEW;
    report.reason = isUntouched ? new Reason(NO_REASON, "Nothing done") : reason;
    report.ordStatusReqId = ordStatusReqId;
    add(report);
  }
}
