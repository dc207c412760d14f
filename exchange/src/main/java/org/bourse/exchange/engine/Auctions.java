package org.bourse.exchange.engine;

import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.model.OrdType;

/**
 * Trades what an auction has collected, all at one price: orders without a limit first, then by
 * price and time. Self-trade prevention does not apply in it.
 */
final class Auctions {
  private final Orders orders;
  private final Trades trades;
  private final Reports reports;
  private final Placement placement;
  private final Matching matching;
  private final Venue venue;
  private final Inquiries inquiries;
  private final MarketChanges market;
  private final AuctionPrice auction;
  private final IdList leftOver = new IdList();

  Auctions(
      Orders orders,
      Trades trades,
      Reports reports,
      Placement placement,
      Matching matching,
      Venue venue,
      Inquiries inquiries,
      MarketChanges market) {
    this.inquiries = inquiries;
    this.market = market;
    this.orders = orders;
    this.trades = trades;
    this.reports = reports;
    this.placement = placement;
    this.matching = matching;
    this.venue = venue;
    auction = new AuctionPrice(orders);
  }

  /** Tells what the auction of an instrument would give now. */
  void indicate(ListedInstrument instrument) {
    instrument.indicationDue(false);
    auction.find(instrument);
    tell(instrument, MarketState.INDICATIVE);
    long price = auction.price() * instrument.rules().tickSize();
    inquiries.indicated(instrument, price, auction.volume());
  }

  /** Tells how an instrument is traded, and what its auction would give. */
  void describe(ListedInstrument instrument) {
    reports.market(instrument, MarketState.PHASE, 0, 0, 0, venue.businessDate(), "");
    if (instrument.phase().isCall()) {
      auction.find(instrument);
      tell(instrument, MarketState.INDICATIVE);
    }
  }

  /** Holds the auction of an instrument, and ends the orders without a limit that are left. */
  void uncross(ListedInstrument instrument) {
    auction.find(instrument);
    long price = auction.price() * instrument.rules().tickSize();
    for (long left = auction.volume(); left > 0; ) {
      left -= trade(instrument, price, left);
    }
    instrument.indicationDue(false);
    if (auction.volume() > 0) {
      tell(instrument, MarketState.UNCROSSED);
    }
    WaitingOrders waiting = instrument.waiting();
    if (waiting != null) {
      leftOver.clear();
      waiting.market(true).forEach(leftOver::add);
      waiting.market(false).forEach(leftOver::add);
      for (int i = 0; i < leftOver.size(); i++) {
        endMarketOrder(leftOver.get(i), instrument, price);
      }
    }
  }

  private void tell(ListedInstrument instrument, int kind) {
    reports.market(
        instrument,
        kind,
        auction.price() * instrument.rules().tickSize(),
        auction.volume(),
        auction.surplus(),
        venue.businessDate(),
        "");
  }

  private void endMarketOrder(long orderId, ListedInstrument instrument, long price) {
    if (orders.ordType(orderId) == OrdType.MARKET_TO_LIMIT.code() && price > 0) {
      placement.withdraw(orderId, instrument);
      matching.takeLimit(orderId, instrument, price);
    } else {
      matching.endRemainder(orderId, instrument);
    }
  }

  private long trade(ListedInstrument instrument, long price, long most) {
    PriceLevels buyQueue = first(instrument, true);
    PriceLevels sellQueue = first(instrument, false);
    int buySlot = buyQueue.first(buyQueue.best());
    int sellSlot = sellQueue.first(sellQueue.best());
    OrderBook book = instrument.book();
    long buyer = book.orderId(buySlot);
    long seller = book.orderId(sellSlot);
    long quantity = Math.min(most, Math.min(book.quantity(buySlot), book.quantity(sellSlot)));
    orders.fill(buyer, price, quantity);
    orders.fill(seller, price, quantity);
    matching.settle(buyer, instrument, quantity);
    matching.settle(seller, instrument, quantity);
    instrument.traded(price);
    long matchId =
        trades.add(buyer, seller, price, quantity, reports.eventSeq() + 1, reports.time());
    market.traded(instrument, matchId, (byte) 0);
    reports.traded(buyer, seller, matchId, price, quantity, 2);
    reports.traded(seller, buyer, matchId, price, quantity, 2);
    take(buyer, instrument, buyQueue, buySlot, quantity);
    take(seller, instrument, sellQueue, sellSlot, quantity);
    return quantity;
  }

  private static PriceLevels first(ListedInstrument instrument, boolean buy) {
    WaitingOrders waiting = instrument.waiting();
    return waiting != null && waiting.market(buy).best() != 0
        ? waiting.market(buy)
        : instrument.book().side(buy);
  }

  private void take(
      long orderId, ListedInstrument instrument, PriceLevels queue, int slot, long quantity) {
    long left = instrument.book().quantity(slot) - quantity;
    if (left == 0) {
      queue.remove(slot);
    } else {
      queue.reduce(slot, left);
    }
    placement.filled(orderId, instrument, left);
  }
}
