package org.bourse.client.marketdata;

import java.math.BigDecimal;

/**
 * One trade of the tape.
 *
 * @param id MDEntryID(278), empty where the venue gives none
 * @param time UTCTimestamp
 * @param price what was paid
 * @param size how much
 * @param aggressor who came to the other; NONE in an auction
 * @param condition TradeCondition(277), empty for none
 */
record Trade(
    String id,
    String time,
    BigDecimal price,
    BigDecimal size,
    Entry.Aggressor aggressor,
    String condition) {

  static Trade of(Entry entry) throws OutOfStep {
    if (entry.price() == null || entry.size() == null) {
      throw new OutOfStep("a trade without price or size");
    }
    return new Trade(
        entry.id(),
        entry.time(),
        entry.price(),
        entry.size(),
        entry.aggressor(),
        entry.condition());
  }

  /** The same trade at the price and of the size that a correction gives. */
  Trade corrected(Entry entry) throws OutOfStep {
    Trade now = of(entry);
    boolean saysWho = now.aggressor != Entry.Aggressor.NONE;
    return new Trade(
        id,
        time,
        now.price,
        now.size,
        saysWho ? now.aggressor : aggressor,
        now.condition.isEmpty() ? condition : now.condition);
  }

  /** Prints of an auction have no aggressor, and say which auction it was. */
  boolean isAuction() {
    return !condition.isEmpty() && aggressor == Entry.Aggressor.NONE;
  }
}
