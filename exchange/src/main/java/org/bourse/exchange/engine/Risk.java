package org.bourse.exchange.engine;

import java.util.concurrent.TimeUnit;
import org.bourse.exchange.model.Side;
import org.jspecify.annotations.Nullable;

/** Holds an order against the price band of its instrument and the limits of its participant. */
final class Risk {
  private final Sessions sessions;
  private final Reports reports;

  Risk(Sessions sessions, Reports reports) {
    this.sessions = sessions;
    this.reports = reports;
  }

  /** Why a new order is not taken, null: it may be. */
  @Nullable Refusal newOrder(Request order, ListedInstrument instrument) {
    if (sessions.isBlocked(order.participantId)) {
      return Refusal.BLOCKED;
    }
    Limits limits = instrument.limits(order.participantId);
    Refusal refusal = values(order, instrument, limits, order.quantity);
    if (refusal != null || limits.areNone()) {
      return refusal;
    }
    long open = instrument.positions().openOrders(order.participantId);
    if (limits.maxOpenOrders() != 0 && open >= limits.maxOpenOrders()) {
      return Refusal.OVER_OPEN_ORDERS;
    }
    return isAlike(order, instrument, limits) ? Refusal.TOO_ALIKE : null;
  }

  /**
   * Why an order may not be changed so, null: it may.
   *
   * @param more how much more of it would be open
   */
  @Nullable Refusal change(Request change, ListedInstrument instrument, long more) {
    if (sessions.isBlocked(change.participantId)) {
      return Refusal.BLOCKED;
    }
    return values(change, instrument, instrument.limits(change.participantId), more);
  }

  /** An order was taken: the next one must not be the same for a while. */
  void taken(Request order, ListedInstrument instrument) {
    if (instrument.limits(order.participantId).duplicateMillis() != 0) {
      instrument
          .lastOrders()
          .put(order.participantId, order.side, order.price, order.quantity, reports.time());
    }
  }

  private static @Nullable Refusal values(
      Request order, ListedInstrument instrument, Limits limits, long more) {
    long price = order.price != 0 ? order.price : order.stopPrice;
    int band = instrument.rules().trading().priceBand();
    if (order.price != 0 && isOutside(order.price, instrument.reference(), band)) {
      return Refusal.OUTSIDE_BAND;
    }
    if (limits.areNone()) {
      return null;
    }
    if (limits.maxOrderQuantity() != 0 && order.quantity > limits.maxOrderQuantity()) {
      return Refusal.OVER_QUANTITY;
    }
    long last = instrument.lastPrice() != 0 ? instrument.lastPrice() : instrument.reference();
    if (order.price != 0 && isOutside(order.price, last, limits.priceCollar())) {
      return Refusal.OUTSIDE_COLLAR;
    }
    if (limits.maxNotional() != 0 && isWorthMore(order.quantity, price, last, instrument, limits)) {
      return Refusal.OVER_NOTIONAL;
    }
    return isPositionOver(order, instrument, limits, more) ? Refusal.OVER_POSITION : null;
  }

  private static boolean isOutside(long price, long from, int basisPoints) {
    if (basisPoints == 0 || from == 0) {
      return false;
    }
    return Math.abs(price - from) > BasisPoints.of(from, basisPoints);
  }

  private static boolean isWorthMore(
      long quantity, long price, long last, ListedInstrument instrument, Limits limits) {
    long each = price != 0 ? price : last;
    long unit = powerOfTen(instrument.rules().priceScale());
    long lot = powerOfTen(instrument.rules().quantityScale());
    long high = Math.multiplyHigh(quantity, each);
    long low = quantity * each;
    long mostHigh = Math.multiplyHigh(limits.maxNotional(), unit * lot);
    long mostLow = limits.maxNotional() * (unit * lot);
    return high > mostHigh || (high == mostHigh && Long.compareUnsigned(low, mostLow) > 0);
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  private static boolean isPositionOver(
      Request order, ListedInstrument instrument, Limits limits, long more) {
    if (limits.maxPosition() == 0) {
      return false;
    }
    Positions positions = instrument.positions();
    int participant = order.participantId;
    long net = positions.net(participant);
    return order.side == Side.BUY.code()
        ? net + positions.openBuys(participant) + more > limits.maxPosition()
        : positions.openSells(participant) - net + more > limits.maxPosition();
  }

  private boolean isAlike(Request order, ListedInstrument instrument, Limits limits) {
    long window = TimeUnit.MILLISECONDS.toNanos(limits.duplicateMillis());
    return window != 0
        && instrument
            .lastOrders()
            .isLike(
                order.participantId,
                order.side,
                order.price,
                order.quantity,
                reports.time() - window);
  }
}
