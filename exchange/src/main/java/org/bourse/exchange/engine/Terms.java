package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.Arrays;

/**
 * What some orders have beyond price and quantity, by a place that the order keeps: 1, 2, 3 and so
 * on; 0 is an order without, of which everything is 0. Terms lie in chunks that never move.
 */
final class Terms {
  private static final int CHUNK = 1 << 12;
  private static final int WORDS = 12;
  private static final int STOP_PRICE = 0;
  private static final int MAX_FLOOR = 1;
  private static final int MIN_QUANTITY = 2;
  private static final int CASH_QUANTITY = 3;
  private static final int EXPIRE_TIME = 4;
  private static final int REST = 5; // ExpireDate in the upper half; carried, self-trade, ExecInst
  private static final int SHOWN = 6;
  private static final int PRIORITY = 7;
  private static final int CUM_BEFORE = 8;
  private static final int NOTIONAL_HIGH_BEFORE = 9;
  private static final int NOTIONAL_LOW_BEFORE = 10;
  private static final long CARRIED = 1 << 16;

  private long[][] chunks = {new long[CHUNK * WORDS]};
  private int count;

  /** Takes a place of which everything is 0. */
  int add() {
    int place = ++count;
    if (place / CHUNK >= chunks.length) {
      chunks = Arrays.copyOf(chunks, chunks.length + 1);
      chunks[chunks.length - 1] = new long[CHUNK * WORDS];
    }
    Arrays.fill(chunk(place), at(place), at(place) + WORDS, 0);
    return place;
  }

  /** Takes over what a request asks for. */
  void set(int place, Request request) {
    long[] chunk = chunk(place);
    int at = at(place);
    chunk[at + STOP_PRICE] = request.stopPrice;
    chunk[at + MAX_FLOOR] = request.maxFloor;
    chunk[at + MIN_QUANTITY] = request.minQuantity;
    chunk[at + CASH_QUANTITY] = request.cashQuantity;
    chunk[at + EXPIRE_TIME] = request.expireTime;
    chunk[at + REST] =
        (long) request.expireDate << 32
            | (chunk[at + REST] & CARRIED)
            | (request.selfTrade & 0xFFL) << 8
            | (request.execInst & 0xFFL);
  }

  long stopPrice(int place) {
    return chunk(place)[at(place) + STOP_PRICE];
  }

  long maxFloor(int place) {
    return chunk(place)[at(place) + MAX_FLOOR];
  }

  long minQuantity(int place) {
    return chunk(place)[at(place) + MIN_QUANTITY];
  }

  long cashQuantity(int place) {
    return chunk(place)[at(place) + CASH_QUANTITY];
  }

  long expireTime(int place) {
    return chunk(place)[at(place) + EXPIRE_TIME];
  }

  int expireDate(int place) {
    return (int) (chunk(place)[at(place) + REST] >>> 32);
  }

  int execInst(int place) {
    return (int) chunk(place)[at(place) + REST] & 0xFF;
  }

  int selfTrade(int place) {
    return (int) (chunk(place)[at(place) + REST] >>> 8) & 0xFF;
  }

  /** What the order shows of itself. */
  long shown(int place) {
    return chunk(place)[at(place) + SHOWN];
  }

  void shown(int place, long value) {
    chunk(place)[at(place) + SHOWN] = value;
  }

  /** Since when it waits among the stops: the lower, the longer. No two have the same. */
  long priority(int place) {
    return chunk(place)[at(place) + PRIORITY];
  }

  void priority(int place, long value) {
    chunk(place)[at(place) + PRIORITY] = value;
  }

  /** Whether the order came over from an earlier day. */
  boolean isCarried(int place) {
    return (chunk(place)[at(place) + REST] & CARRIED) != 0;
  }

  /** The order goes over to the next day as it stands. */
  void carry(int place, long cumQty, long notionalHigh, long notionalLow) {
    long[] chunk = chunk(place);
    int at = at(place);
    chunk[at + REST] |= CARRIED;
    chunk[at + CUM_BEFORE] = cumQty;
    chunk[at + NOTIONAL_HIGH_BEFORE] = notionalHigh;
    chunk[at + NOTIONAL_LOW_BEFORE] = notionalLow;
  }

  /**
   * A trade of an earlier day was otherwise: so was what the order had traded when the day began.
   *
   * @param quantity how much more it was, 0 or below: less
   * @param notionalHigh upper half of how much more the sum behind AvgPx was
   * @param notionalLow lower half
   */
  void correctBefore(int place, long quantity, long notionalHigh, long notionalLow) {
    long[] chunk = chunk(place);
    int at = at(place);
    chunk[at + CUM_BEFORE] += quantity;
    long low = chunk[at + NOTIONAL_LOW_BEFORE] + notionalLow;
    int carry = Long.compareUnsigned(low, notionalLow) < 0 ? 1 : 0;
    chunk[at + NOTIONAL_LOW_BEFORE] = low;
    chunk[at + NOTIONAL_HIGH_BEFORE] += notionalHigh + carry;
  }

  /** CumQty as it was when the day began. */
  long cumBefore(int place) {
    return chunk(place)[at(place) + CUM_BEFORE];
  }

  void cumBefore(int place, long value) {
    chunk(place)[at(place) + CUM_BEFORE] = value;
  }

  void notionalBefore(int place, long high, long low) {
    chunk(place)[at(place) + NOTIONAL_HIGH_BEFORE] = high;
    chunk(place)[at(place) + NOTIONAL_LOW_BEFORE] = low;
  }

  long notionalHighBefore(int place) {
    return chunk(place)[at(place) + NOTIONAL_HIGH_BEFORE];
  }

  long notionalLowBefore(int place) {
    return chunk(place)[at(place) + NOTIONAL_LOW_BEFORE];
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(count);
    for (int place = 1; place <= count; place++) {
      to.writeLongs(chunk(place), at(place), WORDS);
    }
  }

  void load(StateReader from) throws IOException {
    int wanted = from.readCount("the number of terms", 0, Integer.MAX_VALUE - CHUNK);
    for (int i = 0; i < wanted; i++) {
      int place = add();
      from.readLongs(chunk(place), at(place), WORDS);
    }
  }

  boolean has(int place) {
    return place >= 0 && place <= count;
  }

  private long[] chunk(int place) {
    return chunks[place / CHUNK];
  }

  private static int at(int place) {
    return place % CHUNK * WORDS;
  }
}
