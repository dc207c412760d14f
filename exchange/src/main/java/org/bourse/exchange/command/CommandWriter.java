package org.bourse.exchange.command;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderEncoder;
import org.bourse.exchange.command.codec.InquiryEncoder;
import org.bourse.exchange.command.codec.MassCancelEncoder;
import org.bourse.exchange.command.codec.MassStatusEncoder;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.NewOrderEncoder;
import org.bourse.exchange.command.codec.QueryOrderEncoder;
import org.bourse.exchange.command.codec.RefusedEncoder;
import org.bourse.exchange.command.codec.ReplaceOrderEncoder;

/** Puts one command into a buffer. */
final class CommandWriter {
  private final MutableDirectBuffer buffer;
  private final int offset;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();

  private CommandWriter(MutableDirectBuffer buffer, int offset) {
    this.buffer = buffer;
    this.offset = offset;
  }

  static int write(Command command, MutableDirectBuffer buffer, int offset) {
    return MessageHeaderEncoder.ENCODED_LENGTH + new CommandWriter(buffer, offset).write(command);
  }

  private int write(Command command) {
    if (command instanceof NewOrder order) {
      return write(order);
    } else if (command instanceof ReplaceOrder replace) {
      return write(replace);
    } else if (command instanceof CancelOrder cancel) {
      return write(cancel);
    } else if (command instanceof QueryOrder query) {
      return write(query);
    } else if (command instanceof Refused refused) {
      return write(refused);
    } else if (command instanceof MassCancel cancel) {
      return write(cancel);
    } else if (command instanceof MassStatus query) {
      return write(query);
    } else if (command instanceof Inquiry inquiry) {
      return write(inquiry);
    } else {
      return new VenueCommandWriter(buffer, offset).write(command);
    }
  }

  private int write(NewOrder c) {
    return new NewOrderEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .price(c.price())
        .quantity(c.quantity())
        .side((byte) c.side())
        .ordType((byte) c.ordType())
        .timeInForce((byte) c.timeInForce())
        .possResend(flag(c.possResend()))
        .stopPrice(c.conditions().stopPrice())
        .maxFloor(c.conditions().maxFloor())
        .minQuantity(c.conditions().minQuantity())
        .cashQuantity(c.conditions().cashQuantity())
        .expireTime(c.conditions().expireTime())
        .expireDate(c.conditions().expireDate())
        .execInst((short) c.conditions().execInst())
        .selfTrade((short) c.conditions().selfTrade())
        .clOrdId(c.clOrdId())
        .account(c.account())
        .encodedLength();
  }

  private int write(ReplaceOrder c) {
    return new ReplaceOrderEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .price(c.price())
        .quantity(c.quantity())
        .orderId(c.orderId())
        .side((byte) c.side())
        .ordType((byte) c.ordType())
        .timeInForce((byte) c.timeInForce())
        .possResend(flag(c.possResend()))
        .stopPrice(c.conditions().stopPrice())
        .maxFloor(c.conditions().maxFloor())
        .minQuantity(c.conditions().minQuantity())
        .cashQuantity(c.conditions().cashQuantity())
        .expireTime(c.conditions().expireTime())
        .expireDate(c.conditions().expireDate())
        .execInst((short) c.conditions().execInst())
        .selfTrade((short) c.conditions().selfTrade())
        .origOrdModTime(c.origOrdModTime())
        .clOrdId(c.clOrdId())
        .origClOrdId(c.origClOrdId())
        .account(c.account())
        .encodedLength();
  }

  private int write(CancelOrder c) {
    return new CancelOrderEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .orderId(c.orderId())
        .side((byte) c.side())
        .possResend(flag(c.possResend()))
        .origOrdModTime(c.origOrdModTime())
        .clOrdId(c.clOrdId())
        .origClOrdId(c.origClOrdId())
        .encodedLength();
  }

  private int write(MassCancel c) {
    return new MassCancelEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .requestType((byte) c.requestType())
        .side((byte) c.side())
        .possResend(flag(c.possResend()))
        .clOrdId(c.clOrdId())
        .symbol(c.symbol())
        .encodedLength();
  }

  private int write(MassStatus c) {
    return new MassStatusEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .requestType((byte) c.requestType())
        .side((byte) c.side())
        .requestId(c.requestId())
        .symbol(c.symbol())
        .encodedLength();
  }

  private int write(Inquiry c) {
    return new InquiryEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .kind((short) c.kind())
        .subscription((byte) c.subscription())
        .requestType(c.requestType())
        .requestId(c.requestId())
        .symbol(c.symbol())
        .detail(c.detail())
        .encodedLength();
  }

  private int write(QueryOrder c) {
    return new QueryOrderEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .instrumentId(c.instrumentId())
        .orderId(c.orderId())
        .side((byte) c.side())
        .clOrdId(c.clOrdId())
        .ordStatusReqId(c.ordStatusReqId())
        .symbol(c.symbol())
        .encodedLength();
  }

  private int write(Refused c) {
    return new RefusedEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .epoch(c.epoch())
        .msgSeqNum(c.msgSeqNum())
        .reason(c.reason())
        .refTagId(c.refTagId())
        .answer((byte) c.answer())
        .side((byte) c.side())
        .ordType((byte) c.ordType())
        .possResend(flag(c.possResend()))
        .refMsgType(c.refMsgType())
        .clOrdId(c.clOrdId())
        .origClOrdId(c.origClOrdId())
        .symbol(c.symbol())
        .quantity(c.quantity())
        .price(c.price())
        .account(c.account())
        .text(c.text())
        .encodedLength();
  }

  /** A yes or no as bytes have it. */
  static short flag(boolean value) {
    return (short) (value ? 1 : 0);
  }
}
