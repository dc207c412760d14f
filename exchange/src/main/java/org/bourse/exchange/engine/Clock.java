package org.bourse.exchange.engine;

import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.event.NoticeKind;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * What is due when time has passed. The engine reads no clock: it knows the time of its commands,
 * and says when it wants to be told again.
 */
final class Clock {
  private final Instruments instruments;
  private final Orders orders;
  private final Sessions sessions;
  private final Holds holds;
  private final Reports reports;
  private final Venue venue;
  private final Phases phases;
  private final Auctions auctions;
  private final Expiry expiry;
  private final RequestControls requests;
  private final MassCancels massCancels;
  private final Timers timers;
  private final Inquiries inquiries;

  Clock(Parts parts, RequestControls requests, MassCancels massCancels) {
    instruments = parts.instruments;
    orders = parts.orders;
    sessions = parts.sessions;
    holds = parts.holds;
    reports = parts.reports;
    venue = parts.venue;
    phases = parts.phases;
    auctions = parts.auctions;
    expiry = parts.expiry;
    timers = parts.timers;
    inquiries = parts.inquiries;
    this.requests = requests;
    this.massCancels = massCancels;
  }

  /** The business time of a moment of the real clock. */
  long business(long time) {
    return time + venue.clockOffset();
  }

  /** Sets the business clock, and does what is due by it. */
  void set(long offset) {
    venue.clockOffset(offset);
    reports.time(business(timers.now()));
    reports.notice(NoticeKind.CLOCK_SET, -1, -1, Long.toString(offset));
    pass();
  }

  /** Knows after a load when something is due. */
  void loaded() {
    remind();
  }

  /** Does what is due. */
  void pass() {
    requests.passTime();
    expiry.pass(instruments);
    for (int id = 0; id < instruments.count(); id++) {
      ListedInstrument instrument = instruments.get(id);
      if (isInVolatilityAuction(instrument) && instrument.auctionEnds() <= timers.now()) {
        phases.enter(instrument, TradingPhase.CONTINUOUS, "Volatility auction over");
      } else if (instrument.isIndicationDue() && instrument.phase().isCall()) {
        auctions.indicate(instrument);
      }
    }
    for (int id = 0; id < sessions.count(); id++) {
      cancelIfGone(id);
    }
    remind();
  }

  /** A halt leaves the end of the auction that it interrupts as it was. */
  private static boolean isInVolatilityAuction(ListedInstrument instrument) {
    return instrument.auctionEnds() != 0 && instrument.phase() == TradingPhase.INTRADAY_AUCTION;
  }

  private void cancelIfGone(int sessionId) {
    Sessions.Session session = sessions.get(sessionId);
    if (session.goneUntil != 0 && session.goneUntil <= timers.now()) {
      session.goneUntil = 0;
      massCancels.cancel(
          -1,
          orderId -> orders.sessionId(orderId) == sessionId,
          Restatement.NONE,
          Restatement.DISCONNECT_TEXT);
    }
  }

  @Nullable String connected(ControlDecoder control) {
    if (control.sessionId() < 0 || control.time() < 0) {
      return "Unknown session";
    }
    Sessions.Session session = sessions.get(control.sessionId());
    session.goneUntil = 0;
    session.cancelsOnDisconnect = control.code() == 1;
    session.grace = control.time();
    return null;
  }

  @Nullable String disconnected(ControlDecoder control) {
    if (control.sessionId() < 0) {
      return "Unknown session";
    }
    inquiries.gone(control.sessionId());
    Sessions.Session session = sessions.get(control.sessionId());
    if (session.cancelsOnDisconnect) {
      session.goneUntil =
          session.grace > Long.MAX_VALUE - timers.now()
              ? Long.MAX_VALUE
              : timers.now() + session.grace;
      timers.at(session.goneUntil);
      cancelIfGone(control.sessionId());
    }
    return null;
  }

  private void remind() {
    timers.clear();
    holds.remind();
    expiry.remind();
    for (int id = 0; id < instruments.count(); id++) {
      instruments.get(id).remind();
    }
    for (int id = 0; id < sessions.count(); id++) {
      long gone = sessions.get(id).goneUntil;
      if (gone != 0) {
        timers.at(gone);
      }
    }
  }
}
