package org.bourse.exchange.engine;

import java.util.List;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.engine.ReferenceSessions.Session;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** What is due when time has passed, and what sessions want done when they are gone. */
final class ReferenceClock {
  private final ReferenceMarket market;

  ReferenceClock(ReferenceMarket market) {
    this.market = market;
  }

  void pass() {
    market.holds.passTime();
    expire();
    for (ReferenceListing listing : market.listings) {
      if (listing.phase == TradingPhase.INTRADAY_AUCTION
          && listing.auctionEnds != 0
          && listing.auctionEnds <= market.time.now) {
        market.phases.enter(listing, TradingPhase.CONTINUOUS, "Volatility auction over");
      } else if (listing.isCall() && listing.book.isChanged) {
        market.auctions.indicate(listing);
      }
    }
    for (Session session : market.sessions.all()) {
      cancelIfGone(session);
    }
  }

  /** Ends the orders whose last moment is past, the earliest first. */
  private void expire() {
    List<ReferenceOrder> over =
        market.listings.stream()
            .flatMap(listing -> market.orders.open(listing.id).stream())
            .filter(order -> market.time.isPast(0, order.conditions.expireTime()))
            .sorted(ReferenceClock::byLastMoment)
            .toList();
    over.forEach(order -> market.end(order, ReferenceOrder.EXPIRED, -1, ""));
  }

  private static int byLastMoment(ReferenceOrder a, ReferenceOrder b) {
    int byTime = Long.compare(a.conditions.expireTime(), b.conditions.expireTime());
    return byTime != 0 ? byTime : Long.compare(a.orderId, b.orderId);
  }

  private void cancelIfGone(Session session) {
    if (session.goneUntil != 0 && session.goneUntil <= market.time.now) {
      session.goneUntil = 0;
      int id = session.definition.sessionId();
      market.queries.cancel(-1, order -> order.sessionId == id, "Canceled on disconnect");
    }
  }

  @Nullable String connected(Control control) {
    if (control.sessionId() < 0 || control.time() < 0) {
      return "Unknown session";
    }
    Session session = market.sessions.get(control.sessionId());
    session.goneUntil = 0;
    session.cancelsOnDisconnect = control.code() == 1;
    session.grace = control.time();
    return null;
  }

  @Nullable String disconnected(Control control) {
    if (control.sessionId() < 0) {
      return "Unknown session";
    }
    market.inquiries.gone(control.sessionId());
    Session session = market.sessions.get(control.sessionId());
    if (session.cancelsOnDisconnect) {
      session.goneUntil = market.time.now + session.grace;
      cancelIfGone(session);
    }
    return null;
  }
}
