package org.bourse.exchange.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.bourse.exchange.model.BusinessDate;
import org.bourse.exchange.model.TimeInForce;
import org.bourse.exchange.model.TradingPhase;

/** Ends orders whose time is over: at the close, on their last day, at their last moment. */
final class Expiry {
  private final Orders orders;
  private final Terms terms;
  private final Reports reports;
  private final Placement placement;
  private final Venue venue;
  private final Timers timers;
  private final IdList over = new IdList();
  private final Moments moments = new Moments();

  Expiry(
      Orders orders,
      Terms terms,
      Reports reports,
      Placement placement,
      Venue venue,
      Timers timers) {
    this.orders = orders;
    this.terms = terms;
    this.reports = reports;
    this.placement = placement;
    this.venue = venue;
    this.timers = timers;
  }

  /** An order was taken or changed: its last moment, if it has one, is watched from now on. */
  void watch(long orderId) {
    int place = orders.terms(orderId);
    long time = place == 0 ? 0 : terms.expireTime(place);
    if (time != 0) {
      moments.add(time, orderId);
      timers.at(time - venue.clockOffset());
    }
  }

  /** Watches all open orders, after a load. */
  void watchAll() {
    for (long orderId = 1; orderId <= orders.count(); orderId++) {
      if (orders.isOpen(orderId) && orders.terms(orderId) != 0) {
        watch(orderId);
      }
    }
  }

  /** Says again when the next order may end. */
  void remind() {
    if (moments.first() != Moments.NEVER) {
      timers.at(moments.first() - venue.clockOffset());
    }
  }

  /** Ends the orders whose last moment has passed. */
  void pass(Instruments instruments) {
    while (moments.first() <= reports.time()) {
      long time = moments.first();
      long orderId = moments.remove();
      int place = orders.terms(orderId);
      if (orders.isOpen(orderId) && place != 0 && terms.expireTime(place) == time) {
        expire(orderId, instruments.get(orders.instrumentId(orderId)));
      }
    }
  }

  /** Ends what does not outlive the close of an instrument. */
  void close(ListedInstrument instrument) {
    over.clear();
    placement.<RuntimeException>forEachOpen(
        instrument,
        orderId -> {
          if (endsToday(orderId)) {
            over.add(orderId);
          }
        });
    for (int i = 0; i < over.size(); i++) {
      expire(over.get(i), instrument);
    }
  }

  private boolean endsToday(long orderId) {
    byte timeInForce = orders.timeInForce(orderId);
    if (timeInForce == TimeInForce.GOOD_TILL_CANCEL.code()) {
      return false;
    }
    int place = orders.terms(orderId);
    int lastDay = place == 0 ? 0 : terms.expireDate(place);
    boolean isDated = timeInForce == TimeInForce.GOOD_TILL_DATE.code();
    return !isDated || (lastDay != 0 && lastDay <= today());
  }

  /** Whether the time in which an order could be open is over, as for one of an earlier day. */
  boolean isOver(long orderId, ListedInstrument instrument) {
    byte timeInForce = orders.timeInForce(orderId);
    if (OrderKind.isGoodTill(timeInForce)) {
      int place = orders.terms(orderId);
      return isPast(terms.expireDate(place), terms.expireTime(place));
    }
    TradingPhase phase = instrument.phase();
    boolean isForOpening = timeInForce == TimeInForce.AT_THE_OPENING.code();
    return orderId < venue.firstOrderOfDay()
        || phase == TradingPhase.CLOSED
        || (isForOpening
            && phase != TradingPhase.PRE_OPEN
            && phase != TradingPhase.OPENING_AUCTION);
  }

  /** Ends an open order that is out of time. */
  void expire(long orderId, ListedInstrument instrument) {
    placement.end(orderId, instrument, OrdStatus.EXPIRED);
    reports.unsolicited(orderId, ExecType.EXPIRED, Restatement.NONE, Reports.NOTHING);
  }

  /** Whether a last day or a last moment lies in the past; 0: there is none. */
  boolean isPast(int date, long time) {
    return (date != 0 && date < today()) || (time != 0 && time <= reports.time());
  }

  /** The business day as yyyymmdd: the one that was begun, else that of the clock in UTC. */
  int today() {
    if (venue.businessDate() != 0) {
      return venue.businessDate();
    }
    long seconds = TimeUnit.NANOSECONDS.toSeconds(reports.time());
    return BusinessDate.number(LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC));
  }
}
