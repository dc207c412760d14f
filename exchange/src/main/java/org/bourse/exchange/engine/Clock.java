package org.bourse.exchange.engine;

import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/**
 * What is due when time has passed. The engine reads no clock: it knows the time of its commands,
 * and says when it wants to be told again.
 */
final class Clock {
  private static final long INDICATION_NANOS = 250_000_000;

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
  private long now;
  private long indicatedAt;

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
    this.requests = requests;
    this.massCancels = massCancels;
  }

  /** The time of the command in hand, by the real clock. */
  void begin(long time) {
    now = time;
  }

  /** The business time of a moment of the real clock. */
  long business(long time) {
    return time + venue.clockOffset();
  }

  /** Sets the business clock, and does what is due by it. */
  void set(long offset) {
    venue.clockOffset(offset);
    reports.time(business(now));
    pass();
  }

  /** Does what is due. */
  void pass() {
    requests.passTime();
    expiry.pass(instruments);
    for (int id = 0; id < instruments.count(); id++) {
      ListedInstrument instrument = instruments.get(id);
      if (isInVolatilityAuction(instrument) && instrument.auctionEnds() <= now) {
        phases.enter(instrument, TradingPhase.CONTINUOUS, "Volatility auction over");
      } else if (instrument.isIndicationDue() && instrument.phase().isCall()) {
        auctions.indicate(instrument);
        indicatedAt = now;
      }
    }
    for (int id = 0; id < sessions.count(); id++) {
      cancelIfGone(id);
    }
  }

  /** A halt leaves the end of the auction that it interrupts as it was. */
  private static boolean isInVolatilityAuction(ListedInstrument instrument) {
    return instrument.auctionEnds() != 0 && instrument.phase() == TradingPhase.INTRADAY_AUCTION;
  }

  private void cancelIfGone(int sessionId) {
    Sessions.Session session = sessions.get(sessionId);
    if (session.goneUntil != 0 && session.goneUntil <= now) {
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
    Sessions.Session session = sessions.get(control.sessionId());
    if (session.cancelsOnDisconnect) {
      session.goneUntil =
          session.grace > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + session.grace;
      cancelIfGone(control.sessionId());
    }
    return null;
  }

  /** When something is due next by the real clock, nanoseconds; MAX_VALUE: nothing is. */
  long next() {
    long next = holds.isIdle() ? Long.MAX_VALUE : holds.nextDue();
    long expires = expiry.next();
    if (expires != Long.MAX_VALUE) {
      next = Math.min(next, expires - venue.clockOffset());
    }
    for (int id = 0; id < instruments.count(); id++) {
      ListedInstrument instrument = instruments.get(id);
      if (isInVolatilityAuction(instrument)) {
        next = Math.min(next, instrument.auctionEnds());
      }
      if (instrument.isIndicationDue() && instrument.phase().isCall()) {
        next = Math.min(next, indicatedAt + INDICATION_NANOS);
      }
    }
    for (int id = 0; id < sessions.count(); id++) {
      long gone = sessions.get(id).goneUntil;
      next = gone == 0 ? next : Math.min(next, gone);
    }
    return next;
  }

  long indicatedAt() {
    return indicatedAt;
  }

  void indicatedAt(long time) {
    indicatedAt = time;
  }
}
