package org.bourse.exchange.event;

/**
 * What has happened, as a value for the edges and for tests. No text is ever null; a text that does
 * not apply is empty, a character that does not apply is {@code '\0'}.
 */
public sealed interface Event
    permits OrderReport,
        CancelRejected,
        RequestRefused,
        MassCanceled,
        ControlAnswered,
        MarketState,
        InquiryAnswered,
        TradeCaptured,
        EngineNotice,
        BookChanged,
        DayFigures {

  /** Dense from 1 over all events; a replay gives the same event the same number. */
  long eventSeq();

  /** When its command was sequenced, in nanoseconds since 1970 UTC. */
  long time();

  /** The session that it is for, -1: none. */
  int sessionId();
}
