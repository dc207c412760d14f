package org.bourse.exchange.sequencer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.InquiryDecoder;
import org.bourse.exchange.command.codec.MassCancelDecoder;
import org.bourse.exchange.command.codec.MassStatusDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.QueryOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.command.codec.ReplaceOrderDecoder;
import org.bourse.exchange.event.codec.MessageHeaderEncoder;
import org.bourse.exchange.event.codec.RequestRefusedEncoder;
import org.bourse.exchange.model.InquiryKind;

/**
 * Answers requests that a halted sequencer can no longer journal: BusinessMessageReject(j), reason
 * 4 (application not available). Such an answer is no numbered event; whoever sends it keeps what
 * it refused, so that a restart neither carries the request out nor asks for it again.
 */
final class HaltAnswers {
  private static final int APPLICATION_NOT_AVAILABLE = 4; // BusinessRejectReason(380)
  private static final byte[] TEXT =
      "Order entry is halted until the exchange is started again".getBytes(ISO_8859_1);

  private final MessageHeaderDecoder command = new MessageHeaderDecoder();
  private final NewOrderDecoder newOrder = new NewOrderDecoder();
  private final ReplaceOrderDecoder replace = new ReplaceOrderDecoder();
  private final CancelOrderDecoder cancel = new CancelOrderDecoder();
  private final QueryOrderDecoder query = new QueryOrderDecoder();
  private final MassCancelDecoder massCancel = new MassCancelDecoder();
  private final MassStatusDecoder massStatus = new MassStatusDecoder();
  private final InquiryDecoder inquiry = new InquiryDecoder();
  private final RefusedDecoder refused = new RefusedDecoder();
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();
  private final RequestRefusedEncoder answer = new RequestRefusedEncoder();
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[1024]);
  private final UnsafeBuffer refId = new UnsafeBuffer(0, 0);

  /** Answers a request; a command that comes from no session gets no answer. */
  void refuse(DirectBuffer request, long time, EventFeed feed) {
    command.wrap(request, 0);
    switch (command.templateId()) {
      case NewOrderDecoder.TEMPLATE_ID -> {
        newOrder.wrapAndApplyHeader(request, 0, command);
        newOrder.wrapClOrdId(refId);
        answer(newOrder.sessionId(), newOrder.msgSeqNum(), "D", time, feed);
      }
      case ReplaceOrderDecoder.TEMPLATE_ID -> {
        replace.wrapAndApplyHeader(request, 0, command);
        replace.wrapClOrdId(refId);
        answer(replace.sessionId(), replace.msgSeqNum(), "G", time, feed);
      }
      case CancelOrderDecoder.TEMPLATE_ID -> {
        cancel.wrapAndApplyHeader(request, 0, command);
        cancel.wrapClOrdId(refId);
        answer(cancel.sessionId(), cancel.msgSeqNum(), "F", time, feed);
      }
      case QueryOrderDecoder.TEMPLATE_ID -> {
        query.wrapAndApplyHeader(request, 0, command);
        query.wrapClOrdId(refId);
        answer(query.sessionId(), query.msgSeqNum(), "H", time, feed);
      }
      case MassCancelDecoder.TEMPLATE_ID -> {
        massCancel.wrapAndApplyHeader(request, 0, command);
        massCancel.wrapClOrdId(refId);
        answer(massCancel.sessionId(), massCancel.msgSeqNum(), "q", time, feed);
      }
      case MassStatusDecoder.TEMPLATE_ID -> {
        massStatus.wrapAndApplyHeader(request, 0, command);
        massStatus.wrapRequestId(refId);
        answer(massStatus.sessionId(), massStatus.msgSeqNum(), "AF", time, feed);
      }
      case InquiryDecoder.TEMPLATE_ID -> {
        inquiry.wrapAndApplyHeader(request, 0, command);
        inquiry.wrapRequestId(refId);
        answer(inquiry.sessionId(), inquiry.msgSeqNum(), msgType(inquiry.kind()), time, feed);
      }
      case RefusedDecoder.TEMPLATE_ID -> {
        refused.wrapAndApplyHeader(request, 0, command);
        String refMsgType = refused.refMsgType();
        refused.wrapClOrdId(refId);
        answer(refused.sessionId(), refused.msgSeqNum(), refMsgType, time, feed);
      }
      default -> {}
    }
  }

  private static String msgType(int kind) {
    InquiryKind asked = InquiryKind.of(kind);
    return asked == null ? "" : asked.msgType();
  }

  private void answer(int sessionId, int refSeqNum, String refMsgType, long time, EventFeed feed) {
    byte[] type = refMsgType.getBytes(ISO_8859_1);
    answer
        .wrapAndApplyHeader(buffer, 0, header)
        .eventSeq(0)
        .time(time)
        .sessionId(sessionId)
        .refSeqNum(refSeqNum)
        .reason(APPLICATION_NOT_AVAILABLE)
        .refTagId(0)
        .answer((byte) 'j')
        .putRefMsgType(type, 0, type.length)
        .putRefId(refId, 0, refId.capacity())
        .putReasonText(TEXT, 0, TEXT.length);
    feed.onEvent(buffer, 0, MessageHeaderEncoder.ENCODED_LENGTH + answer.encodedLength());
  }
}
