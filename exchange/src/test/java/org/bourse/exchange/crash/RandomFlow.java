package org.bourse.exchange.crash;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import quickfix.field.MsgType;
import quickfix.field.OrdType;
import quickfix.field.Side;
import quickfix.field.TimeInForce;

/**
 * What one trader asks for next: a mix drawn from a seed, in which about half of the limit orders
 * cross. Which orders are still open to be changed depends on what has arrived, so a seed repeats
 * the mix and not each request.
 */
final class RandomFlow {
  private static final int SPREAD = 6;
  private static final int MOST_LOTS = 20;
  private static final int MOST_SHOWN = 4;
  private static final int MOST_MILLIS = 4000;

  private final Random random;
  private final String prefix;
  private final Ledger ledger;
  private int number;

  RandomFlow(long seed, String prefix, Ledger ledger) {
    random = new Random(seed);
    this.prefix = prefix;
    this.ledger = ledger;
  }

  Request next() {
    int chance = random.nextInt(100);
    if (chance < 25) {
      OwnOrder order = ledger.anyOpen(random);
      if (order != null) {
        return cancel(order);
      }
    } else if (chance < 43) {
      OwnOrder order = ledger.anyOpen(random);
      if (order != null) {
        return replace(order);
      }
    } else if (chance < 49) {
      return faulty();
    }
    return newOrder();
  }

  private Request newOrder() {
    Request plain = plainOrder();
    int chance = random.nextInt(100);
    if (plain.faulty() || plain.isAtOnce() || chance >= 35) {
      return plain;
    }
    if (chance < 15) {
      return stop(plain);
    }
    return plain.price() == null ? plain : chance < 25 ? iceberg(plain) : goodTillDate(plain);
  }

  /** A stop order, with a limit where there is a price; some are triggered when they come. */
  private Request stop(Request plain) {
    Listing listing = Listing.of(plain.symbol());
    BigDecimal stopPx = listing.price(random.nextInt(2 * SPREAD) - SPREAD);
    boolean isLimit = plain.price() != null && random.nextBoolean();
    char ordType = isLimit ? OrdType.STOP_LIMIT : OrdType.STOP_STOP_LOSS;
    return with(plain, ordType, plain.timeInForce(), stopPx, null, null);
  }

  private Request iceberg(Request plain) {
    Listing listing = Listing.of(plain.symbol());
    BigDecimal maxFloor = shown(listing, plain.quantity());
    return with(plain, plain.ordType(), plain.timeInForce(), null, maxFloor, null);
  }

  private BigDecimal shown(Listing listing, BigDecimal quantity) {
    return listing.quantity(1 + random.nextInt(MOST_SHOWN)).min(quantity);
  }

  /** Good for two days, or for some seconds, in which the exchange may be away. */
  private Request goodTillDate(Request plain) {
    LocalDateTime expireTime =
        random.nextBoolean()
            ? null
            : LocalDateTime.now(ZoneOffset.UTC).plusNanos(random.nextInt(MOST_MILLIS) * 1_000_000L);
    return with(plain, plain.ordType(), TimeInForce.GOOD_TILL_DATE, null, null, expireTime);
  }

  private static Request with(
      Request plain,
      char ordType,
      char timeInForce,
      @Nullable BigDecimal stopPx,
      @Nullable BigDecimal maxFloor,
      @Nullable LocalDateTime expireTime) {
    return new Request(
        plain.msgType(),
        plain.clOrdId(),
        plain.origClOrdId(),
        plain.symbol(),
        plain.side(),
        ordType,
        timeInForce,
        plain.quantity(),
        ordType == OrdType.STOP_STOP_LOSS ? null : plain.price(),
        stopPx,
        maxFloor,
        expireTime,
        false);
  }

  private Request plainOrder() {
    int chance = random.nextInt(100);
    char ordType = chance < 8 ? OrdType.MARKET : OrdType.LIMIT;
    char timeInForce = chance % 2 == 0 ? TimeInForce.DAY : TimeInForce.GOOD_TILL_CANCEL;
    if (chance >= 80) {
      timeInForce = chance < 90 ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.FILL_OR_KILL;
    }
    Listing listing = anyListing();
    return order(listing, listing.symbol(), ordType, timeInForce, false);
  }

  private Request order(
      Listing listing, String symbol, char ordType, char timeInForce, boolean faulty) {
    return new Request(
        MsgType.ORDER_SINGLE,
        name(),
        "",
        symbol,
        random.nextBoolean() ? Side.BUY : Side.SELL,
        ordType,
        timeInForce,
        listing.quantity(1 + random.nextInt(MOST_LOTS)),
        ordType == OrdType.LIMIT ? listing.price(random.nextInt(2 * SPREAD) - SPREAD) : null,
        faulty);
  }

  /** Of a stop, the price that it waits for stays: it may have come by the time. */
  private Request replace(OwnOrder order) {
    Listing listing = Listing.of(order.symbol());
    BigDecimal price = order.price();
    BigDecimal quantity = listing.quantity(1 + random.nextInt(MOST_LOTS));
    boolean isIceberg = price != null && !order.isStop() && random.nextInt(4) == 0;
    return new Request(
        MsgType.ORDER_CANCEL_REPLACE_REQUEST,
        name(),
        order.clOrdId(),
        order.symbol(),
        order.side(),
        order.ordType(),
        TimeInForce.DAY,
        quantity,
        price == null || random.nextBoolean()
            ? price
            : listing.price(random.nextInt(2 * SPREAD) - SPREAD),
        order.stopPx(),
        isIceberg ? shown(listing, quantity) : null,
        null,
        false);
  }

  private Request cancel(OwnOrder order) {
    return cancel(order.clOrdId(), order.symbol(), order.side(), false);
  }

  private Request cancel(String origClOrdId, String symbol, char side, boolean faulty) {
    return new Request(
        MsgType.ORDER_CANCEL_REQUEST,
        name(),
        origClOrdId,
        symbol,
        side,
        OrdType.LIMIT,
        TimeInForce.DAY,
        anyListing().lot(),
        null,
        faulty);
  }

  /** What the edge or the engine refuses. */
  private Request faulty() {
    Listing listing = anyListing();
    return switch (random.nextInt(3)) {
      case 0 -> order(listing, "NONE", OrdType.LIMIT, TimeInForce.DAY, true);
      case 1 ->
          order(listing, listing.symbol(), OrdType.LIMIT, TimeInForce.GOOD_TILL_CROSSING, true);
      default -> cancel("NONE", listing.symbol(), Side.BUY, true);
    };
  }

  private Listing anyListing() {
    List<Listing> all = Listing.ALL;
    return all.get(random.nextInt(all.size()));
  }

  private String name() {
    return prefix + '-' + ++number;
  }
}
