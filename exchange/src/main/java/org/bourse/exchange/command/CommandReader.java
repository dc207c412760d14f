package org.bourse.exchange.command;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.CancelOrderDecoder;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.NewOrderDecoder;
import org.bourse.exchange.command.codec.QueryOrderDecoder;
import org.bourse.exchange.command.codec.RefusedDecoder;
import org.bourse.exchange.command.codec.ReplaceOrderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.model.Instrument;

/** Takes one command out of a buffer, reading nothing beyond its length. */
final class CommandReader {
  private final DirectBuffer buffer;
  private final int offset;
  private final int length;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();

  private CommandReader(DirectBuffer buffer, int offset, int length) {
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
      case DefineInstrumentDecoder.TEMPLATE_ID -> defineInstrument();
      case DefineSessionDecoder.TEMPLATE_ID -> defineSession();
      case StartEngineDecoder.TEMPLATE_ID -> startEngine();
      default -> throw new IllegalArgumentException("unknown command " + header.templateId());
    };
  }

  private void checkLengths(int blockLength, int texts) {
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
        d.account());
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
        d.account());
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
        d.origClOrdId());
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

  private DefineInstrument defineInstrument() {
    checkLengths(DefineInstrumentDecoder.BLOCK_LENGTH, 1);
    DefineInstrumentDecoder d =
        new DefineInstrumentDecoder().wrapAndApplyHeader(buffer, offset, header);
    boolean enabled = d.enabled() != 0;
    int instrumentId = d.instrumentId();
    return new DefineInstrument(
        instrumentId,
        new Instrument(
            d.symbol(),
            d.priceScale(),
            d.quantityScale(),
            d.tickSize(),
            d.lotSize(),
            d.maxPrice(),
            d.maxQuantity()),
        enabled);
  }

  private DefineSession defineSession() {
    checkLengths(DefineSessionDecoder.BLOCK_LENGTH, 2);
    DefineSessionDecoder d = new DefineSessionDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new DefineSession(d.sessionId(), d.participantId(), d.name(), d.participantName());
  }

  private StartEngine startEngine() {
    checkLengths(StartEngineDecoder.BLOCK_LENGTH, 0);
    StartEngineDecoder d = new StartEngineDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new StartEngine(d.engineVersion());
  }

  private static char character(byte code) {
    return (char) (code & 0xFF);
  }
}
