package org.bourse.exchange.event;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.event.codec.BookChangedEncoder;
import org.bourse.exchange.event.codec.CancelRejectedEncoder;
import org.bourse.exchange.event.codec.ControlAnsweredEncoder;
import org.bourse.exchange.event.codec.DayFiguresEncoder;
import org.bourse.exchange.event.codec.EngineNoticeEncoder;
import org.bourse.exchange.event.codec.InquiryAnsweredEncoder;
import org.bourse.exchange.event.codec.MarketStateEncoder;
import org.bourse.exchange.event.codec.MassCanceledEncoder;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.event.codec.OrderReportEncoder;
import org.bourse.exchange.event.codec.RequestRefusedEncoder;
import org.bourse.exchange.event.codec.TradeCapturedEncoder;

/** Puts one event into a buffer. */
final class EventWriter {
  private final MutableDirectBuffer buffer;
  private final int offset;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();

  private EventWriter(MutableDirectBuffer buffer, int offset) {
    this.buffer = buffer;
    this.offset = offset;
  }

  static int write(Event event, MutableDirectBuffer buffer, int offset) {
    return MessageHeaderEncoder.ENCODED_LENGTH + new EventWriter(buffer, offset).write(event);
  }

  private int write(Event event) {
    if (event instanceof OrderReport report) {
      return write(report);
    } else if (event instanceof CancelRejected rejected) {
      return write(rejected);
    } else if (event instanceof RequestRefused refused) {
      return write(refused);
    } else if (event instanceof MassCanceled canceled) {
      return write(canceled);
    } else if (event instanceof ControlAnswered answered) {
      return write(answered);
    } else if (event instanceof MarketState state) {
      return write(state);
    } else if (event instanceof InquiryAnswered answered) {
      return write(answered);
    } else if (event instanceof TradeCaptured trade) {
      return write(trade);
    } else if (event instanceof BookChanged changed) {
      return write(changed);
    } else if (event instanceof DayFigures figures) {
      return write(figures);
    } else {
      return write((EngineNotice) event);
    }
  }

  private int write(BookChanged e) {
    BookChangedEncoder encoder =
        new BookChangedEncoder()
            .wrapAndApplyHeader(buffer, offset, header)
            .eventSeq(e.eventSeq())
            .time(e.time())
            .sessionId(e.sessionId())
            .instrumentId(e.instrumentId())
            .updates(e.updates())
            .last((short) (e.last() ? 1 : 0));
    BookChangedEncoder.ChangesEncoder group = encoder.changesCount(e.changes().size());
    for (BookChanged.Change change : e.changes()) {
      group
          .next()
          .orderId(change.orderId())
          .price(change.price())
          .quantity(change.quantity())
          .side((byte) change.side())
          .behind((short) (change.behind() ? 1 : 0));
    }
    return encoder.encodedLength();
  }

  private int write(DayFigures e) {
    return new DayFiguresEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .instrumentId(e.instrumentId())
        .opening(e.opening())
        .high(e.high())
        .low(e.low())
        .closing(e.closing())
        .volume(e.volume())
        .notionalHigh(e.notionalHigh())
        .notionalLow(e.notionalLow())
        .lastPrice(e.lastPrice())
        .lastQty(e.lastQty())
        .lastTime(e.lastTime())
        .lastMatchId(e.lastMatchId())
        .lastAggressor((byte) e.lastAggressor())
        .encodedLength();
  }

  private int write(OrderReport e) {
    ReportDetails details = e.details();
    return new OrderReportEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .instrumentId(e.instrumentId())
        .orderId(e.orderId())
        .contraOrderId(e.contraOrderId())
        .matchId(e.matchId())
        .price(e.price())
        .orderQty(e.orderQty())
        .cumQty(e.cumQty())
        .leavesQty(e.leavesQty())
        .notionalHigh(e.notionalHigh())
        .notionalLow(e.notionalLow())
        .lastPrice(e.lastPrice())
        .lastQty(e.lastQty())
        .refSeqNum(e.refSeqNum())
        .reason((short) e.reason())
        .execType((byte) e.execType())
        .ordStatus((byte) e.ordStatus())
        .side((byte) e.side())
        .ordType((byte) e.ordType())
        .timeInForce((byte) e.timeInForce())
        .aggressor((short) e.aggressor())
        .stopPrice(details.stopPrice())
        .maxFloor(details.maxFloor())
        .minQuantity(details.minQuantity())
        .cashQuantity(details.cashQuantity())
        .expireTime(details.expireTime())
        .dayOrderQty(details.dayOrderQty())
        .dayCumQty(details.dayCumQty())
        .dayNotionalHigh(details.dayNotionalHigh())
        .dayNotionalLow(details.dayNotionalLow())
        .execRefId(details.execRefId())
        .expireDate(details.expireDate())
        .reports(details.reports())
        .restatementReason((short) details.restatementReason())
        .execInst((short) details.execInst())
        .flags(
            (short)
                ((details.last() ? ReportDetails.LAST : 0)
                    | (details.elsewhere() ? ReportDetails.ELSEWHERE : 0)))
        .clOrdId(e.clOrdId())
        .origClOrdId(e.origClOrdId())
        .account(e.account())
        .ordStatusReqId(e.ordStatusReqId())
        .symbol(e.symbol())
        .quantity(e.quantity())
        .limitPrice(e.limitPrice())
        .reasonText(e.reasonText())
        .encodedLength();
  }

  private int write(CancelRejected e) {
    return new CancelRejectedEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .refSeqNum(e.refSeqNum())
        .orderId(e.orderId())
        .reason((short) e.reason())
        .ordStatus((byte) e.ordStatus())
        .responseTo((byte) e.responseTo())
        .clOrdId(e.clOrdId())
        .origClOrdId(e.origClOrdId())
        .account(e.account())
        .reasonText(e.reasonText())
        .encodedLength();
  }

  private int write(RequestRefused e) {
    return new RequestRefusedEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .refSeqNum(e.refSeqNum())
        .reason(e.reason())
        .refTagId(e.refTagId())
        .answer((byte) e.answer())
        .refMsgType(e.refMsgType())
        .refId(e.refId())
        .reasonText(e.reasonText())
        .encodedLength();
  }

  private int write(MassCanceled e) {
    return new MassCanceledEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .refSeqNum(e.refSeqNum())
        .instrumentId(e.instrumentId())
        .affected(e.affected())
        .reason((short) e.reason())
        .requestType((byte) e.requestType())
        .response((byte) e.response())
        .side((byte) e.side())
        .clOrdId(e.clOrdId())
        .symbol(e.symbol())
        .reasonText(e.reasonText())
        .encodedLength();
  }

  private int write(ControlAnswered e) {
    return new ControlAnsweredEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .correlation(e.correlation())
        .kind(e.kind().code())
        .done((short) (e.done() ? 1 : 0))
        .by(e.by())
        .detail(e.detail())
        .encodedLength();
  }

  private int write(MarketState e) {
    return new MarketStateEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .instrumentId(e.instrumentId())
        .price(e.price())
        .volume(e.volume())
        .surplus(e.surplus())
        .lastPrice(e.lastPrice())
        .businessDate(e.businessDate())
        .phase(e.phase().code())
        .kind((short) e.kind())
        .reasonText(e.reasonText())
        .encodedLength();
  }

  private int write(InquiryAnswered e) {
    return new InquiryAnsweredEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .refSeqNum(e.refSeqNum())
        .instrumentId(e.instrumentId())
        .instruments(e.instruments())
        .requestType(e.requestType())
        .price(e.price())
        .volume(e.volume())
        .kind((short) e.kind())
        .subscription((byte) e.subscription())
        .phase((short) e.phase())
        .requestId(e.requestId())
        .symbol(e.symbol())
        .detail(e.detail())
        .encodedLength();
  }

  private int write(TradeCaptured e) {
    return new TradeCapturedEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .refSeqNum(e.refSeqNum())
        .instrumentId(e.instrumentId())
        .orderId(e.orderId())
        .matchId(e.matchId())
        .execId(e.execId())
        .price(e.price())
        .quantity(e.quantity())
        .tradeTime(e.tradeTime())
        .trades(e.trades())
        .last((short) (e.last() ? 1 : 0))
        .side((byte) e.side())
        .requestId(e.requestId())
        .clOrdId(e.clOrdId())
        .account(e.account())
        .encodedLength();
  }

  private int write(EngineNotice e) {
    return new EngineNoticeEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .eventSeq(e.eventSeq())
        .time(e.time())
        .sessionId(e.sessionId())
        .subjectId(e.subjectId())
        .kind(e.kind().code())
        .priceScale((short) e.priceScale())
        .quantityScale((short) e.quantityScale())
        .detail(e.detail())
        .encodedLength();
  }
}
