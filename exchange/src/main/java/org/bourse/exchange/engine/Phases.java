package org.bourse.exchange.engine;

import java.util.concurrent.TimeUnit;
import org.bourse.exchange.event.MarketState;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.TimeInForce;
import org.bourse.exchange.model.TradingPhase;

/** Leads instruments from one phase to the next, with what each change does to the orders. */
final class Phases implements Matching.VolatilityAuctions {
  private final Orders orders;
  private final Terms terms;
  private final Reports reports;
  private final Placement placement;
  private final Matching matching;
  private final Auctions auctions;
  private final Stops stops;
  private final Venue venue;
  private final Expiry expiry;
  private final Timers timers;
  private final Inquiries inquiries;
  private final IdList concerned = new IdList();

  Phases(
      Orders orders,
      Terms terms,
      Reports reports,
      Placement placement,
      Matching matching,
      Auctions auctions,
      Stops stops,
      Venue venue,
      Expiry expiry,
      Timers timers,
      Inquiries inquiries) {
    this.inquiries = inquiries;
    this.orders = orders;
    this.terms = terms;
    this.reports = reports;
    this.placement = placement;
    this.matching = matching;
    this.auctions = auctions;
    this.stops = stops;
    this.venue = venue;
    this.expiry = expiry;
    this.timers = timers;
  }

  /** Leads an instrument to a phase. */
  void enter(ListedInstrument instrument, TradingPhase next, String reason) {
    TradingPhase before = instrument.phase();
    if (before == next) {
      return;
    }
    if (next != TradingPhase.HALTED) {
      instrument.auctionEnds(0);
      end(instrument, before, next);
    }
    switch (next) {
      case HALTED -> {
        instrument.phaseBefore(before);
        change(instrument, next, reason);
        cancelOnHalt(instrument);
      }
      case CONTINUOUS -> {
        change(instrument, next, reason);
        if (instrument.lastPrice() != 0) {
          instrument.traded(instrument.lastPrice());
        }
        stops.trigger(instrument);
      }
      case CLOSED -> {
        endAuctionOrders(instrument, TimeInForce.AT_THE_CLOSE, true);
        change(instrument, next, reason);
        expiry.close(instrument);
      }
      case CLOSING_AUCTION -> {
        change(instrument, next, reason);
        collectForClose(instrument);
        instrument.indicationDue(true);
      }
      case PRE_OPEN, OPENING_AUCTION, INTRADAY_AUCTION -> {
        change(instrument, next, reason);
        instrument.indicationDue(true);
      }
    }
  }

  /**
   * Trades what was collected, at the end of an auction and before continuous trading, and ends
   * what is left of the orders that were for it alone; at a close they end with it.
   */
  private void end(ListedInstrument instrument, TradingPhase before, TradingPhase next) {
    if (!before.isAuction() && next != TradingPhase.CONTINUOUS) {
      return;
    }
    instrument.forgetRange();
    auctions.uncross(instrument);
    if (next != TradingPhase.CLOSED) {
      endAuctionOrders(instrument, TimeInForce.AT_THE_OPENING, true);
      endAuctionOrders(instrument, TimeInForce.AT_THE_CLOSE, false);
    }
  }

  /** Whether a halt stands against a phase: it ends with the day. */
  boolean isHalted(ListedInstrument instrument, TradingPhase next) {
    return instrument.phase() == TradingPhase.HALTED && next != TradingPhase.CLOSED;
  }

  /** Leads a halted instrument back to where it was; a volatility auction ends when it was to. */
  void resume(ListedInstrument instrument) {
    long auctionEnds = instrument.auctionEnds();
    enter(instrument, instrument.phaseBefore(), "Resumed");
    if (instrument.phase() == TradingPhase.INTRADAY_AUCTION) {
      instrument.auctionEnds(auctionEnds);
    }
  }

  @Override
  public void begin(ListedInstrument instrument) {
    long millis = instrument.rules().trading().volatilityAuctionMillis();
    enter(instrument, TradingPhase.INTRADAY_AUCTION, "Volatility");
    instrument.auctionEnds(timers.now() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  private void change(ListedInstrument instrument, TradingPhase next, String reason) {
    TradingPhase ofVenue = inquiries.phase();
    instrument.phase(next);
    reports.market(instrument, MarketState.PHASE, 0, 0, 0, venue.businessDate(), reason);
    inquiries.changed(instrument, ofVenue);
  }

  private void cancelOnHalt(ListedInstrument instrument) {
    concerned.clear();
    placement.<RuntimeException>forEachOpen(instrument, this::noteIfCanceledOnHalt);
    for (int i = 0; i < concerned.size(); i++) {
      long orderId = concerned.get(i);
      placement.end(orderId, instrument, OrdStatus.CANCELED);
      reports.unsolicited(
          orderId, ExecType.CANCELED, Restatement.CANCEL_ON_HALT, Restatement.HALT_TEXT);
    }
  }

  private void noteIfCanceledOnHalt(long orderId) {
    int place = orders.terms(orderId);
    if (place != 0 && (terms.execInst(place) & ExecInst.CANCEL_ON_HALT) != 0) {
      concerned.add(orderId);
    }
  }

  /**
   * Ends what is left of the orders that were for the auction alone.
   *
   * @param all not only those that were in it
   */
  private void endAuctionOrders(ListedInstrument instrument, TimeInForce timeInForce, boolean all) {
    concerned.clear();
    placement.<RuntimeException>forEachOpen(
        instrument,
        orderId -> {
          if (orders.timeInForce(orderId) == timeInForce.code()
              && (all || placement.isInBook(orderId))) {
            concerned.add(orderId);
          }
        });
    for (int i = 0; i < concerned.size(); i++) {
      long orderId = concerned.get(i);
      placement.end(orderId, instrument, OrdStatus.CANCELED);
      reports.remainderEnded(orderId, ExecType.CANCELED, Restatement.AUCTION_TEXT);
    }
  }

  private void collectForClose(ListedInstrument instrument) {
    WaitingOrders waiting = instrument.waiting();
    if (waiting == null) {
      return;
    }
    concerned.clear();
    waiting.forClose().forEach(concerned::add);
    for (int i = 0; i < concerned.size(); i++) {
      placement.withdraw(concerned.get(i), instrument);
      matching.restForAuction(concerned.get(i), instrument);
    }
  }
}
