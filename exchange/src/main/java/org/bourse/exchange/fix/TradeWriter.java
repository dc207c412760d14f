package org.bourse.exchange.fix;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.TradeCapturedDecoder;
import quickfix.field.Account;
import quickfix.field.ClOrdID;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LastRptRequested;
import quickfix.field.NoSides;
import quickfix.field.OrderID;
import quickfix.field.PreviouslyReported;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TotNumTradeReports;
import quickfix.field.TradeDate;
import quickfix.field.TradeReportID;
import quickfix.field.TradeRequestID;
import quickfix.field.TransactTime;
import quickfix.field.TrdMatchID;

/** Writes TradeCaptureReport(AE). */
final class TradeWriter {
  private static final int DATE_DIGITS = 8;

  private final VenueDirectory directory;
  private final FixWriter body;
  private final FixWriter date = new FixWriter();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final TradeCapturedDecoder trade = new TradeCapturedDecoder();
  private final UnsafeBuffer clOrdId = new UnsafeBuffer(0, 0);
  private final UnsafeBuffer account = new UnsafeBuffer(0, 0);

  TradeWriter(VenueDirectory directory, FixWriter body) {
    this.directory = directory;
    this.body = body;
  }

  void write(DirectBuffer buffer, int offset) {
    trade.wrapAndApplyHeader(buffer, offset, header);
    String requestId = trade.requestId();
    trade.wrapClOrdId(clOrdId);
    trade.wrapAccount(account);
    VenueDirectory.Named named = directory.instrument(trade.instrumentId());
    int priceScale = named == null ? 0 : named.priceScale();
    int quantityScale = named == null ? 0 : named.quantityScale();
    body.clear();
    body.field(TradeReportID.FIELD, trade.eventSeq())
        .field(TradeRequestID.FIELD, requestId)
        .field(ExecType.FIELD, trade.quantity() == 0 ? ExecType.TRADE_CANCEL : ExecType.TRADE)
        .field(TotNumTradeReports.FIELD, trade.trades())
        .field(LastRptRequested.FIELD, trade.last() == 1 ? 'Y' : 'N')
        .field(TrdMatchID.FIELD, trade.matchId())
        .field(ExecID.FIELD, trade.execId())
        .field(PreviouslyReported.FIELD, 'Y')
        .field(Symbol.FIELD, named == null ? "" : named.symbol())
        .decimal(LastQty.FIELD, trade.quantity(), quantityScale)
        .decimal(LastPx.FIELD, trade.price(), priceScale)
        .field(TradeDate.FIELD, dateOf(trade.tradeTime()))
        .time(TransactTime.FIELD, trade.tradeTime())
        .field(NoSides.FIELD, '1')
        .field(Side.FIELD, (char) trade.side())
        .field(OrderID.FIELD, trade.orderId())
        .optional(ClOrdID.FIELD, clOrdId)
        .optional(Account.FIELD, account);
  }

  private String dateOf(long nanos) {
    date.clear();
    String text = date.time(TransactTime.FIELD, nanos).toString();
    int start = text.indexOf('=') + 1;
    return text.substring(start, start + DATE_DIGITS);
  }
}
