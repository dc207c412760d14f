package org.bourse.exchange.engine;

import java.math.BigInteger;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.engine.ReferenceListing.Last;
import org.bourse.exchange.engine.ReferenceReports.Reason;
import org.bourse.exchange.engine.ReferenceRules.Asked;
import org.jspecify.annotations.Nullable;

/** Orders held against the band of their instrument and the limits of their participant. */
final class ReferenceRisk {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ReferenceMarket market;

  ReferenceRisk(ReferenceMarket market) {
    this.market = market;
  }

  /** Why an order may not be so, null: it may; more: how much more would be open of it. */
  @Nullable Reason fault(
      int participantId, char side, Asked asked, long more, ReferenceListing listing) {
    if (market.sessions.blocked.contains(participantId)) {
      return new Reason(0, "The participant is blocked");
    }
    int band = listing.rules().priceBand();
    long price = asked.price();
    if (price != 0 && !ReferenceListing.isWithin(price, listing.reference(), band)) {
      return new Reason(99, "Price is outside the price band");
    }
    DefineLimits limits = listing.limits.get(participantId);
    if (limits == null) {
      return null;
    }
    if (limits.maxOrderQuantity() != 0 && asked.quantity() > limits.maxOrderQuantity()) {
      return new Reason(3, "Order quantity is over the participant's limit");
    }
    if (price != 0
        && !ReferenceListing.isWithin(price, listing.lastOrReference(), limits.priceCollar())) {
      return new Reason(99, "Price is outside the participant's collar");
    }
    if (limits.maxNotional() != 0 && value(asked, listing).compareTo(most(limits, listing)) > 0) {
      return new Reason(3, "Order value is over the participant's limit");
    }
    if (limits.maxPosition() != 0
        && position(participantId, side == '1', listing) + more > limits.maxPosition()) {
      return new Reason(3, "Position is over the participant's limit");
    }
    return null;
  }

  /** Why an order can't be taken beside those that there are or were, null: it can. */
  @Nullable Reason besideOthers(
      int participantId, char side, Asked asked, ReferenceListing listing) {
    DefineLimits limits = listing.limits.get(participantId);
    if (limits == null) {
      return null;
    }
    long open =
        market.orders.open(listing.id).stream()
            .filter(order -> order.isTaken() && order.participantId == participantId)
            .count();
    if (limits.maxOpenOrders() != 0 && open >= limits.maxOpenOrders()) {
      return new Reason(3, "Too many open orders for the participant's limit");
    }
    Last last = listing.lastOrders.get(participantId);
    long window = limits.duplicateMillis() * NANOS_PER_MILLI;
    if (window != 0
        && last != null
        && last.side() == side
        && last.price() == asked.price()
        && last.quantity() == asked.quantity()
        && last.time() > market.time.business() - window) {
      return new Reason(6, "Like the participant's last order");
    }
    return null;
  }

  /** An order was taken: the next must not be like it for a while. */
  void taken(int participantId, char side, Asked asked, ReferenceListing listing) {
    DefineLimits limits = listing.limits.get(participantId);
    if (limits != null && limits.duplicateMillis() != 0) {
      listing.lastOrders.put(
          participantId, new Last(side, asked.price(), asked.quantity(), market.time.business()));
    }
  }

  private static BigInteger value(Asked asked, ReferenceListing listing) {
    long price = asked.price() != 0 ? asked.price() : asked.conditions().stopPrice();
    long each = price != 0 ? price : listing.lastOrReference();
    return BigInteger.valueOf(each).multiply(BigInteger.valueOf(asked.quantity()));
  }

  private static BigInteger most(DefineLimits limits, ReferenceListing listing) {
    int decimals = listing.instrument.priceScale() + listing.instrument.quantityScale();
    return BigInteger.valueOf(limits.maxNotional()).multiply(BigInteger.TEN.pow(decimals));
  }

  /** What the participant would have if all its open orders of a side traded. */
  private long position(int participantId, boolean buy, ReferenceListing listing) {
    long open = 0;
    for (ReferenceOrder order : market.orders.open(listing.id)) {
      boolean counts = order.isTaken() && order.participantId == participantId;
      open += counts && order.isBuy() == buy ? order.leavesQty() : 0;
    }
    long net = listing.net(participantId);
    return open + (buy ? net : -net);
  }
}
