package org.bourse.exchange.event;

import org.agrona.DirectBuffer;
import org.bourse.exchange.event.codec.CancelRejectedDecoder;
import org.bourse.exchange.event.codec.EngineNoticeDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.event.codec.RequestRefusedDecoder;

/** Takes one event out of a buffer, reading nothing beyond its length. */
final class EventReader {
  private final DirectBuffer buffer;
  private final int offset;
  private final int length;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();

  private EventReader(DirectBuffer buffer, int offset, int length) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
  }

  static Event read(DirectBuffer buffer, int offset, int length) {
    return new EventReader(buffer, offset, length).read();
  }

  private Event read() {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
      throw new IllegalArgumentException("event of " + length + " bytes has no header");
    }
    header.wrap(buffer, offset);
    if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
      throw new IllegalArgumentException("not an event: schema " + header.schemaId());
    }
    return switch (header.templateId()) {
      case OrderReportDecoder.TEMPLATE_ID -> orderReport();
      case CancelRejectedDecoder.TEMPLATE_ID -> cancelRejected();
      case RequestRefusedDecoder.TEMPLATE_ID -> requestRefused();
      case EngineNoticeDecoder.TEMPLATE_ID -> engineNotice();
      default -> throw new IllegalArgumentException("unknown event " + header.templateId());
    };
  }

  private void checkLengths(int blockLength, int texts) {
    int missing = texts;
    int end = MessageHeaderDecoder.ENCODED_LENGTH + blockLength;
    while (missing > 0 && end < length) {
      end += 1 + (buffer.getByte(offset + end) & 0xFF);
      missing--;
    }
    if (header.blockLength() != blockLength || missing > 0 || end != length) {
      throw new IllegalArgumentException(
          "event " + header.templateId() + " does not fill its " + length + " bytes");
    }
  }

  private OrderReport orderReport() {
    checkLengths(OrderReportDecoder.BLOCK_LENGTH, 8);
    OrderReportDecoder d = new OrderReportDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new OrderReport(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.instrumentId(),
        d.orderId(),
        d.contraOrderId(),
        d.matchId(),
        d.price(),
        d.orderQty(),
        d.cumQty(),
        d.leavesQty(),
        d.notionalHigh(),
        d.notionalLow(),
        d.lastPrice(),
        d.lastQty(),
        d.refSeqNum(),
        d.reason(),
        character(d.execType()),
        character(d.ordStatus()),
        character(d.side()),
        character(d.ordType()),
        character(d.timeInForce()),
        d.aggressor() == 1,
        d.clOrdId(),
        d.origClOrdId(),
        d.account(),
        d.ordStatusReqId(),
        d.symbol(),
        d.quantity(),
        d.limitPrice(),
        d.reasonText());
  }

  private CancelRejected cancelRejected() {
    checkLengths(CancelRejectedDecoder.BLOCK_LENGTH, 4);
    CancelRejectedDecoder d =
        new CancelRejectedDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new CancelRejected(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.refSeqNum(),
        d.orderId(),
        d.reason(),
        character(d.ordStatus()),
        character(d.responseTo()),
        d.clOrdId(),
        d.origClOrdId(),
        d.account(),
        d.reasonText());
  }

  private RequestRefused requestRefused() {
    checkLengths(RequestRefusedDecoder.BLOCK_LENGTH, 3);
    RequestRefusedDecoder d =
        new RequestRefusedDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new RequestRefused(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.refSeqNum(),
        d.reason(),
        d.refTagId(),
        character(d.answer()),
        d.refMsgType(),
        d.refId(),
        d.reasonText());
  }

  private EngineNotice engineNotice() {
    checkLengths(EngineNoticeDecoder.BLOCK_LENGTH, 1);
    EngineNoticeDecoder d = new EngineNoticeDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new EngineNotice(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.subjectId(),
        NoticeKind.of(d.kind()),
        d.priceScale(),
        d.quantityScale(),
        d.detail());
  }

  private static char character(byte code) {
    return (char) (code & 0xFF);
  }
}
