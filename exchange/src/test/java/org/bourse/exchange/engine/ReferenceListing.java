package org.bourse.exchange.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingPhase;
import org.bourse.exchange.model.TradingRules;
import org.jspecify.annotations.Nullable;

/** An instrument as it is defined and traded now, and its book. */
final class ReferenceListing {
  final int id;
  final ReferenceBook book = new ReferenceBook();

  /** What each participant may do, and has bought less sold. */
  final Map<Integer, DefineLimits> limits = new HashMap<>();

  final Map<Integer, Long> net = new HashMap<>();
  final Map<Integer, Last> lastOrders = new HashMap<>();

  /** Prices that have traded and that stops have not been held against yet. */
  final List<Long> traded = new ArrayList<>();

  Instrument instrument;
  boolean enabled;
  TradingPhase phase = TradingPhase.CONTINUOUS;
  TradingPhase phaseBefore = TradingPhase.CONTINUOUS;
  long lastPrice;
  long closePrice;
  long auctionEnds;

  /** The last order of a participant. */
  record Last(char side, long price, long quantity, long time) {}

  ReferenceListing(int id, Instrument instrument, boolean enabled) {
    this.id = id;
    this.instrument = instrument;
    this.enabled = enabled;
  }

  TradingRules rules() {
    return instrument.trading();
  }

  boolean isContinuous() {
    return phase == TradingPhase.CONTINUOUS;
  }

  boolean isCall() {
    return switch (phase) {
      case PRE_OPEN, OPENING_AUCTION, INTRADAY_AUCTION, CLOSING_AUCTION -> true;
      default -> false;
    };
  }

  void trade(long price) {
    lastPrice = price;
    traded.add(price);
  }

  /** The price of a control in the scale of the instrument; -1: it can't be one. */
  long price(Control control) {
    return scaled(control, control.price(), control.mask() >> 8 & 0xFF, instrument.priceScale());
  }

  long quantity(Control control) {
    return scaled(control, control.quantity(), control.mask() & 0xFF, instrument.quantityScale());
  }

  private static long scaled(Control control, long value, int from, int to) {
    if ((control.mask() & Control.IN_OWN_SCALES) == 0) {
      return value;
    }
    BigDecimal scaled = BigDecimal.valueOf(value, from).movePointRight(to);
    boolean isTooLarge =
        from < to && scaled.abs().compareTo(BigDecimal.valueOf(10 * Instrument.LARGEST)) > 0;
    boolean fits = scaled.stripTrailingZeros().scale() <= 0 && !isTooLarge;
    return fits ? scaled.longValueExact() : -1;
  }

  /** What bands and auctions refer to, 0: nothing. */
  long reference() {
    if (closePrice != 0) {
      return closePrice;
    }
    return rules().referencePrice() != 0 ? rules().referencePrice() : lastPrice;
  }

  /** The price of the last trade, else the reference. */
  long lastOrReference() {
    return lastPrice != 0 ? lastPrice : reference();
  }

  /** Whether a price lies within so many basis points of another; 0 of either: all prices do. */
  static boolean isWithin(long price, long from, int basisPoints) {
    if (from == 0 || basisPoints == 0) {
      return true;
    }
    BigInteger distance = BigInteger.valueOf(price).subtract(BigInteger.valueOf(from)).abs();
    BigInteger most = BigInteger.valueOf(from).multiply(BigInteger.valueOf(basisPoints));
    return distance.multiply(BigInteger.valueOf(TradingRules.WHOLE)).compareTo(most) <= 0;
  }

  void addNet(ReferenceOrder order, long quantity) {
    net.merge(order.participantId, order.isBuy() ? quantity : -quantity, Long::sum);
  }

  long net(int participantId) {
    return net.getOrDefault(participantId, 0L);
  }

  static boolean isSound(Instrument instrument) {
    TradingRules rules = instrument.trading();
    return isText(instrument.symbol(), Instrument.SYMBOL_LENGTH)
        && instrument.priceScale() <= 9
        && instrument.quantityScale() <= 9
        && isSound(instrument.tickSize(), instrument.maxPrice())
        && isSound(instrument.lotSize(), instrument.maxQuantity())
        && rules.referencePrice() >= 0
        && rules.referencePrice() <= Instrument.LARGEST
        && rules.priceBand() >= 0
        && rules.volatilityBand() >= 0
        && rules.volatilityAuctionMillis() >= 0
        && rules.marketProtection() >= 0;
  }

  private static boolean isSound(long step, long max) {
    return step > 0 && step <= max && max <= Instrument.LARGEST;
  }

  private static boolean isText(String text, int longest) {
    return !text.isEmpty() && text.length() <= longest;
  }

  boolean mayBecome(Instrument next, boolean hasOpenOrders) {
    boolean sameSteps =
        instrument.tickSize() == next.tickSize() && instrument.lotSize() == next.lotSize();
    return instrument.symbol().equals(next.symbol())
        && instrument.priceScale() == next.priceScale()
        && instrument.quantityScale() == next.quantityScale()
        && (sameSteps || !hasOpenOrders);
  }

  @Nullable String quantityFault(long quantity) {
    return fault("OrderQty", quantity, instrument.maxQuantity(), instrument.lotSize(), "lot");
  }

  @Nullable String priceFault(long price) {
    return fault("Price", price, instrument.maxPrice(), instrument.tickSize(), "tick");
  }

  @Nullable String stopFault(long price) {
    return fault("StopPx", price, instrument.maxPrice(), instrument.tickSize(), "tick");
  }

  private static @Nullable String fault(
      String field, long value, long max, long step, String named) {
    if (value <= 0) {
      return field + " must be above 0";
    } else if (value > max) {
      return field + " is above the maximum";
    }
    return value % step == 0 ? null : field + " is not a multiple of the " + named + " size";
  }

  /** What is wrong with a part of an order's quantity. */
  @Nullable String partFault(String field, long part, long quantity) {
    if (part <= 0) {
      return field + " must be above 0";
    } else if (part > quantity) {
      return field + " is above OrderQty";
    }
    return part % instrument.lotSize() == 0 ? null : field + " is not a multiple of the lot size";
  }
}
