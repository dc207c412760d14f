package org.bourse.exchange.event;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.event.codec.CancelRejectedEncoder;
import org.bourse.exchange.event.codec.EngineNoticeEncoder;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.event.codec.OrderReportEncoder;
import org.bourse.exchange.event.codec.RequestRefusedEncoder;

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
    } else {
      return write((EngineNotice) event);
    }
  }

  private int write(OrderReport e) {
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
        .aggressor((short) (e.aggressor() ? 1 : 0))
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
