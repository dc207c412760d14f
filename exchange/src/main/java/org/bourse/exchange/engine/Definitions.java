package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineLimitsDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.SelfTrade;
import org.bourse.exchange.model.TradingRules;

/**
 * Commands that say what there is: instruments, sessions, the start of a run. Rare, so they may
 * allocate.
 */
final class Definitions {
  private final Instruments instruments;
  private final Sessions sessions;
  private final Reports reports;
  private final Venue venue;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final DefineInstrumentDecoder instrument = new DefineInstrumentDecoder();
  private final DefineSessionDecoder session = new DefineSessionDecoder();
  private final DefineLimitsDecoder limits = new DefineLimitsDecoder();
  private final Inquiries inquiries;
  private final StartEngineDecoder start = new StartEngineDecoder();

  Definitions(
      Instruments instruments,
      Sessions sessions,
      Reports reports,
      Venue venue,
      Inquiries inquiries) {
    this.inquiries = inquiries;
    this.venue = venue;
    this.instruments = instruments;
    this.sessions = sessions;
    this.reports = reports;
  }

  void instrument(DirectBuffer buffer, int offset) {
    instrument.wrapAndApplyHeader(buffer, offset, header);
    int id = instrument.instrumentId();
    Instrument rules =
        new Instrument(
            instrument.symbol(),
            instrument.priceScale(),
            instrument.quantityScale(),
            instrument.tickSize(),
            instrument.lotSize(),
            instrument.maxPrice(),
            instrument.maxQuantity(),
            new TradingRules(
                instrument.referencePrice(),
                instrument.priceBand(),
                instrument.volatilityBand(),
                instrument.volatilityAuctionMillis(),
                instrument.marketProtection(),
                instrument.stopTrigger() != 0,
                instrument.repricePostOnly() != 0));
    if (instruments.define(id, rules, instrument.enabled() != 0)) {
      reports.instrumentDefined(id, rules);
    } else {
      reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
    }
  }

  void session(DirectBuffer buffer, int offset) {
    session.wrapAndApplyHeader(buffer, offset, header);
    int id = session.sessionId();
    int participantId = session.participantId();
    String name = session.name();
    if (sessions.define(id, participantId, name, session.participantName())) {
      reports.notice(NoticeKind.SESSION_DEFINED, -1, id, name);
    } else {
      reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
    }
  }

  void limits(DirectBuffer buffer, int offset) {
    limits.wrapAndApplyHeader(buffer, offset, header);
    int participantId = limits.participantId();
    SelfTrade selfTrade =
        limits.selfTrade() == 0 ? SelfTrade.ALLOWED : SelfTrade.of(limits.selfTrade());
    boolean isKnown =
        participantId >= 0
            && participantId < sessions.participants()
            && instruments.has(limits.instrumentId());
    if (!isKnown || selfTrade == null) {
      reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
      return;
    }
    Limits given =
        new Limits(
            limits.maxOrderQuantity(),
            limits.maxNotional(),
            limits.maxOpenOrders(),
            limits.maxPosition(),
            limits.priceCollar(),
            limits.duplicateMillis(),
            selfTrade);
    if (given.isSound()) {
      instruments.get(limits.instrumentId()).limits(participantId, given);
      String name = sessions.participant(participantId);
      reports.notice(NoticeKind.LIMITS_DEFINED, -1, limits.instrumentId(), name);
    } else {
      reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
    }
  }

  void start(DirectBuffer buffer, int offset) {
    start.wrapAndApplyHeader(buffer, offset, header);
    venue.configured(start.profile());
    inquiries.clear();
    reports.notice(NoticeKind.ENGINE_STARTED, -1, -1, Integer.toString(start.engineVersion()));
  }
}
