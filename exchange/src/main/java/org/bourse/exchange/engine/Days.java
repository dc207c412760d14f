package org.bourse.exchange.engine;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.model.BusinessDate;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** The end of the business day and the start of the next. */
final class Days {
  private final Instruments instruments;
  private final Orders orders;
  private final Terms terms;
  private final Trades trades;
  private final Reports reports;
  private final Placement placement;
  private final Routing routing;
  private final Phases phases;
  private final Expiry expiry;
  private final Venue venue;
  private final MarketChanges market;
  private final IdList carried = new IdList();

  Days(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    terms = parts.terms;
    trades = parts.trades;
    reports = parts.reports;
    placement = parts.placement;
    routing = parts.routing;
    phases = parts.phases;
    expiry = parts.expiry;
    venue = parts.venue;
    market = parts.market;
  }

  /** Closes every instrument. */
  void end() {
    for (int id = 0; id < instruments.count(); id++) {
      phases.enter(instruments.get(id), TradingPhase.CLOSED, "End of day");
    }
  }

  /** Begins a day: orders that have outlived the last are told so. Answers why not. */
  @Nullable String start(ControlDecoder control) {
    int next = control.code() == 0 ? after(expiry.today()) : control.code();
    if (control.code() != 0 && (!isDate(next) || next < venue.businessDate())) {
      return "No day after the last: " + next;
    }
    boolean bySchedule = (control.mask() & Control.BY_SCHEDULE) != 0;
    end();
    venue.beginDay(next, orders.count(), trades.count());
    for (int id = 0; id < instruments.count(); id++) {
      ListedInstrument instrument = instruments.get(id);
      instrument.prices(instrument.lastPrice(), instrument.lastPrice());
      market.dayBegins(instrument);
      carry(instrument);
      if (bySchedule) {
        reports.market(instrument, MarketState.PHASE, 0, 0, 0, next, "Start of day");
      } else {
        phases.enter(instrument, TradingPhase.CONTINUOUS, "Start of day");
      }
    }
    return null;
  }

  private static int after(int today) {
    LocalDate next = BusinessDate.date(today).plusDays(1);
    while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
      next = next.plusDays(1);
    }
    return BusinessDate.number(next);
  }

  private static boolean isDate(int number) {
    try {
      return number > 0 && BusinessDate.number(BusinessDate.date(number)) == number;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void carry(ListedInstrument instrument) {
    carried.clear();
    placement.<RuntimeException>forEachOpen(
        instrument,
        orderId -> {
          if (orders.state(orderId) != OrdStatus.PENDING_NEW) {
            carried.add(orderId);
          }
        });
    for (int i = 0; i < carried.size(); i++) {
      carry(carried.get(i), instrument);
    }
  }

  private void carry(long orderId, ListedInstrument instrument) {
    int place = orders.terms(orderId);
    if (place != 0 && expiry.isPast(terms.expireDate(place), 0)) {
      expiry.expire(orderId, instrument);
      return;
    }
    if (place == 0) {
      place = terms.add();
      orders.terms(orderId, place);
    }
    terms.carry(
        place, orders.cumQty(orderId), orders.notionalHigh(orderId), orders.notionalLow(orderId));
    boolean comesBack = orders.isMarked(orderId, Marks.DONE_FOR_DAY);
    orders.unmark(orderId, Marks.DONE_FOR_DAY);
    reports.unsolicited(orderId, ExecType.RESTATED, Restatement.GT_RENEWAL, Reports.NOTHING);
    if (comesBack && !orders.isMarked(orderId, Marks.SUSPENDED)) {
      placement.takeOn(orderId);
      routing.send(orderId, instrument);
    }
  }
}
