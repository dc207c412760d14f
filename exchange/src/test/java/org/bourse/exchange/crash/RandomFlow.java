package org.bourse.exchange.crash;

import java.util.List;
import java.util.Random;
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

  private Request replace(OwnOrder order) {
    Listing listing =
        Listing.ALL.stream()
            .filter(each -> each.symbol().equals(order.symbol()))
            .findFirst()
            .orElseThrow();
    return new Request(
        MsgType.ORDER_CANCEL_REPLACE_REQUEST,
        name(),
        order.clOrdId(),
        order.symbol(),
        order.side(),
        OrdType.LIMIT,
        TimeInForce.DAY,
        listing.quantity(1 + random.nextInt(MOST_LOTS)),
        random.nextBoolean() ? order.price() : listing.price(random.nextInt(2 * SPREAD) - SPREAD),
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
