package org.bourse.exchange.engine;

import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceRules.Asked;
import org.bourse.exchange.model.Profile;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** What a replace may change, and how. */
final class ReferenceReplacement {
  private final ReferenceMarket market;

  ReferenceReplacement(ReferenceMarket market) {
    this.market = market;
  }

  /** Why an order may not be changed so, null: it may. */
  @Nullable Reason fault(ReferenceOrder order, ReplaceOrder request) {
    ReferenceListing listing = market.listing(order);
    Asked asked = Asked.of(request);
    String text = unchangeable(order, request, listing);
    if (text != null) {
      return new Reason(2, text);
    }
    Reason fault = ReferenceRules.combination(asked);
    fault = fault != null ? fault : ReferenceRules.values(asked, listing);
    fault = fault != null ? fault : market.changes.expiryFault(asked);
    if (request.quantity() > order.cumQty) {
      long more = request.quantity() - order.cumQty - order.leavesQty();
      fault =
          fault != null
              ? fault
              : market.risk.fault(order.participantId, order.side, asked, more, listing);
      fault = fault != null ? fault : market.entry.postOnlyFault(order.side, asked, listing);
    }
    return fault == null ? null : new Reason(2, fault.text());
  }

  private @Nullable String unchangeable(
      ReferenceOrder order, ReplaceOrder request, ReferenceListing listing) {
    if (!listing.enabled) {
      return "Instrument is no longer traded";
    } else if (request.ordType() != order.ordType) {
      return "OrdType may not change";
    } else if (!mayBecome(order, request.timeInForce())) {
      return "TimeInForce may not change so";
    } else if (listing.phase == TradingPhase.CLOSED) {
      return "Market is closed";
    } else if (listing.phase == TradingPhase.HALTED) {
      return "Trading is halted";
    } else if (request.conditions().minQuantity() != 0
        && request.conditions().minQuantity() != order.conditions.minQuantity()) {
      return "MinQty may not change";
    } else if (request.conditions().cashQuantity() != 0) {
      return "CashOrderQty may not change";
    } else if (order.isTriggered
        && request.conditions().stopPrice() != order.conditions.stopPrice()) {
      return "The stop was triggered: StopPx may not change";
    }
    return null;
  }

  private static boolean mayBecome(ReferenceOrder order, char next) {
    if (order.timeInForce == next) {
      return !order.isImmediate() || order.isOpen();
    }
    return "016".indexOf(order.timeInForce) >= 0 && "016".indexOf(next) >= 0;
  }

  void carryOut(ReferenceOrder order, ReplaceOrder request, Reply to) {
    ReferenceListing listing = market.listing(order);
    boolean ends = request.quantity() <= order.cumQty;
    boolean waits = order.place != Place.NOWHERE;
    boolean reopens = !order.isOpen() && !order.isSuspended && !order.isDoneForDay;
    boolean keepsPlace = !ends && waits && keepsPlace(order, request);
    String what = reopens ? "opens a filled order" : waits ? "loses the place" : "waits for more";
    String how = ends ? "ends the order" : keepsPlace ? "keeps the place" : what;
    market.reached.add("a replace that " + how);
    market.reached.add("a replace of 40=" + order.ordType + " 59=" + order.timeInForce);
    market.reached.add("a replace in " + listing.phase);
    if (!keepsPlace) {
      listing.book.remove(order);
    }
    String before = order.clOrdId;
    take(order, request);
    if (ends) {
      order.orderQty = order.cumQty;
      order.state = ReferenceOrder.FILLED;
    } else {
      order.orderQty = request.quantity();
      order.reopen();
      market.orders.opened(order);
    }
    ReferenceReport report = new ReferenceReport(to, '5', order);
    report.origClOrdId = before;
    if (!ends && market.follows(Profile.REPLACED_STATUS)) {
      report.ordStatus = '5';
    }
    market.reports.add(report);
    if (keepsPlace) {
      listing.book.reduced(order);
    } else if (!ends && (waits || reopens)) {
      if (market.stops.isReachedAtOnce(order)) {
        market.stops.trigger(order);
      } else {
        market.routing.send(order);
      }
      market.stops.trigger(listing);
    }
  }

  private static boolean keepsPlace(ReferenceOrder order, ReplaceOrder request) {
    return request.price() == order.price
        && request.quantity() <= order.orderQty
        && request.conditions().maxFloor() == order.conditions.maxFloor()
        && request.conditions().stopPrice() == order.conditions.stopPrice();
  }

  private void take(ReferenceOrder order, ReplaceOrder request) {
    order.clOrdId = request.clOrdId();
    order.sessionId = request.sessionId();
    order.price = request.price();
    order.timeInForce = request.timeInForce();
    order.account = request.account().isEmpty() ? order.account : request.account();
    order.conditions = request.conditions();
    order.changedAt = market.time.business();
  }
}
