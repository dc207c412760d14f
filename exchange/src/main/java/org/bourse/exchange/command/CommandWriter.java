package org.bourse.exchange.command;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderEncoder;
import org.bourse.exchange.command.codec.DefineInstrumentEncoder;
import org.bourse.exchange.command.codec.DefineSessionEncoder;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.NewOrderEncoder;
import org.bourse.exchange.command.codec.QueryOrderEncoder;
import org.bourse.exchange.command.codec.RefusedEncoder;
import org.bourse.exchange.command.codec.ReplaceOrderEncoder;
import org.bourse.exchange.command.codec.StartEngineEncoder;
import org.bourse.exchange.model.Instrument;

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
    } else if (command instanceof DefineInstrument define) {
      return write(define);
    } else if (command instanceof DefineSession define) {
      return write(define);
    } else {
      return write((StartEngine) command);
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
        .clOrdId(c.clOrdId())
        .origClOrdId(c.origClOrdId())
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

  private int write(DefineInstrument c) {
    Instrument instrument = c.instrument();
    return new DefineInstrumentEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .instrumentId(c.instrumentId())
        .priceScale((short) instrument.priceScale())
        .quantityScale((short) instrument.quantityScale())
        .enabled(flag(c.enabled()))
        .tickSize(instrument.tickSize())
        .lotSize(instrument.lotSize())
        .maxPrice(instrument.maxPrice())
        .maxQuantity(instrument.maxQuantity())
        .symbol(instrument.symbol())
        .encodedLength();
  }

  private int write(DefineSession c) {
    return new DefineSessionEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .sessionId(c.sessionId())
        .participantId(c.participantId())
        .name(c.name())
        .participantName(c.participantName())
        .encodedLength();
  }

  private int write(StartEngine c) {
    return new StartEngineEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .engineVersion(c.engineVersion())
        .encodedLength();
  }

  private static short flag(boolean value) {
    return (short) (value ? 1 : 0);
  }
}
