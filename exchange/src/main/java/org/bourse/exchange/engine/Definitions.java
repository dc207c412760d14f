package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;
import org.bourse.exchange.command.codec.DefineInstrumentDecoder;
import org.bourse.exchange.command.codec.DefineSessionDecoder;
import org.bourse.exchange.command.codec.MessageHeaderDecoder;
import org.bourse.exchange.command.codec.StartEngineDecoder;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.Instrument;

/**
 * Commands that say what there is: instruments, sessions, the start of a run. Rare, so they may
 * allocate.
 */
final class Definitions {
  private final Instruments instruments;
  private final Sessions sessions;
  private final Reports reports;
  private final MessageHeaderDecoder header = new MessageHeaderDecoder();
  private final DefineInstrumentDecoder instrument = new DefineInstrumentDecoder();
  private final DefineSessionDecoder session = new DefineSessionDecoder();
  private final StartEngineDecoder start = new StartEngineDecoder();

  Definitions(Instruments instruments, Sessions sessions, Reports reports) {
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
            instrument.maxQuantity());
    answer(
        instruments.define(id, rules, instrument.enabled() != 0),
        NoticeKind.INSTRUMENT_DEFINED,
        id,
        rules.symbol());
  }

  void session(DirectBuffer buffer, int offset) {
    session.wrapAndApplyHeader(buffer, offset, header);
    int id = session.sessionId();
    int participantId = session.participantId();
    String name = session.name();
    answer(
        sessions.define(id, participantId, name, session.participantName()),
        NoticeKind.SESSION_DEFINED,
        id,
        name);
  }

  void start(DirectBuffer buffer, int offset) {
    start.wrapAndApplyHeader(buffer, offset, header);
    reports.notice(NoticeKind.ENGINE_STARTED, -1, -1, Integer.toString(start.engineVersion()));
  }

  private void answer(boolean taken, NoticeKind kind, int subjectId, String detail) {
    if (taken) {
      reports.notice(kind, -1, subjectId, detail);
    } else {
      reports.notice(NoticeKind.COMMAND_NOT_USABLE, -1, -1, "");
    }
  }
}
