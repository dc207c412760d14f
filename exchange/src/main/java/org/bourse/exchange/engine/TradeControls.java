package org.bourse.exchange.engine;

import org.bourse.exchange.command.codec.ControlDecoder;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.OrderFault;
import org.jspecify.annotations.Nullable;

/**
 * Busts and corrects trades, for both sides. What an order gets back is open again: it rests behind
 * all others; where it would trade at once it is canceled, lest the trade comes again.
 */
final class TradeControls {
  private static final String OF_SPLIT = "An order of the trade was split";

  private final Instruments instruments;
  private final Orders orders;
  private final Trades trades;
  private final Reports reports;
  private final Placement placement;
  private final Routing routing;
  private final Terms terms;
  private final Venue venue;
  private final Expiry expiry;
  private final BestOnly bestOnly;
  private final MarketChanges market;

  TradeControls(Parts parts) {
    instruments = parts.instruments;
    orders = parts.orders;
    trades = parts.trades;
    reports = parts.reports;
    placement = parts.placement;
    routing = parts.routing;
    terms = parts.terms;
    venue = parts.venue;
    expiry = parts.expiry;
    bestOnly = parts.bestOnly;
    market = parts.market;
  }

  /** The trade never was. Answers why not, null: done. */
  @Nullable String bust(ControlDecoder control) {
    long matchId = trades.find(control.execId());
    if (matchId == 0) {
      return "Unknown execution";
    }
    long quantity = trades.quantity(matchId);
    if (quantity == 0) {
      return "The trade was busted already";
    }
    if (isOfSplit(matchId)) {
      return OF_SPLIT;
    }
    long price = trades.price(matchId);
    trades.change(matchId, price, 0);
    change(matchId, price, quantity, price, 0);
    return null;
  }

  /** The trade had another price or quantity. Answers why not, null: done. */
  @Nullable String correct(ControlDecoder control) {
    long matchId = trades.find(control.execId());
    if (matchId == 0) {
      return "Unknown execution";
    }
    long oldQuantity = trades.quantity(matchId);
    long oldPrice = trades.price(matchId);
    if (oldQuantity == 0) {
      return "The trade was busted: a busted execution is followed by a new trade";
    }
    if (isOfSplit(matchId)) {
      return OF_SPLIT;
    }
    long anyOrder = Math.max(trades.resting(matchId), trades.aggressor(matchId));
    Instrument rules = instruments.get(orders.instrumentId(anyOrder)).rules();
    long newQuantity = ControlValues.quantity(control, rules);
    long newPrice = ControlValues.price(control, rules);
    long quantity = newQuantity == 0 ? oldQuantity : newQuantity;
    long price = newPrice == 0 ? oldPrice : newPrice;
    OrderFault fault = rules.quantityFault(quantity);
    if (fault == null) {
      fault = rules.priceFault(price);
    }
    if (fault != null) {
      return fault.text();
    }
    if (!hasRoom(trades.resting(matchId), quantity - oldQuantity)
        || !hasRoom(trades.aggressor(matchId), quantity - oldQuantity)) {
      return "An order has less open than that";
    }
    trades.change(matchId, price, quantity);
    change(matchId, oldPrice, oldQuantity, price, quantity);
    return null;
  }

  /** Where an order has other shares than it traded, a trade can't be taken from them. */
  private boolean isOfSplit(long matchId) {
    return isSplit(trades.resting(matchId)) || isSplit(trades.aggressor(matchId));
  }

  private boolean isSplit(long orderId) {
    return orderId != 0 && orders.isMarked(orderId, Marks.SPLIT);
  }

  private boolean hasRoom(long orderId, long more) {
    return orderId == 0 || more <= orders.orderQty(orderId) - orders.cumQty(orderId);
  }

  private void change(long matchId, long oldPrice, long oldQuantity, long price, long quantity) {
    side(matchId, false, oldPrice, oldQuantity, price, quantity);
    side(matchId, true, oldPrice, oldQuantity, price, quantity);
    long anyOrder = Math.max(trades.resting(matchId), trades.aggressor(matchId));
    if (!trades.isElsewhere(matchId)) {
      ListedInstrument instrument = instruments.get(orders.instrumentId(anyOrder));
      market.retraded(instrument, matchId, venue.firstMatchOfDay());
    }
  }

  private void side(
      long matchId,
      boolean ofAggressor,
      long oldPrice,
      long oldQuantity,
      long price,
      long quantity) {
    long orderId = ofAggressor ? trades.aggressor(matchId) : trades.resting(matchId);
    if (orderId == 0) {
      return;
    }
    ListedInstrument instrument = instruments.get(orders.instrumentId(orderId));
    boolean wasOpen = orders.isOpen(orderId);
    boolean reopens =
        !wasOpen && orders.state(orderId) == OrdStatus.FILLED && mayComeBack(orderId, instrument);
    if (wasOpen) {
      placement.reopening(orderId, instrument);
    }
    byte state = orders.state(orderId);
    if (!wasOpen && state != OrdStatus.FILLED) {
      orders.mark(orderId, Marks.ENDED);
    }
    long highBefore = orders.notionalHigh(orderId);
    long lowBefore = orders.notionalLow(orderId);
    orders.takeBack(orderId, oldPrice, oldQuantity);
    if (quantity > 0) {
      orders.fill(orderId, price, quantity);
    }
    if (matchId < venue.firstMatchOfDay() && terms.isCarried(orders.terms(orderId))) {
      correctDay(orderId, quantity - oldQuantity, highBefore, lowBefore);
    }
    orders.state(orderId, stateAfter(orderId, state, wasOpen || reopens));
    instrument
        .positions()
        .corrected(orders.participantId(orderId), placement.isBuy(orderId), quantity - oldQuantity);
    if (orders.isOpen(orderId)) {
      placement.opened(orderId, instrument);
    }
    long execRef = trades.lastExec(matchId, ofAggressor);
    byte execType = quantity == 0 ? ExecType.TRADE_CANCEL : ExecType.TRADE_CORRECT;
    trades.told(matchId, ofAggressor, reports.eventSeq() + 1);
    reports.tradeChanged(
        orderId,
        execType,
        execRef,
        matchId,
        quantity == 0 ? 0 : price,
        quantity,
        trades.isElsewhere(matchId));
    rest(orderId, instrument, wasOpen, quantity - oldQuantity);
  }

  private void correctDay(long orderId, long more, long highBefore, long lowBefore) {
    long low = orders.notionalLow(orderId) - lowBefore;
    int borrow = Long.compareUnsigned(orders.notionalLow(orderId), lowBefore) < 0 ? 1 : 0;
    long high = orders.notionalHigh(orderId) - highBefore - borrow;
    terms.correctBefore(orders.terms(orderId), more, high, low);
  }

  /** Whether what comes back to a filled order may be open again. */
  private boolean mayComeBack(long orderId, ListedInstrument instrument) {
    int place = orders.terms(orderId);
    long tick = instrument.rules().tickSize();
    return !orders.isMarked(orderId, Marks.ENDED)
        && OrderKind.hasLimit(orders.ordType(orderId))
        && OrderKind.mayRest(orders.timeInForce(orderId))
        && orders.price(orderId) % tick == 0
        && terms.stopPrice(place) % tick == 0
        && !expiry.isOver(orderId, instrument);
  }

  private byte stateAfter(long orderId, byte before, boolean mayBeOpen) {
    if (orders.cumQty(orderId) == orders.orderQty(orderId)) {
      return OrdStatus.FILLED;
    }
    if (!mayBeOpen) {
      return before == OrdStatus.FILLED ? OrdStatus.CANCELED : before;
    }
    return orders.cumQty(orderId) == 0 ? OrdStatus.NEW : OrdStatus.PARTIALLY_FILLED;
  }

  private void rest(long orderId, ListedInstrument instrument, boolean wasOpen, long more) {
    if (!orders.isOpen(orderId)) {
      placement.withdraw(orderId, instrument);
      placement.takeOn(orderId);
      return;
    }
    if (placement.mustStayOff(orderId)) {
      placement.takeOff(orderId);
      return;
    }
    if (wasOpen && more > 0) {
      placement.reduced(orderId, instrument);
      return;
    }
    if (more == 0) {
      return;
    }
    expiry.watch(orderId);
    bestOnly.watch(orderId);
    placement.withdraw(orderId, instrument);
    long ticks = orders.price(orderId) / instrument.rules().tickSize();
    if (instrument.isContinuous()
        && routing.isThroughBook(orderId, instrument)
        && instrument.book().crosses(placement.isBuy(orderId), ticks)) {
      placement.end(orderId, instrument, OrdStatus.CANCELED);
      reports.unsolicited(orderId, ExecType.CANCELED, Restatement.OTHER, Restatement.BUST_TEXT);
      return;
    }
    routing.send(orderId, instrument);
  }
}
