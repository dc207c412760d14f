package org.bourse.exchange.fix;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.event.ReportDetails;
import org.bourse.exchange.event.codec.CancelRejectedDecoder;
import org.bourse.exchange.event.codec.MassCanceledDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.event.codec.RequestRefusedDecoder;
import quickfix.field.Account;
import quickfix.field.AvgPx;
import quickfix.field.BusinessRejectReason;
import quickfix.field.BusinessRejectRefID;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.CxlRejReason;
import quickfix.field.CxlRejResponseTo;
import quickfix.field.ExecID;
import quickfix.field.ExecRefID;
import quickfix.field.ExecRestatementReason;
import quickfix.field.ExecType;
import quickfix.field.Headline;
import quickfix.field.LastLiquidityInd;
import quickfix.field.LastMkt;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LastRptRequested;
import quickfix.field.LeavesQty;
import quickfix.field.MassCancelRejectReason;
import quickfix.field.MassCancelRequestType;
import quickfix.field.MassCancelResponse;
import quickfix.field.MassStatusReqID;
import quickfix.field.NoLinesOfText;
import quickfix.field.OrdRejReason;
import quickfix.field.OrdStatus;
import quickfix.field.OrdStatusReqID;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.OrigClOrdID;
import quickfix.field.Price;
import quickfix.field.RefMsgType;
import quickfix.field.RefSeqNum;
import quickfix.field.RefTagID;
import quickfix.field.SecondaryExecID;
import quickfix.field.SessionRejectReason;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.Text;
import quickfix.field.TimeInForce;
import quickfix.field.TotNumReports;
import quickfix.field.TotalAffectedOrders;
import quickfix.field.TransactTime;

/**
 * Writes an event as the body of the FIX message that tells it: all fields between header and
 * trailer.
 */
final class ReportWriter {
  /** OrderID(37) and ExecID(17) of what has none. */
  private static final String NO_ORDER = "NONE";

  /** Symbol(55) of what is of no instrument: FIX 4.4 Vol. 6. */
  private static final String NO_SYMBOL = "[N/A]";

  private static final char NO_EXECUTION = '0';
  private static final int NEITHER = 2;
  private static final String ELSEWHERE = "XOFF"; // MIC of a trade off exchange

  private final VenueDirectory directory;
  private final FixWriter body = new FixWriter();
  private final DetailsWriter details = new DetailsWriter();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final OrderReportDecoder report = new OrderReportDecoder();
  private final CancelRejectedDecoder rejected = new CancelRejectedDecoder();
  private final MassCanceledDecoder canceled = new MassCanceledDecoder();
  private final RequestRefusedDecoder refused = new RequestRefusedDecoder();
  private final UnsafeBuffer clOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer origClOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer account = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer text = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer other = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer symbol = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer quantity = new UnsafeBuffer(0, 0);

  ReportWriter(VenueDirectory directory) {
    this.directory = directory;
  }

  /** The body that was written last. */
  FixWriter body() {
    return body;
  }

  /** ExecutionReport(8). */
  void orderReport(DirectBuffer buffer, int offset) {
    report.wrapAndApplyHeader(buffer, offset, header);
    report.wrapClOrdId(clOrdId);
    report.wrapOrigClOrdId(origClOrdId);
    report.wrapAccount(account);
    report.wrapOrdStatusReqId(other);
    report.wrapSymbol(symbol);
    report.wrapQuantity(quantity);
    body.clear();
    orderId(report.orderId());
    body.optional(ClOrdID.FIELD, clOrdId).optional(OrigClOrdID.FIELD, origClOrdId);
    char execType = (char) report.execType();
    if (execType == ExecType.ORDER_STATUS) {
      body.field(ExecID.FIELD, NO_EXECUTION);
    } else {
      body.field(ExecID.FIELD, report.eventSeq());
    }
    body.field(ExecType.FIELD, execType).field(OrdStatus.FIELD, (char) report.ordStatus());
    if (report.reason() >= 0) {
      body.field(OrdRejReason.FIELD, report.reason());
    }
    body.optional(Account.FIELD, account);
    if (report.reports() < 0) {
      body.optional(OrdStatusReqID.FIELD, other);
    } else {
      massStatus();
    }
    if (report.execRefId() != 0) {
      body.field(ExecRefID.FIELD, report.execRefId());
    }
    if (report.restatementReason() >= 0) {
      body.field(ExecRestatementReason.FIELD, report.restatementReason());
    }
    VenueDirectory.Named instrument = directory.instrument(report.instrumentId());
    if (instrument == null) {
      withoutInstrument();
    } else {
      withInstrument(instrument);
    }
    body.time(TransactTime.FIELD, report.time());
    report.wrapReasonText(text);
    body.optional(Text.FIELD, text);
  }

  /** OrderCancelReject(9). */
  void cancelRejected(DirectBuffer buffer, int offset) {
    rejected.wrapAndApplyHeader(buffer, offset, header);
    rejected.wrapClOrdId(clOrdId);
    rejected.wrapOrigClOrdId(origClOrdId);
    rejected.wrapAccount(account);
    rejected.wrapReasonText(text);
    body.clear();
    orderId(rejected.orderId());
    body.field(ClOrdID.FIELD, clOrdId)
        .field(OrigClOrdID.FIELD, origClOrdId)
        .field(OrdStatus.FIELD, (char) rejected.ordStatus())
        .optional(Account.FIELD, account)
        .time(TransactTime.FIELD, rejected.time())
        .field(CxlRejResponseTo.FIELD, (char) rejected.responseTo());
    if (rejected.reason() >= 0) {
      body.field(CxlRejReason.FIELD, rejected.reason());
    }
    body.optional(Text.FIELD, text);
  }

  /** News(B). */
  void news(String words) {
    body.clear();
    body.field(Headline.FIELD, words).field(NoLinesOfText.FIELD, '1').field(Text.FIELD, words);
  }

  /** OrderMassCancelReport(r). */
  void massCanceled(DirectBuffer buffer, int offset) {
    canceled.wrapAndApplyHeader(buffer, offset, header);
    canceled.wrapClOrdId(clOrdId);
    canceled.wrapSymbol(symbol);
    canceled.wrapReasonText(text);
    body.clear();
    body.field(OrderID.FIELD, canceled.eventSeq())
        .field(ClOrdID.FIELD, clOrdId)
        .field(MassCancelRequestType.FIELD, (char) canceled.requestType())
        .field(MassCancelResponse.FIELD, (char) canceled.response());
    if (canceled.reason() >= 0) {
      body.field(MassCancelRejectReason.FIELD, canceled.reason());
    } else {
      body.field(TotalAffectedOrders.FIELD, canceled.affected());
    }
    VenueDirectory.Named instrument = directory.instrument(canceled.instrumentId());
    if (instrument != null) {
      body.field(Symbol.FIELD, instrument.symbol());
    }
    if (canceled.side() != 0) {
      body.field(Side.FIELD, (char) canceled.side());
    }
    body.time(TransactTime.FIELD, canceled.time()).optional(Text.FIELD, text);
  }

  /** Reject(3) or BusinessMessageReject(j). */
  void requestRefused(DirectBuffer buffer, int offset) {
    refused.wrapAndApplyHeader(buffer, offset, header);
    refused.wrapRefMsgType(other);
    refused.wrapRefId(clOrdId);
    refused.wrapReasonText(text);
    body.clear();
    body.field(RefSeqNum.FIELD, refused.refSeqNum());
    if (refused.answer() == 'j') {
      body.optional(RefMsgType.FIELD, other)
          .optional(BusinessRejectRefID.FIELD, clOrdId)
          .field(BusinessRejectReason.FIELD, refused.reason());
    } else {
      if (refused.refTagId() != 0 || refused.reason() == SessionRejectReason.INVALID_TAG_NUMBER) {
        body.field(RefTagID.FIELD, refused.refTagId());
      }
      body.optional(RefMsgType.FIELD, other).field(SessionRejectReason.FIELD, refused.reason());
    }
    body.optional(Text.FIELD, text);
  }

  private void orderId(long orderId) {
    if (orderId == 0) {
      body.field(OrderID.FIELD, NO_ORDER);
    } else {
      body.field(OrderID.FIELD, orderId);
    }
  }

  private void withoutInstrument() {
    if (symbol.capacity() == 0) {
      body.field(Symbol.FIELD, NO_SYMBOL);
    } else {
      body.field(Symbol.FIELD, symbol);
    }
    kind();
    body.optional(OrderQty.FIELD, quantity);
    report.wrapLimitPrice(other);
    body.optional(Price.FIELD, other)
        .field(LeavesQty.FIELD, '0')
        .field(CumQty.FIELD, '0')
        .field(AvgPx.FIELD, '0');
  }

  private void withInstrument(VenueDirectory.Named instrument) {
    int priceScale = instrument.priceScale();
    int quantityScale = instrument.quantityScale();
    body.field(Symbol.FIELD, instrument.symbol());
    kind();
    body.decimal(OrderQty.FIELD, report.orderQty(), quantityScale);
    if (report.price() != 0) {
      body.decimal(Price.FIELD, report.price(), priceScale);
    }
    report.wrapLimitPrice(other);
    details.write(report, body, priceScale, quantityScale);
    if (report.matchId() != 0) {
      trade(priceScale, quantityScale);
    } else if (report.lastQty() != 0) {
      body.decimal(LastQty.FIELD, report.lastQty(), quantityScale)
          .decimal(LastPx.FIELD, report.lastPrice(), priceScale);
    }
    body.decimal(LeavesQty.FIELD, report.leavesQty(), quantityScale)
        .decimal(CumQty.FIELD, report.cumQty(), quantityScale);
    AveragePrice.write(
        body,
        AvgPx.FIELD,
        report.notionalHigh(),
        report.notionalLow(),
        report.cumQty(),
        priceScale);
  }

  private void trade(int priceScale, int quantityScale) {
    body.decimal(LastQty.FIELD, report.lastQty(), quantityScale)
        .decimal(LastPx.FIELD, report.lastPrice(), priceScale);
    if (report.aggressor() != NEITHER) {
      body.field(LastLiquidityInd.FIELD, report.aggressor() == 0 ? '1' : '2');
    }
    if ((report.flags() & ReportDetails.ELSEWHERE) != 0) {
      body.field(LastMkt.FIELD, ELSEWHERE);
    }
    body.field(SecondaryExecID.FIELD, report.matchId());
  }

  private void massStatus() {
    body.optional(MassStatusReqID.FIELD, other)
        .field(TotNumReports.FIELD, report.reports())
        .field(LastRptRequested.FIELD, (report.flags() & ReportDetails.LAST) == 0 ? 'N' : 'Y');
  }

  private void kind() {
    body.field(Side.FIELD, report.side() == 0 ? Side.UNDISCLOSED : (char) report.side());
    if (report.ordType() != 0) {
      body.field(OrdType.FIELD, (char) report.ordType());
    }
    if (report.timeInForce() != 0) {
      body.field(TimeInForce.FIELD, (char) report.timeInForce());
    }
  }
}
