package org.bourse.exchange.engine;

import java.io.IOException;
import org.bourse.exchange.event.codec.DayFiguresEncoder;

/** What has traded in an instrument on the business day, with its last trade. */
final class Figures {
  private long opening;
  private long high;
  private long low;
  private long volume;
  private long notionalHigh;
  private long notionalLow;
  private long lastPrice;
  private long lastQty;
  private long lastTime;
  private long lastMatchId;
  private byte lastAggressor;
  private boolean isToldDue;

  /** A trade has taken place; aggressor: Side(54) of the order that came second, 0: neither. */
  void traded(long matchId, long price, long quantity, long time, byte aggressor) {
    isToldDue = true;
    if (volume == 0) {
      opening = price;
      high = price;
      low = price;
    }
    high = Math.max(high, price);
    low = Math.min(low, price);
    volume += quantity;
    long lower = price * quantity;
    long sum = notionalLow + lower;
    notionalHigh += Math.multiplyHigh(price, quantity);
    notionalHigh += Long.compareUnsigned(sum, lower) < 0 ? 1 : 0;
    notionalLow = sum;
    lastPrice = price;
    lastQty = quantity;
    lastTime = time;
    lastMatchId = matchId;
    lastAggressor = aggressor;
  }

  /** A day begins: nothing has traded. */
  void clear() {
    isToldDue = true;
    opening = 0;
    high = 0;
    low = 0;
    volume = 0;
    notionalHigh = 0;
    notionalLow = 0;
    lastPrice = 0;
    lastQty = 0;
    lastTime = 0;
    lastMatchId = 0;
    lastAggressor = 0;
  }

  /** Whether they have changed since this was asked last. */
  boolean takeDue() {
    boolean due = isToldDue;
    isToldDue = false;
    return due;
  }

  void encode(DayFiguresEncoder to, long closing) {
    to.opening(opening)
        .high(high)
        .low(low)
        .closing(closing)
        .volume(volume)
        .notionalHigh(notionalHigh)
        .notionalLow(notionalLow)
        .lastPrice(lastPrice)
        .lastQty(lastQty)
        .lastTime(lastTime)
        .lastMatchId(lastMatchId)
        .lastAggressor(lastAggressor);
  }

  void save(StateWriter to) throws IOException {
    to.writeLong(opening);
    to.writeLong(high);
    to.writeLong(low);
    to.writeLong(volume);
    to.writeLong(notionalHigh);
    to.writeLong(notionalLow);
    to.writeLong(lastPrice);
    to.writeLong(lastQty);
    to.writeLong(lastTime);
    to.writeLong(lastMatchId);
    to.writeInt(lastAggressor);
  }

  void load(StateReader from) throws IOException {
    opening = from.readLong();
    high = from.readLong();
    low = from.readLong();
    volume = from.readLong();
    notionalHigh = from.readLong();
    notionalLow = from.readLong();
    lastPrice = from.readLong();
    lastQty = from.readLong();
    lastTime = from.readLong();
    lastMatchId = from.readLong();
    lastAggressor = (byte) from.readCount("the side of an aggressor", 0, Byte.MAX_VALUE);
  }
}
