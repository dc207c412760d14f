package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.InquiryDecoder;
import org.bourse.exchange.command.codec.MassCancelDecoder;
import org.bourse.exchange.command.codec.MassStatusDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.QueryOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.command.codec.ReplaceOrderDecoder;

/** Reads a session's request from the bytes of its command, which have been found whole. */
final class RequestReader {
  private final Request request = new Request();
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final NewOrderDecoder newOrder = new NewOrderDecoder();
  private final ReplaceOrderDecoder replace = new ReplaceOrderDecoder();
  private final CancelOrderDecoder cancel = new CancelOrderDecoder();
  private final QueryOrderDecoder query = new QueryOrderDecoder();
  private final MassCancelDecoder massCancel = new MassCancelDecoder();
  private final MassStatusDecoder massStatus = new MassStatusDecoder();
  private final InquiryDecoder inquiry = new InquiryDecoder();
  private final RefusedDecoder refused = new RefusedDecoder();
  private int epoch;

  /** The request, good until the next is read. */
  Request read(int template, DirectBuffer buffer, int offset, int length) {
    request.clear();
    request.from(buffer, offset, length);
    switch (template) {
      case NewOrderDecoder.TEMPLATE_ID -> newOrder(buffer, offset);
      case ReplaceOrderDecoder.TEMPLATE_ID -> replace(buffer, offset);
      case CancelOrderDecoder.TEMPLATE_ID -> cancel(buffer, offset);
      case QueryOrderDecoder.TEMPLATE_ID -> query(buffer, offset);
      case MassCancelDecoder.TEMPLATE_ID -> massCancel(buffer, offset);
      case MassStatusDecoder.TEMPLATE_ID -> massStatus(buffer, offset);
      case InquiryDecoder.TEMPLATE_ID -> inquiry(buffer, offset);
      default -> refused(buffer, offset);
    }
    return request;
  }

  /** The numbering that the request's MsgSeqNum belongs to. */
  int epoch() {
    return epoch;
  }

  /** Of a refused request: the MsgType(35) of its answer. */
  byte answer() {
    return refused.answer();
  }

  /** Of a refused request: the code of the answer's own reason field. */
  int reason() {
    return refused.reason();
  }

  /** Of a refused request: RefTagID(371), 0: none. */
  int refTagId() {
    return refused.refTagId();
  }

  /** Of a refused cancel or replace: CxlRejResponseTo(434). */
  byte responseTo() {
    return request.refMsgType.capacity() == 1 && request.refMsgType.getByte(0) == 'F'
        ? OrderChange.CANCEL
        : OrderChange.REPLACE;
  }

  private void newOrder(DirectBuffer buffer, int offset) {
    newOrder.wrapAndApplyHeader(buffer, offset, header);
    from(newOrder.sessionId(), newOrder.epoch(), newOrder.msgSeqNum());
    request.instrumentId = newOrder.instrumentId();
    request.price = newOrder.price();
    request.quantity = newOrder.quantity();
    request.side = newOrder.side();
    request.ordType = newOrder.ordType();
    request.timeInForce = newOrder.timeInForce();
    request.possResend = newOrder.possResend() != 0;
    request.stopPrice = newOrder.stopPrice();
    request.maxFloor = newOrder.maxFloor();
    request.minQuantity = newOrder.minQuantity();
    request.cashQuantity = newOrder.cashQuantity();
    request.expireTime = newOrder.expireTime();
    request.expireDate = newOrder.expireDate();
    request.execInst = newOrder.execInst();
    request.selfTrade = newOrder.selfTrade();
    newOrder.wrapClOrdId(request.clOrdId);
    newOrder.wrapAccount(request.account);
  }

  private void replace(DirectBuffer buffer, int offset) {
    replace.wrapAndApplyHeader(buffer, offset, header);
    from(replace.sessionId(), replace.epoch(), replace.msgSeqNum());
    request.instrumentId = replace.instrumentId();
    request.price = replace.price();
    request.quantity = replace.quantity();
    request.orderId = replace.orderId();
    request.side = replace.side();
    request.ordType = replace.ordType();
    request.timeInForce = replace.timeInForce();
    request.possResend = replace.possResend() != 0;
    request.stopPrice = replace.stopPrice();
    request.maxFloor = replace.maxFloor();
    request.minQuantity = replace.minQuantity();
    request.cashQuantity = replace.cashQuantity();
    request.expireTime = replace.expireTime();
    request.expireDate = replace.expireDate();
    request.execInst = replace.execInst();
    request.selfTrade = replace.selfTrade();
    request.origOrdModTime = replace.origOrdModTime();
    replace.wrapClOrdId(request.clOrdId);
    replace.wrapOrigClOrdId(request.origClOrdId);
    replace.wrapAccount(request.account);
  }

  private void cancel(DirectBuffer buffer, int offset) {
    cancel.wrapAndApplyHeader(buffer, offset, header);
    from(cancel.sessionId(), cancel.epoch(), cancel.msgSeqNum());
    request.instrumentId = cancel.instrumentId();
    request.orderId = cancel.orderId();
    request.side = cancel.side();
    request.possResend = cancel.possResend() != 0;
    request.origOrdModTime = cancel.origOrdModTime();
    cancel.wrapClOrdId(request.clOrdId);
    cancel.wrapOrigClOrdId(request.origClOrdId);
  }

  private void query(DirectBuffer buffer, int offset) {
    query.wrapAndApplyHeader(buffer, offset, header);
    from(query.sessionId(), query.epoch(), query.msgSeqNum());
    request.instrumentId = query.instrumentId();
    request.orderId = query.orderId();
    request.side = query.side();
    query.wrapClOrdId(request.clOrdId);
    query.wrapOrdStatusReqId(request.ordStatusReqId);
    query.wrapSymbol(request.symbol);
  }

  private void massCancel(DirectBuffer buffer, int offset) {
    massCancel.wrapAndApplyHeader(buffer, offset, header);
    from(massCancel.sessionId(), massCancel.epoch(), massCancel.msgSeqNum());
    request.instrumentId = massCancel.instrumentId();
    request.requestType = massCancel.requestType();
    request.side = massCancel.side();
    request.possResend = massCancel.possResend() != 0;
    massCancel.wrapClOrdId(request.clOrdId);
    massCancel.wrapSymbol(request.symbol);
  }

  private void massStatus(DirectBuffer buffer, int offset) {
    massStatus.wrapAndApplyHeader(buffer, offset, header);
    from(massStatus.sessionId(), massStatus.epoch(), massStatus.msgSeqNum());
    request.instrumentId = massStatus.instrumentId();
    request.requestType = massStatus.requestType();
    request.side = massStatus.side();
    request.clOrdId.wrap(0, 0);
    massStatus.wrapRequestId(request.ordStatusReqId);
    massStatus.wrapSymbol(request.symbol);
  }

  private void inquiry(DirectBuffer buffer, int offset) {
    inquiry.wrapAndApplyHeader(buffer, offset, header);
    from(inquiry.sessionId(), inquiry.epoch(), inquiry.msgSeqNum());
    request.instrumentId = inquiry.instrumentId();
    request.kind = inquiry.kind();
    request.subscription = inquiry.subscription();
    request.subType = inquiry.requestType();
    request.clOrdId.wrap(0, 0);
    inquiry.wrapRequestId(request.ordStatusReqId);
    inquiry.wrapSymbol(request.symbol);
    inquiry.wrapDetail(request.detail);
  }

  private void refused(DirectBuffer buffer, int offset) {
    refused.wrapAndApplyHeader(buffer, offset, header);
    from(refused.sessionId(), refused.epoch(), refused.msgSeqNum());
    request.reason = (short) refused.reason();
    request.side = refused.side();
    request.ordType = refused.ordType();
    request.possResend = refused.possResend() != 0;
    refused.wrapRefMsgType(request.refMsgType);
    refused.wrapClOrdId(request.clOrdId);
    refused.wrapOrigClOrdId(request.origClOrdId);
    refused.wrapSymbol(request.symbol);
    refused.wrapQuantity(request.quantityText);
    refused.wrapPrice(request.priceText);
    refused.wrapAccount(request.account);
    refused.wrapText(request.text);
  }

  private void from(int sessionId, int requestEpoch, int msgSeqNum) {
    request.sessionId = sessionId;
    request.refSeqNum = msgSeqNum;
    epoch = requestEpoch;
  }
}
