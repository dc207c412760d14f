package org.bourse.exchange.engine;

import org.bourse.exchange.engine.ReferenceOrder.Place;
import org.bourse.exchange.engine.ReferenceReports.Reply;
import org.bourse.exchange.engine.ReferenceTrades.Trade;
import org.bourse.exchange.model.Profile;
import org.bourse.exchange.model.SelfTrade;
import org.jspecify.annotations.Nullable;

/** Price-time matching, one fill at a time, and what becomes of what is left. */
final class ReferenceMatching {
  private final ReferenceMarket market;
  private final ReferenceSelfTrade selfTrade;
  private @Nullable Reply unacknowledged;

  /** How far an order may trade: up to its own limit, and up to where an auction begins. */
  private record Reach(ReferenceOrder order, long best, int protection, long last, int band) {
    boolean isOwn(long price) {
      if (order.hasLimit()) {
        return order.isBuy() ? price <= order.price : price >= order.price;
      }
      return isNotBeyond(price, best, protection);
    }

    boolean isCalm(long price) {
      return isNotBeyond(price, last, band);
    }

    private boolean isNotBeyond(long price, long from, int basisPoints) {
      boolean isBetter = order.isBuy() ? price <= from : price >= from;
      return isBetter || ReferenceListing.isWithin(price, from, basisPoints);
    }
  }

  ReferenceMatching(ReferenceMarket market) {
    this.market = market;
    this.selfTrade = new ReferenceSelfTrade(market, this::acknowledge);
  }

  /** As the other, of an order whose acceptance is told before or with its first fill. */
  void runUnacknowledged(ReferenceOrder order, ReferenceListing in, Reply reply) {
    unacknowledged = reply;
    run(order, in, 0);
  }

  /**
   * Takes an order through the book.
   *
   * @param atLeast what must trade at once, 0: anything
   */
  void run(ReferenceOrder order, ReferenceListing in, long atLeast) {
    ReferenceOrder best = in.book.best(!order.isBuy());
    Reach reach =
        new Reach(
            order,
            best == null ? 0 : best.price,
            in.rules().marketProtection(),
            in.lastOrReference(),
            in.rules().volatilityBand());
    long cumBefore = order.cumQty;
    long needed = order.timeInForce == '4' ? order.leavesQty() : atLeast;
    boolean canTrade = needed == 0 || needed <= available(order, in, reach);
    if (needed > 0) {
      note(order, in, canTrade);
    }
    if (canTrade) {
      trade(order, in, reach);
    }
    acknowledge(order);
    if (order.isOpen()) {
      rest(order, in, reach, canTrade, order.cumQty > cumBefore);
    }
  }

  private void note(ReferenceOrder order, ReferenceListing in, boolean canTrade) {
    SelfTrade mode = selfTrade.mode(order, in);
    boolean meetsOwn =
        in.book.side(!order.isBuy()).stream()
            .anyMatch(resting -> resting.participantId == order.participantId);
    String outcome = canTrade ? " trades" : " fails";
    if (order.timeInForce == '4' && meetsOwn && mode != SelfTrade.ALLOWED) {
      market.reached.add("FOK" + outcome + " under " + mode.name());
    } else if (order.timeInForce != '4') {
      market.reached.add("MinQty" + outcome);
    }
  }

  /** What the order could trade at once, until it meets an order that stops it. */
  private long available(ReferenceOrder order, ReferenceListing in, Reach reach) {
    SelfTrade mode = selfTrade.mode(order, in);
    long available = 0;
    for (ReferenceOrder resting : in.book.side(!order.isBuy())) {
      if (!reach.isOwn(resting.price) || !reach.isCalm(resting.price)) {
        break;
      }
      if (mode == SelfTrade.ALLOWED || resting.participantId != order.participantId) {
        available += resting.leavesQty();
      } else if (mode != SelfTrade.CANCEL_RESTING) {
        break;
      }
    }
    return available;
  }

  private void trade(ReferenceOrder order, ReferenceListing in, Reach reach) {
    SelfTrade mode = selfTrade.mode(order, in);
    ReferenceOrder resting = in.book.best(!order.isBuy());
    while (order.isOpen()
        && resting != null
        && reach.isOwn(resting.price)
        && reach.isCalm(resting.price)) {
      if (mode != SelfTrade.ALLOWED && resting.participantId == order.participantId) {
        selfTrade.prevent(mode, order, resting);
      } else {
        long quantity = Math.min(order.leavesQty(), resting.shown);
        unacknowledged = null;
        fill(in, resting, order, resting.price, quantity, false);
        in.book.filled(resting, quantity);
      }
      resting = in.book.best(!order.isBuy());
    }
  }

  /** Trades a quantity between two orders; of an auction's, neither is the aggressor. */
  void fill(
      ReferenceListing in,
      ReferenceOrder first,
      ReferenceOrder second,
      long price,
      long quantity,
      boolean byAuction) {
    first.fill(price, quantity);
    second.fill(price, quantity);
    in.addNet(first, quantity);
    in.addNet(second, quantity);
    in.trade(price);
    Trade trade = market.trades.add(price, quantity, market.reports.nextExecId(), first, second);
    int neither = 2;
    market.reports.add(
        new ReferenceReport(Reply.unasked(first), 'F', first)
            .trade(trade.matchId, second.orderId, price, quantity, byAuction ? neither : 0));
    market.reports.add(
        new ReferenceReport(Reply.unasked(second), 'F', second)
            .trade(trade.matchId, first.orderId, price, quantity, byAuction ? neither : 1));
  }

  private void rest(
      ReferenceOrder order, ReferenceListing in, Reach reach, boolean couldTrade, boolean traded) {
    ReferenceOrder next = in.book.best(!order.isBuy());
    if (!couldTrade || order.isImmediate()) {
      endRemainder(order);
    } else if (next != null && reach.isOwn(next.price)) {
      market.phases.beginVolatilityAuction(in);
      market.routing.rest(order, in);
    } else if (order.hasLimit()) {
      in.book.put(order, Place.BOOK);
    } else if (order.ordType == 'K' && traded) {
      takeLimit(order, in, in.lastPrice);
    } else {
      endRemainder(order);
    }
  }

  /** What is left of a market-to-limit order becomes a limit order. */
  void takeLimit(ReferenceOrder order, ReferenceListing in, long price) {
    order.ordType = '2';
    order.price = price;
    market.reports.unasked('D', order, 3, "Left over as a limit order");
    in.book.put(order, Place.BOOK);
  }

  /** Ends what is left of an order that may not stay. */
  void endRemainder(ReferenceOrder order) {
    boolean expires = order.isImmediate() && market.follows(Profile.EXPIRED_REMAINDERS);
    market.end(order, expires ? ReferenceOrder.EXPIRED : ReferenceOrder.CANCELED, -1, "");
  }

  private void acknowledge(ReferenceOrder order) {
    Reply reply = unacknowledged;
    if (reply != null) {
      unacknowledged = null;
      market.reports.state(reply, '0', order, "");
    }
  }
}
