package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.Refused;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceRules.Asked;
import org.bourse.exchange.model.ExecInst;
import org.bourse.exchange.model.Profile;
import org.jspecify.annotations.Nullable;

/** New orders, and those refused at the edge. */
final class ReferenceEntry {
  private static final Reason UNKNOWN_SYMBOL = new Reason(1, "Unknown symbol");
  private static final Reason WOULD_TRADE =
      new Reason(0, "Participate don't initiate, but the order would trade");

  private static final Reason NOT_BEST =
      new Reason(0, "Cancel if not best, but another has a better price");

  private final ReferenceMarket market;

  ReferenceEntry(ReferenceMarket market) {
    this.market = market;
  }

  void enter(int participantId, NewOrder request) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    if (isKnown(participantId, to, request.clOrdId(), request.possResend())) {
      return;
    }
    int instrumentId = market.listedOrNone(request.instrumentId());
    ReferenceOrder order =
        ReferenceOrder.of(request, market.orders.nextOrderId(), participantId, instrumentId);
    market.orders.add(order);
    if (instrumentId < 0 || !market.holds.keep(order, request)) {
      decide(order, request);
    }
  }

  /** Takes or refuses an order. */
  void decide(ReferenceOrder order, NewOrder request) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    Reason fault = fault(order, request);
    if (fault != null) {
      order.state = ReferenceOrder.REJECTED;
      market.reports.rejected(to, order, order.clOrdId, fault);
      return;
    }
    ReferenceListing listing = market.listing(order);
    Asked asked = Asked.of(request, order.orderQty);
    order.state = ReferenceOrder.NEW;
    order.changedAt = market.time.business();
    market.orders.opened(order);
    market.risk.taken(order.participantId, order.side, asked, listing);
    boolean asksForNothing = order.conditions.equals(Conditions.NONE);
    if (market.follows(Profile.FIRST_FILL)
        && asksForNothing
        && market.routing.isThroughBook(order)) {
      market.matching.runUnacknowledged(order, listing, to);
    } else {
      market.reports.state(to, '0', order, "");
      if (asked.isPostOnly() && wouldTrade(order.side, asked, listing)) {
        order.price = priceNotToTrade(order.isBuy(), listing);
        market.reports.unasked('D', order, 3, "Repriced, not to trade");
      }
      if (market.stops.isReachedAtOnce(order)) {
        market.stops.trigger(order);
      } else {
        market.routing.enter(order);
      }
    }
    market.stops.trigger(listing);
  }

  private @Nullable Reason fault(ReferenceOrder order, NewOrder request) {
    if (order.instrumentId < 0 || !market.listing(order).enabled) {
      return UNKNOWN_SYMBOL;
    }
    Reason own = market.holds.takeRefusal('D', request.sessionId(), order.instrumentId);
    if (own != null) {
      return own;
    }
    ReferenceListing listing = market.listing(order);
    if (request.conditions().cashQuantity() != 0 && request.quantity() == 0) {
      order.orderQty = quantityFor(request, listing);
      if (order.orderQty == 0) {
        return new Reason(99, "There is no price to turn CashOrderQty into a quantity");
      }
    }
    Asked asked = Asked.of(request, order.orderQty);
    Reason fault = ReferenceRules.codes(request.side(), asked);
    fault = fault != null ? fault : ReferenceRules.phase(asked, listing);
    fault = fault != null ? fault : ReferenceRules.combination(asked);
    fault = fault != null ? fault : ReferenceRules.values(asked, listing);
    fault = fault != null ? fault : market.changes.expiryFault(asked);
    int participant = order.participantId;
    long more = asked.quantity();
    fault =
        fault != null ? fault : market.risk.fault(participant, order.side, asked, more, listing);
    fault =
        fault != null ? fault : market.risk.besideOthers(participant, order.side, asked, listing);
    if (fault == null && asked.isPostOnly() && wouldTrade(order.side, asked, listing)) {
      long price = priceNotToTrade(order.isBuy(), listing);
      boolean reprices = listing.rules().repricePostOnly() && listing.priceFault(price) == null;
      fault = reprices ? null : WOULD_TRADE;
    }
    if (fault == null && order.has(ExecInst.CANCEL_IF_NOT_BEST) && order.ordType == '2') {
      boolean isBest =
          !market.routing.isThroughBook(order)
              || ReferenceBestOnly.isBest(order, listing.book.best(order.isBuy()));
      fault = isBest ? null : NOT_BEST;
    }
    return fault;
  }

  /** Why a post-only order may not replace another, null: it may, or is none. */
  @Nullable Reason postOnlyFault(char side, Asked asked, ReferenceListing listing) {
    return asked.isPostOnly() && wouldTrade(side, asked, listing) ? WOULD_TRADE : null;
  }

  private static boolean wouldTrade(char side, Asked asked, ReferenceListing listing) {
    ReferenceOrder best = listing.book.best(side != '1');
    return listing.isContinuous()
        && best != null
        && (side == '1' ? asked.price() >= best.price : asked.price() <= best.price);
  }

  private static long priceNotToTrade(boolean buy, ReferenceListing listing) {
    ReferenceOrder best = listing.book.best(!buy);
    long tick = listing.instrument.tickSize();
    return best == null ? 0 : best.price + (buy ? -tick : tick);
  }

  /** Whole lots for an amount of money, 0: there is no price, or it is not enough for a lot. */
  private static long quantityFor(NewOrder request, ReferenceListing listing) {
    ReferenceOrder best = listing.book.best(request.side() != '1');
    long market = best != null ? best.price : listing.lastOrReference();
    long price = request.price() != 0 ? request.price() : market;
    long cash = request.conditions().cashQuantity();
    if (price <= 0 || cash <= 0) {
      return 0;
    }
    BigInteger lot = BigInteger.valueOf(listing.instrument.lotSize());
    BigInteger units =
        BigInteger.valueOf(cash)
            .multiply(BigInteger.TEN.pow(listing.instrument.quantityScale()))
            .divide(BigInteger.valueOf(price))
            .min(BigInteger.valueOf(Long.MAX_VALUE));
    return units.divide(lot).multiply(lot).longValue();
  }

  void refuse(int participantId, Refused request, boolean usableId) {
    Reply to = new Reply(request.sessionId(), request.msgSeqNum());
    if (!usableId) {
      market.reports.rejectedAtEdge(to, ReferenceOrder.of(request, 0, participantId), request);
    } else if (!isKnown(participantId, to, request.clOrdId(), request.possResend())) {
      ReferenceOrder order = ReferenceOrder.of(request, market.orders.nextOrderId(), participantId);
      market.orders.add(order);
      market.reports.rejectedAtEdge(to, order, request);
    }
  }

  private boolean isKnown(int participantId, Reply to, String clOrdId, boolean possResend) {
    ReferenceOrder order = market.orders.inUse(participantId, clOrdId);
    if (order == null) {
      return false;
    }
    if (possResend) {
      market.reports.status(to, order, Reason.NONE, "");
    } else {
      market.reports.rejected(to, order, clOrdId, new Reason(6, "Duplicate ClOrdID"));
    }
    return true;
  }
}
