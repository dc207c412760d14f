package org.bourse.exchange.command;

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

/** Takes one command out of a buffer, reading nothing beyond its length. */
final class CommandReader {
  private final DirectBuffer buffer;
  private final int offset;
  private final int length;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();

  CommandReader(DirectBuffer buffer, int offset, int length) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
  }

  static Command read(DirectBuffer buffer, int offset, int length) {
    return new CommandReader(buffer, offset, length).read();
  }

  private Command read() {
    if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
      throw new IllegalArgumentException("command of " + length + " bytes has no header");
    }
    header.wrap(buffer, offset);
    if (header.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
      throw new IllegalArgumentException("not a command: schema " + header.schemaId());
    }
    return switch (header.templateId()) {
      case NewOrderDecoder.TEMPLATE_ID -> newOrder();
      case ReplaceOrderDecoder.TEMPLATE_ID -> replaceOrder();
      case CancelOrderDecoder.TEMPLATE_ID -> cancelOrder();
      case QueryOrderDecoder.TEMPLATE_ID -> queryOrder();
      case RefusedDecoder.TEMPLATE_ID -> refused();
      case MassCancelDecoder.TEMPLATE_ID -> massCancel();
      case MassStatusDecoder.TEMPLATE_ID -> massStatus();
      case InquiryDecoder.TEMPLATE_ID -> inquiry();
      default -> new VenueCommandReader(buffer, offset, length, header).read();
    };
  }

  private void checkLengths(int blockLength, int texts) {
    checkLengths(header, buffer, offset, length, blockLength, texts);
  }

  /** Makes sure that a block and its texts lie within a command's bytes. */
  static void checkLengths(
      MessageHeaderDecoder header,
      DirectBuffer buffer,
      int offset,
      int length,
      int blockLength,
      int texts) {
    if (header.blockLength() != blockLength) {
      throw new IllegalArgumentException(
          "command "
              + header.templateId()
              + " has a block of "
              + header.blockLength()
              + " bytes, not "
              + blockLength);
    }
    int missing = texts;
    int end = MessageHeaderDecoder.ENCODED_LENGTH + blockLength;
    while (missing > 0 && end < length) {
      end += 1 + (buffer.getByte(offset + end) & 0xFF);
      missing--;
    }
    if (missing > 0 || end > length) {
      throw new IllegalArgumentException(
          "command " + header.templateId() + " is cut short at " + length + " bytes");
    }
  }

  private NewOrder newOrder() {
    checkLengths(NewOrderDecoder.BLOCK_LENGTH, 2);
    NewOrderDecoder d = new NewOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new NewOrder(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        d.price(),
        d.quantity(),
        character(d.side()),
        character(d.ordType()),
        character(d.timeInForce()),
        d.possResend() == 1,
        d.clOrdId(),
        d.account(),
        new Conditions(
            d.stopPrice(),
            d.maxFloor(),
            d.minQuantity(),
            d.cashQuantity(),
            d.expireTime(),
            d.expireDate(),
            d.execInst(),
            d.selfTrade()));
  }

  private ReplaceOrder replaceOrder() {
    checkLengths(ReplaceOrderDecoder.BLOCK_LENGTH, 3);
    ReplaceOrderDecoder d = new ReplaceOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new ReplaceOrder(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        d.price(),
        d.quantity(),
        d.orderId(),
        character(d.side()),
        character(d.ordType()),
        character(d.timeInForce()),
        d.possResend() == 1,
        d.clOrdId(),
        d.origClOrdId(),
        d.account(),
        new Conditions(
            d.stopPrice(),
            d.maxFloor(),
            d.minQuantity(),
            d.cashQuantity(),
            d.expireTime(),
            d.expireDate(),
            d.execInst(),
            d.selfTrade()),
        d.origOrdModTime());
  }

  private CancelOrder cancelOrder() {
    checkLengths(CancelOrderDecoder.BLOCK_LENGTH, 2);
    CancelOrderDecoder d = new CancelOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new CancelOrder(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        d.orderId(),
        character(d.side()),
        d.possResend() == 1,
        d.clOrdId(),
        d.origClOrdId(),
        d.origOrdModTime());
  }

  private MassCancel massCancel() {
    checkLengths(MassCancelDecoder.BLOCK_LENGTH, 2);
    MassCancelDecoder d = new MassCancelDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new MassCancel(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        character(d.requestType()),
        character(d.side()),
        d.possResend() == 1,
        d.clOrdId(),
        d.symbol());
  }

  private MassStatus massStatus() {
    checkLengths(MassStatusDecoder.BLOCK_LENGTH, 2);
    MassStatusDecoder d = new MassStatusDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new MassStatus(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        character(d.requestType()),
        character(d.side()),
        d.requestId(),
        d.symbol());
  }

  private Inquiry inquiry() {
    checkLengths(InquiryDecoder.BLOCK_LENGTH, 3);
    InquiryDecoder d = new InquiryDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new Inquiry(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        d.kind(),
        character(d.subscription()),
        d.requestType(),
        d.requestId(),
        d.symbol(),
        d.detail());
  }

  private QueryOrder queryOrder() {
    checkLengths(QueryOrderDecoder.BLOCK_LENGTH, 3);
    QueryOrderDecoder d = new QueryOrderDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new QueryOrder(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.instrumentId(),
        d.orderId(),
        character(d.side()),
        d.clOrdId(),
        d.ordStatusReqId(),
        d.symbol());
  }

  private Refused refused() {
    checkLengths(RefusedDecoder.BLOCK_LENGTH, 8);
    RefusedDecoder d = new RefusedDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new Refused(
        d.sessionId(),
        d.epoch(),
        d.msgSeqNum(),
        d.reason(),
        d.refTagId(),
        character(d.answer()),
        character(d.side()),
        character(d.ordType()),
        d.possResend() == 1,
        d.refMsgType(),
        d.clOrdId(),
        d.origClOrdId(),
        d.symbol(),
        d.quantity(),
        d.price(),
        d.account(),
        d.text());
  }

  /** A FIX code. */
  static char character(byte code) {
    return (char) (code & 0xFF);
  }
}
