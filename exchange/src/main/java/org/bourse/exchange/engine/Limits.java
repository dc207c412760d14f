package org.bourse.exchange.engine;

import java.io.IOException;
import org.bourse.exchange.model.SelfTrade;

/**
 * What a participant may do in one instrument; 0: no limit.
 *
 * @param maxNotional price times quantity, in whole units of the currency
 * @param maxPosition as if all open orders of a side had traded
 * @param priceCollar in basis points of the last price
 * @param duplicateMillis how long an order like the last one is refused
 */
record Limits(
    long maxOrderQuantity,
    long maxNotional,
    long maxOpenOrders,
    long maxPosition,
    int priceCollar,
    int duplicateMillis,
    SelfTrade selfTrade) {
  static final Limits NONE = new Limits(0, 0, 0, 0, 0, 0, SelfTrade.ALLOWED);

  /** Whether nothing is limited. */
  boolean areNone() {
    return (maxOrderQuantity | maxNotional | maxOpenOrders | maxPosition) == 0
        && (priceCollar | duplicateMillis) == 0;
  }

  boolean isSound() {
    return maxOrderQuantity >= 0
        && maxNotional >= 0
        && maxOpenOrders >= 0
        && maxPosition >= 0
        && priceCollar >= 0
        && duplicateMillis >= 0;
  }

  void save(StateWriter to) throws IOException {
    to.writeLong(maxOrderQuantity);
    to.writeLong(maxNotional);
    to.writeLong(maxOpenOrders);
    to.writeLong(maxPosition);
    to.writeInt(priceCollar);
    to.writeInt(duplicateMillis);
    to.writeInt(selfTrade.code());
  }

  static Limits load(StateReader from) throws IOException {
    long quantity = from.readLong();
    long notional = from.readLong();
    long open = from.readLong();
    long position = from.readLong();
    int collar = from.readInt();
    int duplicate = from.readInt();
    int code = from.readInt();
    SelfTrade selfTrade = SelfTrade.of(code);
    if (selfTrade == null) {
      throw from.damaged("there is no way to prevent self-trades of code " + code);
    }
    return new Limits(quantity, notional, open, position, collar, duplicate, selfTrade);
  }
}
