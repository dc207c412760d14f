package org.bourse.exchange.command;

/**
 * What few orders ask for beyond price and quantity, in the instrument's scales.
 *
 * @param stopPrice StopPx(99), 0: none
 * @param maxFloor MaxFloor(111), 0: all is shown
 * @param minQuantity MinQty(110), 0: none
 * @param cashQuantity CashOrderQty(152) in the scale of prices, 0: none
 * @param expireTime ExpireTime(126), nanoseconds since 1970, UTC; 0: none
 * @param expireDate ExpireDate(432) as yyyymmdd, 0: none
 * @param execInst ExecInst(18) as bits of {@link org.bourse.exchange.model.ExecInst}
 * @param selfTrade a code of {@link org.bourse.exchange.model.SelfTrade}, 0: the participant's
 */
public record Conditions(
    long stopPrice,
    long maxFloor,
    long minQuantity,
    long cashQuantity,
    long expireTime,
    int expireDate,
    int execInst,
    int selfTrade) {
  /** Asks for nothing. */
  public static final Conditions NONE = new Conditions(0, 0, 0, 0, 0, 0, 0, 0);

  /** The same with a stop price. */
  public Conditions withStopPrice(long price) {
    return new Conditions(
        price, maxFloor, minQuantity, cashQuantity, expireTime, expireDate, execInst, selfTrade);
  }

  /** The same with a largest quantity to show. */
  public Conditions withMaxFloor(long quantity) {
    return new Conditions(
        stopPrice,
        quantity,
        minQuantity,
        cashQuantity,
        expireTime,
        expireDate,
        execInst,
        selfTrade);
  }

  /** The same with a least quantity to trade at once. */
  public Conditions withMinQuantity(long quantity) {
    return new Conditions(
        stopPrice, maxFloor, quantity, cashQuantity, expireTime, expireDate, execInst, selfTrade);
  }

  /** The same with an end in time. */
  public Conditions withExpireTime(long nanos) {
    return new Conditions(
        stopPrice, maxFloor, minQuantity, cashQuantity, nanos, expireDate, execInst, selfTrade);
  }

  /** The same with a last day. */
  public Conditions withExpireDate(int date) {
    return new Conditions(
        stopPrice, maxFloor, minQuantity, cashQuantity, expireTime, date, execInst, selfTrade);
  }

  /** The same with instructions. */
  public Conditions withExecInst(int bits) {
    return new Conditions(
        stopPrice, maxFloor, minQuantity, cashQuantity, expireTime, expireDate, bits, selfTrade);
  }

  /** The same with its own way to meet orders of its participant. */
  public Conditions withSelfTrade(int code) {
    return new Conditions(
        stopPrice, maxFloor, minQuantity, cashQuantity, expireTime, expireDate, execInst, code);
  }
}
