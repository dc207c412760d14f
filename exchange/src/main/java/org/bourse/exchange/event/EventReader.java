package org.bourse.exchange.event;

import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.bourse.exchange.event.codec.BookChangedDecoder;
import org.bourse.exchange.event.codec.CancelRejectedDecoder;
import org.bourse.exchange.event.codec.ControlAnsweredDecoder;
import org.bourse.exchange.event.codec.DayFiguresDecoder;
import org.bourse.exchange.event.codec.EngineNoticeDecoder;
import org.bourse.exchange.event.codec.InquiryAnsweredDecoder;
import org.bourse.exchange.event.codec.MarketStateDecoder;
import org.bourse.exchange.event.codec.MassCanceledDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.event.codec.RequestRefusedDecoder;
import org.bourse.exchange.event.codec.TradeCapturedDecoder;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

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
      case MassCanceledDecoder.TEMPLATE_ID -> massCanceled();
      case ControlAnsweredDecoder.TEMPLATE_ID -> controlAnswered();
      case MarketStateDecoder.TEMPLATE_ID -> marketState();
      case InquiryAnsweredDecoder.TEMPLATE_ID -> inquiryAnswered();
      case TradeCapturedDecoder.TEMPLATE_ID -> tradeCaptured();
      case EngineNoticeDecoder.TEMPLATE_ID -> engineNotice();
      case BookChangedDecoder.TEMPLATE_ID -> bookChanged();
      case DayFiguresDecoder.TEMPLATE_ID -> dayFigures();
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
      throw doesNotFill();
    }
  }

  private BookChanged bookChanged() {
    int groupAt = MessageHeaderDecoder.ENCODED_LENGTH + BookChangedDecoder.BLOCK_LENGTH;
    int changesAt = groupAt + BookChangedDecoder.ChangesDecoder.sbeHeaderSize();
    if (header.blockLength() != BookChangedDecoder.BLOCK_LENGTH || length < changesAt) {
      throw doesNotFill();
    }
    BookChangedDecoder d = new BookChangedDecoder().wrapAndApplyHeader(buffer, offset, header);
    BookChangedDecoder.ChangesDecoder group = d.changes();
    int each = BookChangedDecoder.ChangesDecoder.sbeBlockLength();
    if (group.actingBlockLength() != each || length != changesAt + group.count() * each) {
      throw doesNotFill();
    }
    List<BookChanged.Change> changes = new ArrayList<>(group.count());
    for (BookChangedDecoder.ChangesDecoder change : group) {
      changes.add(
          new BookChanged.Change(
              change.orderId(),
              change.price(),
              change.quantity(),
              character(change.side()),
              change.behind() == 1));
    }
    return new BookChanged(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.instrumentId(),
        d.updates(),
        d.last() == 1,
        changes);
  }

  private IllegalArgumentException doesNotFill() {
    return new IllegalArgumentException(
        "event " + header.templateId() + " does not fill its " + length + " bytes");
  }

  private DayFigures dayFigures() {
    checkLengths(DayFiguresDecoder.BLOCK_LENGTH, 0);
    DayFiguresDecoder d = new DayFiguresDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new DayFigures(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.instrumentId(),
        d.opening(),
        d.high(),
        d.low(),
        d.closing(),
        d.volume(),
        d.notionalHigh(),
        d.notionalLow(),
        d.lastPrice(),
        d.lastQty(),
        d.lastTime(),
        d.lastMatchId(),
        character(d.lastAggressor()));
  }

  private OrderReport orderReport() {
    checkLengths(OrderReportDecoder.BLOCK_LENGTH, 8);
    OrderReportDecoder d = new OrderReportDecoder().wrapAndApplyHeader(buffer, offset, header);
    ReportDetails details = details(d);
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
        d.aggressor(),
        d.clOrdId(),
        d.origClOrdId(),
        d.account(),
        d.ordStatusReqId(),
        d.symbol(),
        d.quantity(),
        d.limitPrice(),
        d.reasonText(),
        details);
  }

  private static ReportDetails details(OrderReportDecoder d) {
    return new ReportDetails(
        d.stopPrice(),
        d.maxFloor(),
        d.minQuantity(),
        d.cashQuantity(),
        d.expireTime(),
        d.dayOrderQty(),
        d.dayCumQty(),
        d.dayNotionalHigh(),
        d.dayNotionalLow(),
        d.execRefId(),
        d.expireDate(),
        d.reports(),
        d.restatementReason(),
        d.execInst(),
        (d.flags() & ReportDetails.LAST) != 0,
        (d.flags() & ReportDetails.ELSEWHERE) != 0);
  }

  private MassCanceled massCanceled() {
    checkLengths(MassCanceledDecoder.BLOCK_LENGTH, 3);
    MassCanceledDecoder d = new MassCanceledDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new MassCanceled(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.refSeqNum(),
        d.instrumentId(),
        d.affected(),
        d.reason(),
        character(d.requestType()),
        character(d.response()),
        character(d.side()),
        d.clOrdId(),
        d.symbol(),
        d.reasonText());
  }

  private ControlAnswered controlAnswered() {
    checkLengths(ControlAnsweredDecoder.BLOCK_LENGTH, 2);
    ControlAnsweredDecoder d =
        new ControlAnsweredDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new ControlAnswered(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.correlation(),
        known(ControlKind.of(d.kind()), "control", d.kind()),
        d.done() == 1,
        d.by(),
        d.detail());
  }

  private MarketState marketState() {
    checkLengths(MarketStateDecoder.BLOCK_LENGTH, 1);
    MarketStateDecoder d = new MarketStateDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new MarketState(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.instrumentId(),
        d.price(),
        d.volume(),
        d.surplus(),
        d.lastPrice(),
        d.businessDate(),
        known(TradingPhase.of(d.phase()), "phase", d.phase()),
        d.kind(),
        d.reasonText());
  }

  private InquiryAnswered inquiryAnswered() {
    checkLengths(InquiryAnsweredDecoder.BLOCK_LENGTH, 3);
    InquiryAnsweredDecoder d =
        new InquiryAnsweredDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new InquiryAnswered(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.refSeqNum(),
        d.instrumentId(),
        d.instruments(),
        d.requestType(),
        d.price(),
        d.volume(),
        d.kind(),
        character(d.subscription()),
        d.phase(),
        d.requestId(),
        d.symbol(),
        d.detail());
  }

  private TradeCaptured tradeCaptured() {
    checkLengths(TradeCapturedDecoder.BLOCK_LENGTH, 3);
    TradeCapturedDecoder d = new TradeCapturedDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new TradeCaptured(
        d.eventSeq(),
        d.time(),
        d.sessionId(),
        d.refSeqNum(),
        d.instrumentId(),
        d.orderId(),
        d.matchId(),
        d.execId(),
        d.price(),
        d.quantity(),
        d.tradeTime(),
        d.trades(),
        d.last() == 1,
        character(d.side()),
        d.requestId(),
        d.clOrdId(),
        d.account());
  }

  private static <T> T known(@Nullable T value, String what, int code) {
    if (value == null) {
      throw new IllegalArgumentException("unknown " + what + " " + code);
    }
    return value;
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
