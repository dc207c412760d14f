package org.bourse.exchange.fix;

import java.util.Collection;
import java.util.List;
import org.agrona.DirectBuffer;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.event.codec.CancelRejectedDecoder;
import org.bourse.exchange.event.codec.EngineNoticeDecoder;
import org.bourse.exchange.event.codec.InquiryAnsweredDecoder;
import org.bourse.exchange.event.codec.MassCanceledDecoder;
import org.bourse.exchange.event.codec.MessageHeaderDecoder;
import org.bourse.exchange.event.codec.OrderReportDecoder;
import org.bourse.exchange.event.codec.RequestRefusedDecoder;
import org.bourse.exchange.event.codec.TradeCapturedDecoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.sequencer.EventHandler;
import quickfix.field.CopyMsgIndicator;
import quickfix.field.ExecType;
import quickfix.field.MsgType;

/**
 * Turns events into the bodies of FIX messages and says on which session each goes out. For one
 * thread.
 */
final class ReportRouter implements EventHandler {
  /** Sends a message on a session. */
  interface Outlet {
    /**
     * Whether an event still has to be told on a session: else its message is not even written.
     *
     * @param eventSeq its number, 0 for an answer of a halted sequencer
     */
    boolean wants(String session, long eventSeq);

    /** Whether the copy of another session's report still has to be told on a session. */
    default boolean wantsCopy(String session, long eventSeq) {
      return wants(session, eventSeq);
    }

    /**
     * Takes a message, whose body is good until this returns.
     *
     * @param refusedSeqNum of an answer of a halted sequencer, the MsgSeqNum of the request that it
     *     refuses, else 0
     */
    void send(String session, long eventSeq, int refusedSeqNum, String msgType, FixWriter body);
  }

  /** Says which sessions get copies of the reports of which. */
  @FunctionalInterface
  interface Copies {
    /** The names of the sessions that get a copy of what a session is told. */
    Collection<String> of(String session);
  }

  private final VenueDirectory directory = new VenueDirectory();
  private final ReportWriter writer = new ReportWriter(directory);
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final OrderReportDecoder report = new OrderReportDecoder();
  private final CancelRejectedDecoder rejected = new CancelRejectedDecoder();
  private final MassCanceledDecoder canceled = new MassCanceledDecoder();
  private final RequestRefusedDecoder refused = new RequestRefusedDecoder();
  private final InquiryAnsweredDecoder answered = new InquiryAnsweredDecoder();
  private final TradeCapturedDecoder trade = new TradeCapturedDecoder();
  private final InquiryWriter inquiries = new InquiryWriter(directory, writer.body());
  private final TradeWriter trades = new TradeWriter(directory, writer.body());
  private final EngineNoticeDecoder notice = new EngineNoticeDecoder();
  private final Copies copies;
  private Outlet outlet;

  ReportRouter(Outlet outlet, Copies copies) {
    this.outlet = outlet;
    this.copies = copies;
  }

  /** Takes over what the engine knows before the first event comes. */
  void begin(List<String> sessions, List<Instrument> instruments) {
    directory.begin(sessions, instruments);
  }

  /** Takes over the rules of all instruments, by number, before the next event comes. */
  void know(List<Instrument> rules) {
    directory.know(rules);
  }

  /** Sends to another outlet from now on. */
  void outlet(Outlet next) {
    outlet = next;
  }

  @Override
  public void onEvent(long eventSeq, DirectBuffer buffer, int offset, int length) {
    header.wrap(buffer, offset);
    switch (header.templateId()) {
      case OrderReportDecoder.TEMPLATE_ID -> orderReport(eventSeq, buffer, offset);
      case CancelRejectedDecoder.TEMPLATE_ID -> cancelRejected(eventSeq, buffer, offset);
      case RequestRefusedDecoder.TEMPLATE_ID -> requestRefused(eventSeq, buffer, offset);
      case MassCanceledDecoder.TEMPLATE_ID -> massCanceled(eventSeq, buffer, offset);
      case InquiryAnsweredDecoder.TEMPLATE_ID -> inquiryAnswered(eventSeq, buffer, offset);
      case TradeCapturedDecoder.TEMPLATE_ID -> tradeCaptured(eventSeq, buffer, offset);
      case EngineNoticeDecoder.TEMPLATE_ID -> engineNotice(eventSeq, buffer, offset);
      default -> {
        // of no session
      }
    }
  }

  private void orderReport(long eventSeq, DirectBuffer buffer, int offset) {
    report.wrapAndApplyHeader(buffer, offset, header);
    String session = directory.session(report.sessionId());
    if (outlet.wants(session, eventSeq)) {
      writer.orderReport(buffer, offset);
      outlet.send(session, eventSeq, 0, MsgType.EXECUTION_REPORT, writer.body());
    }
    copy(session, eventSeq, buffer, offset);
  }

  private void cancelRejected(long eventSeq, DirectBuffer buffer, int offset) {
    rejected.wrapAndApplyHeader(buffer, offset, header);
    String session = directory.session(rejected.sessionId());
    if (outlet.wants(session, eventSeq)) {
      writer.cancelRejected(buffer, offset);
      outlet.send(session, eventSeq, 0, MsgType.ORDER_CANCEL_REJECT, writer.body());
    }
  }

  private void requestRefused(long eventSeq, DirectBuffer buffer, int offset) {
    refused.wrapAndApplyHeader(buffer, offset, header);
    String session = directory.session(refused.sessionId());
    if (outlet.wants(session, eventSeq)) {
      writer.requestRefused(buffer, offset);
      outlet.send(
          session,
          eventSeq,
          eventSeq == 0 ? refused.refSeqNum() : 0,
          refused.answer() == 'j' ? MsgType.BUSINESS_MESSAGE_REJECT : MsgType.REJECT,
          writer.body());
    }
  }

  private void massCanceled(long eventSeq, DirectBuffer buffer, int offset) {
    canceled.wrapAndApplyHeader(buffer, offset, header);
    String session = directory.session(canceled.sessionId());
    if (outlet.wants(session, eventSeq)) {
      writer.massCanceled(buffer, offset);
      outlet.send(session, eventSeq, 0, MsgType.ORDER_MASS_CANCEL_REPORT, writer.body());
    }
  }

  private void inquiryAnswered(long eventSeq, DirectBuffer buffer, int offset) {
    answered.wrapAndApplyHeader(buffer, offset, header);
    String session = directory.session(answered.sessionId());
    String msgType = inquiries.write(buffer, offset); // some have no answer
    if (msgType != null && outlet.wants(session, eventSeq)) {
      outlet.send(session, eventSeq, 0, msgType, writer.body());
    }
  }

  private void tradeCaptured(long eventSeq, DirectBuffer buffer, int offset) {
    trade.wrapAndApplyHeader(buffer, offset, header);
    String session = directory.session(trade.sessionId());
    if (outlet.wants(session, eventSeq)) {
      trades.write(buffer, offset);
      outlet.send(session, eventSeq, 0, MsgType.TRADE_CAPTURE_REPORT, writer.body());
    }
  }

  private void engineNotice(long eventSeq, DirectBuffer buffer, int offset) {
    notice.wrapAndApplyHeader(buffer, offset, header);
    directory.learn(notice);
    if (notice.kind() == NoticeKind.NEWS.code()) {
      news(eventSeq);
    }
  }

  /**
   * What an order's session is told goes to its drop copy sessions, too; answers to questions
   * don't.
   */
  private void copy(String session, long eventSeq, DirectBuffer buffer, int offset) {
    Collection<String> others = copies.of(session);
    if (others.isEmpty() || report.execType() == ExecType.ORDER_STATUS) {
      return;
    }
    for (String other : others) {
      if (outlet.wantsCopy(other, eventSeq)) {
        writer.orderReport(buffer, offset);
        writer.body().field(CopyMsgIndicator.FIELD, 'Y');
        outlet.send(other, eventSeq, 0, MsgType.EXECUTION_REPORT, writer.body());
      }
    }
  }

  /** A notice goes to every session. */
  private void news(long eventSeq) {
    String words = notice.detail();
    for (String session : directory.sessions()) {
      if (outlet.wants(session, eventSeq)) {
        writer.news(words);
        outlet.send(session, eventSeq, 0, MsgType.NEWS, writer.body());
      }
    }
  }
}
