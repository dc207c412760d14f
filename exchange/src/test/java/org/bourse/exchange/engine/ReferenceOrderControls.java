package org.bourse.exchange.engine;

import java.util.List;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceTrades.Trade;
import org.jspecify.annotations.Nullable;

/** What the venue does with an order of itself. */
final class ReferenceOrderControls {
  private static final String UNKNOWN = "Unknown order";

  private final ReferenceMarket market;

  ReferenceOrderControls(ReferenceMarket market) {
    this.market = market;
  }

  @Nullable String fill(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    ReferenceListing listing = market.listing(order);
    String fault = listing.quantityFault(control.quantity());
    fault = fault == null ? listing.priceFault(control.price()) : fault;
    if (fault != null) {
      return fault;
    }
    if (control.quantity() > order.leavesQty()) {
      return "The order has less open than that";
    }
    boolean elsewhere = control.code() == 1;
    order.fill(control.price(), control.quantity());
    listing.addNet(order, control.quantity());
    if (!elsewhere) {
      listing.trade(control.price());
    }
    Trade trade =
        market.trades.add(control.price(), control.quantity(), market.reports.nextExecId(), order);
    ReferenceReport report = new ReferenceReport(Reply.unasked(order), 'F', order);
    report.trade(trade.matchId, 0, control.price(), control.quantity(), 2);
    report.elsewhere = elsewhere;
    market.reports.add(report);
    if (order.leavesQty() == 0) {
      listing.book.remove(order);
    } else {
      listing.book.reduced(order);
    }
    market.stops.trigger(listing);
    return null;
  }

  @Nullable String cancel(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    market.end(order, ReferenceOrder.CANCELED, control.code(), control.text());
    return null;
  }

  @Nullable String restate(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    ReferenceListing listing = market.listing(order);
    long quantity = control.quantity() == 0 ? order.orderQty : control.quantity();
    long price = control.price() == 0 ? order.price : control.price();
    String fault = restateFault(order, quantity, price, listing);
    if (fault != null) {
      return fault;
    }
    boolean waits = order.place != Place.NOWHERE;
    boolean keepsPlace = waits && price == order.price && quantity <= order.orderQty;
    boolean comesBack = order.isSuspended && !order.isDoneForDay;
    if (!keepsPlace) {
      listing.book.remove(order);
    }
    order.isSuspended = false;
    order.price = price;
    order.orderQty = quantity;
    order.changedAt = market.time.business();
    market.reports.unasked('D', order, control.code(), control.text());
    if (keepsPlace) {
      listing.book.reduced(order);
    } else if (waits || comesBack) {
      market.routing.send(order);
    }
    market.stops.trigger(listing);
    return null;
  }

  private static @Nullable String restateFault(
      ReferenceOrder order, long quantity, long price, ReferenceListing listing) {
    String fault = listing.quantityFault(quantity);
    if (fault == null && order.hasLimit()) {
      fault = listing.priceFault(price);
    } else if (fault == null && price != 0) {
      fault = "Price on a market order";
    }
    if (fault != null) {
      return fault;
    }
    return quantity <= order.cumQty ? "The order has traded so much already" : null;
  }

  @Nullable String stop(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    order.isStopped = true;
    market.reports.unasked('7', order, -1, control.text());
    return null;
  }

  @Nullable String suspend(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    order.isSuspended = true;
    market.reports.unasked('9', order, -1, control.text());
    market.listing(order).book.remove(order);
    return null;
  }

  @Nullable String calculated(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null) {
      return UNKNOWN;
    }
    if (order.isOpen() || order.state == ReferenceOrder.REJECTED) {
      return "Only an order that is done and was taken can be calculated";
    }
    order.isCalculated = true;
    market.reports.unasked('B', order, -1, control.text());
    return null;
  }

  /** One order, or all of an instrument. */
  @Nullable String doneForDay(Control control) {
    if (control.instrumentId() >= 0) {
      List<ReferenceOrder> open = market.open(market.listings.get(control.instrumentId()));
      open.stream()
          .filter(order -> order.isTaken() && !order.isDoneForDay)
          .forEach(this::doneForDay);
      return null;
    }
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    doneForDay(order);
    return null;
  }

  private void doneForDay(ReferenceOrder order) {
    if (order.isGoodTill()) {
      market.listing(order).book.remove(order);
      order.isDoneForDay = true;
    } else {
      market.end(order, ReferenceOrder.DONE_FOR_DAY);
    }
    market.reports.unasked('3', order, -1, "");
  }

  private static String notOpen(@Nullable ReferenceOrder order) {
    if (order == null) {
      return UNKNOWN;
    }
    return order.isOpen() ? "The order waits to be taken" : "The order is done";
  }
}
