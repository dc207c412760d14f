package org.bourse.exchange.command;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineLimitsDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingRules;

/** Takes one command that no session has sent out of a buffer. */
final class VenueCommandReader {
  private final DirectBuffer buffer;
  private final int offset;
  private final int length;
  private final MessageHeaderDecoder header;

  VenueCommandReader(DirectBuffer buffer, int offset, int length, MessageHeaderDecoder header) {
    this.buffer = buffer;
    this.offset = offset;
    this.length = length;
    this.header = header;
  }

  Command read() {
    return switch (header.templateId()) {
      case DefineInstrumentDecoder.TEMPLATE_ID -> defineInstrument();
      case DefineSessionDecoder.TEMPLATE_ID -> defineSession();
      case DefineLimitsDecoder.TEMPLATE_ID -> defineLimits();
      case ControlDecoder.TEMPLATE_ID -> control();
      case StartEngineDecoder.TEMPLATE_ID -> startEngine();
      default -> throw new IllegalArgumentException("unknown command " + header.templateId());
    };
  }

  private void checkLengths(int blockLength, int texts) {
    CommandReader.checkLengths(header, buffer, offset, length, blockLength, texts);
  }

  private DefineInstrument defineInstrument() {
    checkLengths(DefineInstrumentDecoder.BLOCK_LENGTH, 1);
    DefineInstrumentDecoder d =
        new DefineInstrumentDecoder().wrapAndApplyHeader(buffer, offset, header);
    boolean enabled = d.enabled() != 0;
    int instrumentId = d.instrumentId();
    TradingRules trading =
        new TradingRules(
            d.referencePrice(),
            d.priceBand(),
            d.volatilityBand(),
            d.volatilityAuctionMillis(),
            d.marketProtection(),
            d.stopTrigger() != 0,
            d.repricePostOnly() != 0);
    return new DefineInstrument(
        instrumentId,
        new Instrument(
            d.symbol(),
            d.priceScale(),
            d.quantityScale(),
            d.tickSize(),
            d.lotSize(),
            d.maxPrice(),
            d.maxQuantity(),
            trading),
        enabled);
  }

  private DefineSession defineSession() {
    checkLengths(DefineSessionDecoder.BLOCK_LENGTH, 2);
    DefineSessionDecoder d = new DefineSessionDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new DefineSession(d.sessionId(), d.participantId(), d.name(), d.participantName());
  }

  private DefineLimits defineLimits() {
    checkLengths(DefineLimitsDecoder.BLOCK_LENGTH, 0);
    DefineLimitsDecoder d = new DefineLimitsDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new DefineLimits(
        d.participantId(),
        d.instrumentId(),
        d.maxOrderQuantity(),
        d.maxNotional(),
        d.maxOpenOrders(),
        d.maxPosition(),
        d.priceCollar(),
        d.duplicateMillis(),
        d.selfTrade());
  }

  private Control control() {
    checkLengths(ControlDecoder.BLOCK_LENGTH, 2);
    ControlDecoder d = new ControlDecoder().wrapAndApplyHeader(buffer, offset, header);
    ControlKind kind = ControlKind.of(d.kind());
    if (kind == null) {
      throw new IllegalArgumentException("unknown kind of control " + d.kind());
    }
    return new Control(
        d.correlation(),
        kind,
        d.orderId(),
        d.execId(),
        d.price(),
        d.quantity(),
        d.time(),
        d.instrumentId(),
        d.sessionId(),
        d.participantId(),
        d.code(),
        d.mask(),
        CommandReader.character(d.msgType()),
        d.text(),
        d.by());
  }

  private StartEngine startEngine() {
    checkLengths(StartEngineDecoder.BLOCK_LENGTH, 0);
    StartEngineDecoder d = new StartEngineDecoder().wrapAndApplyHeader(buffer, offset, header);
    return new StartEngine(d.engineVersion(), d.profile());
  }
}
