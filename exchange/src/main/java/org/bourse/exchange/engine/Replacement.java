package org.bourse.exchange.engine;

import org.bourse.exchange.model.Profile;

/** Carries out a replace that has been found good. */
final class Replacement {
  private final Orders orders;
  private final Terms terms;
  private final Texts texts;
  private final Reports reports;
  private final Venue venue;
  private final Placement placement;
  private final Routing routing;
  private final Stops stops;
  private final Expiry expiry;
  private final BestOnly bestOnly;

  Replacement(Parts parts) {
    orders = parts.orders;
    terms = parts.terms;
    texts = parts.texts;
    reports = parts.reports;
    venue = parts.venue;
    placement = parts.placement;
    routing = parts.routing;
    stops = parts.stops;
    expiry = parts.expiry;
    bestOnly = parts.bestOnly;
  }

  /**
   * FIX 4.4 Vol. 4: a replace keeps priority where only the quantity falls; at or below CumQty it
   * ends the order.
   */
  void carryOut(long orderId, Request request, int name, ListedInstrument instrument) {
    long cumQty = orders.cumQty(orderId);
    boolean ends = request.quantity <= cumQty;
    boolean wasOpen = orders.isOpen(orderId);
    boolean keepsPlace = !ends && placement.rests(orderId) && keepsPlace(orderId, request);
    boolean goes = placement.rests(orderId) || (!wasOpen && !placement.mustStayOff(orderId));
    if (wasOpen) {
      placement.reopening(orderId, instrument);
    }
    if (!keepsPlace) {
      placement.withdraw(orderId, instrument);
    }
    int previousName = orders.clOrdId(orderId);
    take(orderId, request, name);
    orders.orderQty(orderId, ends ? cumQty : request.quantity);
    if (ends) {
      orders.state(orderId, OrdStatus.FILLED);
      placement.takeOn(orderId);
    } else {
      orders.state(orderId, cumQty == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED);
      placement.opened(orderId, instrument);
    }
    if (venue.is(Profile.REPLACED_STATUS) && !ends) {
      reports.replaced(orderId, request, previousName);
    } else {
      reports.changed(orderId, ExecType.REPLACED, request, previousName);
    }
    if (keepsPlace) {
      placement.reduced(orderId, instrument);
    } else if (!ends && goes) {
      rest(orderId, instrument);
    } else if (!ends) {
      placement.takeOff(orderId);
    }
  }

  private void rest(long orderId, ListedInstrument instrument) {
    if (!orders.isMarked(orderId, Marks.TRIGGERED) && stops.isReached(orderId, instrument)) {
      stops.triggerAtOnce(orderId, instrument);
    } else {
      routing.send(orderId, instrument);
    }
    stops.trigger(instrument);
  }

  private boolean keepsPlace(long orderId, Request request) {
    int place = orders.terms(orderId);
    boolean sameShown = request.maxFloor == (place == 0 ? 0 : terms.maxFloor(place));
    boolean sameStop = request.stopPrice == (place == 0 ? 0 : terms.stopPrice(place));
    return request.price == orders.price(orderId)
        && request.quantity <= orders.orderQty(orderId)
        && sameShown
        && sameStop;
  }

  private void take(long orderId, Request request, int name) {
    orders.clOrdId(orderId, name);
    orders.sessionId(orderId, request.sessionId);
    orders.price(orderId, request.price);
    orders.timeInForce(orderId, request.timeInForce);
    orders.changedAt(orderId, reports.time());
    int place = orders.terms(orderId);
    if (place == 0 && request.hasTerms()) {
      place = terms.add();
      orders.terms(orderId, place);
    }
    if (place != 0) {
      terms.set(place, request);
      expiry.watch(orderId);
      bestOnly.watch(orderId);
    }
    if (request.account.capacity() > 0) {
      orders.account(orderId, texts.intern(OrderEntry.ACCOUNTS, request.account));
    }
  }
}
