package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceTrades.Side;
import org.bourse.exchange.engine.ReferenceTrades.Trade;
import org.bourse.exchange.model.TradingPhase;
import org.jspecify.annotations.Nullable;

/** Trades that never were, or were otherwise. */
final class ReferenceTradeControls {
  private static final String OF_SPLIT = "An order of the trade was split";

  private final ReferenceMarket market;

  ReferenceTradeControls(ReferenceMarket market) {
    this.market = market;
  }

  @Nullable String bust(Control control) {
    Trade trade = market.trades.find(control.execId());
    if (trade == null) {
      return "Unknown execution";
    }
    if (trade.quantity == 0) {
      return "The trade was busted already";
    }
    if (isOfSplit(trade)) {
      return OF_SPLIT;
    }
    change(trade, trade.price, 0);
    return null;
  }

  @Nullable String correct(Control control) {
    Trade trade = market.trades.find(control.execId());
    if (trade == null) {
      return "Unknown execution";
    }
    if (trade.quantity == 0) {
      return "The trade was busted: a busted execution is followed by a new trade";
    }
    if (isOfSplit(trade)) {
      return OF_SPLIT;
    }
    ReferenceListing listing = market.listing(trade.sides.get(0).order);
    long newQuantity = listing.quantity(control);
    long newPrice = listing.price(control);
    long quantity = newQuantity == 0 ? trade.quantity : newQuantity;
    long price = newPrice == 0 ? trade.price : newPrice;
    String fault = listing.quantityFault(quantity);
    fault = fault == null ? listing.priceFault(price) : fault;
    if (fault != null) {
      return fault;
    }
    for (Side side : trade.sides) {
      if (side.order.cumQty - trade.quantity + quantity > side.order.orderQty) {
        return "An order has less open than that";
      }
    }
    change(trade, price, quantity);
    return null;
  }

  private static boolean isOfSplit(Trade trade) {
    return trade.sides.stream().anyMatch(side -> side.order.isSplit);
  }

  private void change(Trade trade, long price, long quantity) {
    long oldPrice = trade.price;
    long oldQuantity = trade.quantity;
    trade.price = price;
    trade.quantity = quantity;
    for (Side side : trade.sides) {
      ReferenceOrder order = side.order;
      boolean wasOpen = order.isOpen();
      BigInteger notional = order.notional;
      order.takeBack(oldPrice, oldQuantity);
      char before = order.state;
      order.hasEnded |= !wasOpen && before != ReferenceOrder.FILLED;
      if (quantity > 0) {
        order.fill(price, quantity);
      }
      if (order.isCarried && trade.day < market.time.days) {
        order.cumBefore += quantity - oldQuantity;
        order.notionalBefore = order.notionalBefore.add(order.notional).subtract(notional);
        market.reached.add("a trade of an earlier day changed");
      }
      order.state = stateAfter(order, before, wasOpen);
      market.listing(order).addNet(order, quantity - oldQuantity);
      tell(trade, side);
      settle(order, wasOpen, quantity - oldQuantity);
    }
  }

  private char stateAfter(ReferenceOrder order, char before, boolean wasOpen) {
    if (order.cumQty == order.orderQty) {
      return ReferenceOrder.FILLED;
    }
    boolean comesBack = before == ReferenceOrder.FILLED && mayComeBack(order);
    if (wasOpen || comesBack) {
      return order.cumQty == 0 ? ReferenceOrder.NEW : ReferenceOrder.PARTIALLY_FILLED;
    }
    return before == ReferenceOrder.FILLED ? ReferenceOrder.CANCELED : before;
  }

  /** Whether a filled order may be open again: one with a limit whose time is not over. */
  private boolean mayComeBack(ReferenceOrder order) {
    ReferenceListing listing = market.listing(order);
    long tick = listing.instrument.tickSize();
    if (order.hasEnded
        || !order.hasLimit()
        || order.price % tick != 0
        || order.conditions.stopPrice() % tick != 0
        || market.time.isPast(order.conditions.expireDate(), order.conditions.expireTime())) {
      return false;
    }
    boolean isToday = market.orders.isOfToday(order) && listing.phase != TradingPhase.CLOSED;
    return switch (order.timeInForce) {
      case '1', '6' -> true;
      case '2' ->
          isToday
              && (listing.phase == TradingPhase.PRE_OPEN
                  || listing.phase == TradingPhase.OPENING_AUCTION);
      case '0', '7' -> isToday;
      default -> false;
    };
  }

  private void tell(Trade trade, Side side) {
    char execType = trade.quantity == 0 ? 'H' : 'G';
    long price = trade.quantity == 0 ? 0 : trade.price;
    ReferenceReport report = new ReferenceReport(Reply.unasked(side.order), execType, side.order);
    report.trade(trade.matchId, 0, price, trade.quantity, 2);
    report.execRefId = side.lastExecId();
    report.elsewhere = trade.isElsewhere;
    side.execIds.add(market.reports.nextExecId());
    market.reports.add(report);
  }

  /** Puts the order where it belongs now; more: how much more it has traded. */
  private void settle(ReferenceOrder order, boolean wasOpen, long more) {
    ReferenceBook book = market.listing(order).book;
    if (!order.isOpen()) {
      book.remove(order);
      return;
    }
    market.orders.opened(order);
    boolean waits = order.place != Place.NOWHERE;
    if (wasOpen && !waits) {
      return;
    }
    if (more > 0) {
      book.reduced(order);
    } else if (more < 0) {
      comeBack(order);
    }
  }

  private void comeBack(ReferenceOrder order) {
    ReferenceListing listing = market.listing(order);
    listing.book.remove(order);
    if (order.isSuspended || order.isDoneForDay) {
      return;
    }
    ReferenceOrder best = listing.book.best(!order.isBuy());
    boolean crosses =
        best != null && (order.isBuy() ? order.price >= best.price : order.price <= best.price);
    if (crosses && market.routing.isThroughBook(order)) {
      market.end(order, ReferenceOrder.CANCELED, 99, "Would trade again after the bust");
    } else {
      market.routing.send(order);
    }
  }
}
