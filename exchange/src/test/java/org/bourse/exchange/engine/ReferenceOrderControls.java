package org.bourse.exchange.engine;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.engine.ReferenceReports.Reason;
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
    boolean elsewhere = control.code() == 1;
    boolean isLate = elsewhere && order != null && !order.isOpen();
    if (order == null || (!order.isTaken() && !isLate)) {
      return notOpen(order);
    }
    if (order.state == ReferenceOrder.REJECTED) {
      return "The order was rejected";
    }
    ReferenceListing listing = market.listing(order);
    long price = listing.price(control);
    long quantity = listing.quantity(control);
    String fault = listing.quantityFault(quantity);
    fault = fault == null ? listing.priceFault(price) : fault;
    if (fault != null) {
      return fault;
    }
    if (quantity > order.orderQty - order.cumQty) {
      return "The order has less open than that";
    }
    char before = order.state;
    order.fill(price, quantity);
    if (isLate) {
      order.hasEnded = true;
      order.state = order.cumQty == order.orderQty ? ReferenceOrder.FILLED : before;
      market.reached.add("a fill elsewhere of a done order");
    }
    listing.addNet(order, quantity);
    if (!elsewhere) {
      listing.trade(price);
    }
    Trade trade = market.trades.add(price, quantity, market.reports.nextExecId(), order);
    ReferenceReport report = new ReferenceReport(Reply.unasked(order), 'F', order);
    report.trade(trade.matchId, 0, price, quantity, 2);
    report.elsewhere = elsewhere;
    trade.isElsewhere = elsewhere;
    market.reports.add(report);
    if (isLate) {
      return null;
    }
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
    long newQuantity = listing.quantity(control);
    long newPrice = listing.price(control);
    long quantity = newQuantity == 0 ? order.orderQty : newQuantity;
    long price = newPrice == 0 ? order.price : newPrice;
    boolean isSplit = control.code() == 0;
    String fault = restateFault(order, quantity, price, isSplit, listing);
    if (fault != null) {
      return fault;
    }
    boolean waits = order.place != Place.NOWHERE;
    boolean keepsPlace = !isSplit && waits && price == order.price && quantity <= order.orderQty;
    boolean comesBack = order.isSuspended && !order.isDoneForDay;
    if (!keepsPlace) {
      listing.book.remove(order);
    }
    order.isSuspended = false;
    order.price = price;
    if (isSplit) {
      order.isSplit = true;
      order.cumQty = Objects.requireNonNull(split(order.cumQty, quantity, order.orderQty));
      order.cumBefore = Objects.requireNonNull(split(order.cumBefore, quantity, order.orderQty));
    }
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
      ReferenceOrder order, long quantity, long price, boolean isSplit, ReferenceListing listing) {
    String fault = listing.quantityFault(quantity);
    if (fault == null && order.hasLimit()) {
      fault = listing.priceFault(price);
    } else if (fault == null && price != 0) {
      fault = "Price on a market order";
    }
    if (fault != null) {
      return fault;
    }
    if (isSplit) {
      boolean isWhole =
          split(order.cumQty, quantity, order.orderQty) != null
              && split(order.cumBefore, quantity, order.orderQty) != null;
      return isWhole ? null : "CumQty can't change in that proportion";
    }
    return quantity <= order.cumQty ? "The order has traded so much already" : null;
  }

  /** The same in new shares, null where that is no whole number. */
  private static @Nullable Long split(long shares, long quantity, long old) {
    BigDecimal exact = BigDecimal.valueOf(shares).multiply(BigDecimal.valueOf(quantity));
    BigDecimal[] parts = exact.divideAndRemainder(BigDecimal.valueOf(old));
    return parts[1].signum() == 0 ? parts[0].longValueExact() : null;
  }

  @Nullable String stop(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    ReferenceListing listing = market.listing(order);
    long price = listing.price(control);
    long quantity = listing.quantity(control);
    boolean isPrice = price == 0 || listing.priceFault(price) == null;
    if (!isPrice || quantity < 0 || quantity > order.leavesQty()) {
      return "That can't be guaranteed";
    }
    order.isStopped = true;
    ReferenceReport report = new ReferenceReport(Reply.unasked(order), '7', order);
    report.trade(0, 0, price, quantity, 0);
    market.reached.add(quantity > 0 ? "a guarantee of a quantity" : "a guarantee");
    report.reason = new Reason(ReferenceReports.NO_REASON, control.text());
    market.reports.add(report);
    return null;
  }

  @Nullable String reject(Control control) {
    ReferenceOrder order = market.orders.numbered(control.orderId());
    if (order == null || !order.isTaken()) {
      return notOpen(order);
    }
    if (order.cumQty != 0) {
      return "The order has traded";
    }
    market.reached.add("an order rejected after it was taken");
    market.end(order, ReferenceOrder.REJECTED);
    ReferenceReport report = new ReferenceReport(Reply.unasked(order), '8', order);
    report.reason = new Reason(control.code(), control.text());
    market.reports.add(report);
    return null;
  }

  @Nullable String enter(Control control) {
    ReferenceListing listing = market.listingOrNone(control.instrumentId());
    if (listing == null || control.sessionId() < 0) {
      return "Unknown session or symbol";
    }
    String fault = listing.quantityFault(listing.quantity(control));
    fault = fault == null ? listing.priceFault(listing.price(control)) : fault;
    if (fault != null) {
      return fault;
    }
    if (!listing.isContinuous() && !listing.isCall()) {
      return "The market is closed";
    }
    if (control.msgType() != '1' && control.msgType() != '2') {
      return "side must be 1 or 2";
    }
    int participantId = market.sessions.get(control.sessionId()).participantId();
    ReferenceOrder order =
        ReferenceOrder.entered(market.orders.nextOrderId(), participantId, control);
    order.price = listing.price(control);
    order.orderQty = listing.quantity(control);
    order.changedAt = market.time.business();
    market.reached.add("an order entered by an operator");
    market.orders.addUnnamed(order);
    market.orders.opened(order);
    market.reports.unasked('0', order, -1, control.text());
    market.routing.send(order);
    market.stops.trigger(listing);
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
