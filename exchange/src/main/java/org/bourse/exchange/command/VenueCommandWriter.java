package org.bourse.exchange.command;

import static org.bourse.exchange.command.CommandWriter.flag;

import org.agrona.MutableDirectBuffer;
import org.bourse.exchange.command.codec.ControlEncoder;
import org.bourse.exchange.command.codec.DefineInstrumentEncoder;
import org.bourse.exchange.command.codec.DefineLimitsEncoder;
import org.bourse.exchange.command.codec.DefineSessionEncoder;
import org.bourse.exchange.command.codec.MessageHeaderEncoder;
import org.bourse.exchange.command.codec.StartEngineEncoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingRules;

/** Puts one command that no session has sent into a buffer. */
final class VenueCommandWriter {
  private final MutableDirectBuffer buffer;
  private final int offset;
  private final MessageHeaderEncoder header = new MessageHeaderEncoder();

  VenueCommandWriter(MutableDirectBuffer buffer, int offset) {
    this.buffer = buffer;
    this.offset = offset;
  }

  int write(Command command) {
    if (command instanceof DefineInstrument define) {
      return write(define);
    } else if (command instanceof DefineSession define) {
      return write(define);
    } else if (command instanceof DefineLimits define) {
      return write(define);
    } else if (command instanceof Control control) {
      return write(control);
    } else {
      return write((StartEngine) command);
    }
  }

  private int write(DefineInstrument c) {
    Instrument instrument = c.instrument();
    TradingRules trading = instrument.trading();
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
        .referencePrice(trading.referencePrice())
        .priceBand(trading.priceBand())
        .volatilityBand(trading.volatilityBand())
        .volatilityAuctionMillis(trading.volatilityAuctionMillis())
        .marketProtection(trading.marketProtection())
        .stopTrigger(flag(trading.stopByQuote()))
        .repricePostOnly(flag(trading.repricePostOnly()))
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

  private int write(DefineLimits c) {
    return new DefineLimitsEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .participantId(c.participantId())
        .instrumentId(c.instrumentId())
        .maxOrderQuantity(c.maxOrderQuantity())
        .maxNotional(c.maxNotional())
        .maxOpenOrders(c.maxOpenOrders())
        .maxPosition(c.maxPosition())
        .priceCollar(c.priceCollar())
        .duplicateMillis(c.duplicateMillis())
        .selfTrade((short) c.selfTrade())
        .encodedLength();
  }

  private int write(Control c) {
    return new ControlEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .correlation(c.correlation())
        .orderId(c.orderId())
        .execId(c.execId())
        .price(c.price())
        .quantity(c.quantity())
        .time(c.time())
        .instrumentId(c.instrumentId())
        .sessionId(c.sessionId())
        .participantId(c.participantId())
        .code(c.code())
        .mask(c.mask())
        .kind(c.kind().code())
        .msgType((byte) c.msgType())
        .text(c.text())
        .by(c.by())
        .encodedLength();
  }

  private int write(StartEngine c) {
    return new StartEngineEncoder()
        .wrapAndApplyHeader(buffer, offset, header)
        .engineVersion(c.engineVersion())
        .profile(c.profile())
        .encodedLength();
  }
}
