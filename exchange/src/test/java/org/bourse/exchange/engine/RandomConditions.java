package org.bourse.exchange.engine;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.model.Instrument;

/**
 * What few orders ask for beyond price and quantity: mostly what goes together, now and then not.
 */
final class RandomConditions {
  private static final long NANOS = 1_000_000_000L;
  private static final int[] CODES = {0, 0, 0, 0, 1, 2, 3, 4, 5};

  private final SplittableRandom random;
  private final RandomTerms terms;
  private long businessTime;

  RandomConditions(SplittableRandom random, RandomTerms terms) {
    this.random = random;
    this.terms = terms;
  }

  /** What time it is for the venue. */
  void businessTime(long time) {
    businessTime = time;
  }

  Conditions of(char ordType, char timeInForce, long price, long quantity, Instrument instrument) {
    boolean isAny = terms.oneIn(60);
    boolean isStop = ordType == '3' || ordType == '4';
    boolean isLimit = ordType == '2' || ordType == '4';
    boolean mayRest = timeInForce != '3' && timeInForce != '4';
    boolean isForAuction = timeInForce == '2' || timeInForce == '7';
    boolean isGoodTillDate = timeInForce == '6';
    Conditions conditions = Conditions.NONE;
    if (isStop != terms.oneIn(150)) {
      conditions = conditions.withStopPrice(stopPrice(ordType, price, instrument));
    }
    boolean mayHide = isLimit && mayRest;
    if (isAny || (mayHide ? terms.oneIn(6) : terms.oneIn(200))) {
      conditions = conditions.withMaxFloor(part(quantity, instrument));
    }
    if (isAny || (!isStop && !isForAuction && terms.oneIn(12))) {
      conditions = conditions.withMinQuantity(part(quantity, instrument));
    }
    if (isGoodTillDate != terms.oneIn(200)) {
      conditions = withEnd(conditions);
    }
    boolean mayBePostOnly = isLimit && !isStop && mayRest && !isForAuction;
    if (isAny || (mayBePostOnly && terms.oneIn(12))) {
      conditions = conditions.withExecInst(1 + (terms.oneIn(4) ? 4 : 0) + (terms.oneIn(8) ? 8 : 0));
    } else if (terms.oneIn(15)) {
      conditions = conditions.withExecInst(terms.oneIn(40) ? 16 : 2 * random.nextInt(8));
    }
    if (terms.oneIn(6)) {
      int code = terms.oneIn(60) ? 6 : CODES[random.nextInt(CODES.length)];
      conditions = conditions.withSelfTrade(code);
    }
    return conditions;
  }

  /** The same, in money: with it the order's quantity is to be 0. */
  Conditions inCash(Conditions conditions, long price, long quantity) {
    long most = Long.MAX_VALUE / 4 / Math.max(1, price);
    long worth = Math.max(1, price) * Math.min(most, Math.max(0, quantity));
    return new Conditions(
        conditions.stopPrice(),
        conditions.maxFloor(),
        conditions.minQuantity(),
        terms.oneIn(20) ? random.nextLong(-5, 5) : worth,
        conditions.expireTime(),
        conditions.expireDate(),
        conditions.execInst(),
        conditions.selfTrade());
  }

  private long stopPrice(char ordType, long price, Instrument instrument) {
    return ordType == '4' && terms.oneIn(3) ? price : terms.price(instrument);
  }

  /** A part of a quantity, and not so small a part that it takes forever to trade them all. */
  private long part(long quantity, Instrument instrument) {
    long lots = Math.max(1, Math.min(quantity, instrument.maxQuantity()) / instrument.lotSize());
    long part = random.nextLong((lots + 19) / 20, lots + 1) * instrument.lotSize();
    return switch (random.nextInt(60)) {
      case 0 -> -instrument.lotSize();
      case 1 -> Math.max(1, quantity) + instrument.lotSize();
      case 2 -> part + 1;
      case 3 -> quantity;
      default -> part;
    };
  }

  private Conditions withEnd(Conditions conditions) {
    boolean isPast = terms.oneIn(20);
    if (random.nextBoolean()) {
      long ahead = terms.oneIn(2) ? random.nextLong(2 * NANOS) : random.nextLong(200_000 * NANOS);
      return conditions.withExpireTime(businessTime + (isPast ? -ahead : ahead));
    }
    int days = isPast ? -random.nextInt(1, 5) : random.nextInt(0, 5);
    return conditions.withExpireDate(
        ReferenceTime.number(
            Instant.ofEpochSecond(businessTime / NANOS)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(days)));
  }
}
