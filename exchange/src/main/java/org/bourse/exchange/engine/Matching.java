package org.bourse.exchange.engine;

import java.util.Objects;
import org.bourse.exchange.model.OrdType;
import org.bourse.exchange.model.Profile;
import org.bourse.exchange.model.TimeInForce;
import org.jspecify.annotations.Nullable;

/** Lets an order trade against the book as it comes, and rests or ends what is left of it. */
final class Matching implements OrderBook.FillListener {
  private final Orders orders;
  private final Terms terms;
  private final Trades trades;
  private final Reports reports;
  private final Placement placement;
  private final SelfTradeGuard guard;
  private final Venue venue;
  private final MarketChanges market;
  private VolatilityAuctions auctions = instrument -> {};
  private @Nullable ListedInstrument current;
  private long aggressor;
  private @Nullable Request unacknowledged;

  /** Begins an auction where a trade would be too far from the last one. */
  interface VolatilityAuctions {
    void begin(ListedInstrument instrument);
  }

  Matching(
      Orders orders,
      Terms terms,
      Trades trades,
      Reports reports,
      Placement placement,
      Venue venue,
      MarketChanges market) {
    this.orders = orders;
    this.terms = terms;
    this.trades = trades;
    this.reports = reports;
    this.placement = placement;
    this.venue = venue;
    this.market = market;
    guard = new SelfTradeGuard(orders, terms, reports, placement, this::acknowledge);
  }

  void auctions(VolatilityAuctions begun) {
    auctions = begun;
  }

  /**
   * Takes an order through the book that was taken just now, with what it wants to trade at least.
   *
   * @param request whose acceptance is still to be told, before or with the first fill; null: none
   */
  void enter(long orderId, ListedInstrument in, @Nullable Request request) {
    unacknowledged = request;
    int place = orders.terms(orderId);
    run(orderId, in, place == 0 ? 0 : terms.minQuantity(place));
  }

  /** Takes an open order that does not rest through the book again. */
  void run(long orderId, ListedInstrument in) {
    run(orderId, in, 0);
  }

  private void run(long orderId, ListedInstrument in, long minQuantity) {
    current = in;
    aggressor = orderId;
    boolean buy = placement.isBuy(orderId);
    long own = limit(orderId, buy, in);
    long band = volatilityLimit(buy, in);
    long limit = buy ? Math.min(own, band) : Math.max(own, band);
    SelfTradeGuard onGuard = guard.watch(orderId, in);
    long traded = orders.cumQty(orderId);
    boolean isEnough = isEnough(orderId, in, buy, limit, minQuantity, onGuard);
    if (isEnough) {
      in.book().match(buy, limit, orders.leavesQty(orderId), this, onGuard);
    }
    acknowledge();
    if (orders.leavesQty(orderId) == 0) {
      return;
    }
    boolean stays = isEnough && OrderKind.mayRest(orders.timeInForce(orderId));
    if (limit != own && in.book().crosses(buy, own) && stays) {
      auctions.begin(in);
      restForAuction(orderId, in);
    } else if (stays && hasLimit(orderId)) {
      placement.inBook(orderId, in);
    } else if (stays && canTakeLimit(orderId) && orders.cumQty(orderId) > traded) {
      takeLimit(orderId, in, in.lastPrice());
    } else {
      endRemainder(orderId, in);
    }
  }

  private void acknowledge() {
    Request request = unacknowledged;
    if (request != null) {
      unacknowledged = null;
      reports.changed(aggressor, ExecType.NEW, request, 0);
    }
  }

  private boolean isEnough(
      long orderId,
      ListedInstrument in,
      boolean buy,
      long limit,
      long minQuantity,
      @Nullable SelfTradeGuard own) {
    boolean isForAll = orders.timeInForce(orderId) == TimeInForce.FILL_OR_KILL.code();
    long atLeast = isForAll ? orders.leavesQty(orderId) : minQuantity;
    if (atLeast == 0) {
      return true;
    }
    if (own == null && in.icebergs() == 0) {
      return in.book().canFill(buy, limit, atLeast);
    }
    return canFillAmong(in.book(), buy, limit, atLeast, own);
  }

  /** As the book's own, order by order: with what icebergs hide, and without own orders. */
  private boolean canFillAmong(
      OrderBook book, boolean buy, long limit, long quantity, @Nullable SelfTradeGuard own) {
    PriceLevels opposite = book.side(!buy);
    long left = quantity;
    for (int level = opposite.best(); level != 0; level = opposite.worse(level)) {
      long ticks = opposite.ticks(level);
      if (buy ? ticks > limit : ticks < limit) {
        return false;
      }
      for (int slot = opposite.first(level); slot != 0; slot = book.after(slot)) {
        long resting = book.orderId(slot);
        if (own != null && own.isOwn(resting)) {
          if (!own.removesResting()) {
            return false;
          }
        } else {
          left -= orders.leavesQty(resting);
          if (left <= 0) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Keeps what is left of an order for an auction. */
  void restForAuction(long orderId, ListedInstrument in) {
    if (hasLimit(orderId)) {
      placement.inBook(orderId, in);
    } else {
      placement.atMarket(orderId, in);
    }
  }

  /** Whether the order trades at its own limit, now or once it is triggered. */
  boolean hasLimit(long orderId) {
    return OrderKind.hasLimit(orders.ordType(orderId));
  }

  private boolean canTakeLimit(long orderId) {
    return orders.ordType(orderId) == OrdType.MARKET_TO_LIMIT.code();
  }

  /** Rests what is left of a market-to-limit order at the price of its last trade. */
  void takeLimit(long orderId, ListedInstrument in, long price) {
    orders.ordType(orderId, OrdType.LIMIT.code());
    orders.price(orderId, price);
    reports.unsolicited(orderId, ExecType.RESTATED, Restatement.REPRICING, Restatement.LIMIT_TEXT);
    placement.inBook(orderId, in);
  }

  /** Ends what is left of an order that may not rest. */
  void endRemainder(long orderId, ListedInstrument in) {
    boolean expires =
        venue.is(Profile.EXPIRED_REMAINDERS) && OrderKind.isImmediate(orders.timeInForce(orderId));
    placement.end(orderId, in, expires ? OrdStatus.EXPIRED : OrdStatus.CANCELED);
    reports.remainderEnded(
        orderId, expires ? ExecType.EXPIRED : ExecType.CANCELED, Reports.NOTHING);
  }

  @Override
  public void onFill(long restingOrderId, long ticks, long quantity, long left) {
    ListedInstrument instrument = Objects.requireNonNull(current);
    long price = ticks * instrument.rules().tickSize();
    unacknowledged = null;
    orders.fill(restingOrderId, price, quantity);
    orders.fill(aggressor, price, quantity);
    settle(restingOrderId, instrument, quantity);
    settle(aggressor, instrument, quantity);
    instrument.traded(price);
    long matchId =
        trades.add(
            restingOrderId, aggressor, price, quantity, reports.eventSeq() + 1, reports.time());
    market.traded(instrument, matchId, orders.side(aggressor));
    reports.traded(restingOrderId, aggressor, matchId, price, quantity, 0);
    reports.traded(aggressor, restingOrderId, matchId, price, quantity, 1);
    placement.filled(restingOrderId, instrument, left);
  }

  /** Counts a fill into its owner's position. */
  void settle(long orderId, ListedInstrument instrument, long quantity) {
    instrument
        .positions()
        .filled(
            orders.participantId(orderId),
            placement.isBuy(orderId),
            quantity,
            orders.leavesQty(orderId) == 0);
  }

  /** The price up to which the order itself may trade, in ticks. */
  private long limit(long orderId, boolean buy, ListedInstrument instrument) {
    long tickSize = instrument.rules().tickSize();
    if (hasLimit(orderId)) {
      return orders.price(orderId) / tickSize;
    }
    int protection = instrument.rules().trading().marketProtection();
    PriceLevels opposite = instrument.book().side(!buy);
    if (protection == 0 || opposite.best() == 0) {
      return buy ? Long.MAX_VALUE : 0;
    }
    return bound(opposite.ticks(opposite.best()) * tickSize, protection, buy, tickSize);
  }

  /** The price beyond which an auction begins instead of a trade, in ticks. */
  private static long volatilityLimit(boolean buy, ListedInstrument instrument) {
    int band = instrument.rules().trading().volatilityBand();
    long last = instrument.lastPrice() != 0 ? instrument.lastPrice() : instrument.reference();
    if (band == 0 || last == 0) {
      return buy ? Long.MAX_VALUE : 0;
    }
    return bound(last, band, buy, instrument.rules().tickSize());
  }

  private static long bound(long price, int basisPoints, boolean up, long tickSize) {
    long width = BasisPoints.of(price, basisPoints);
    return up ? (price + width) / tickSize : (Math.max(0, price - width) + tickSize - 1) / tickSize;
  }
}
