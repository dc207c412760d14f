package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.Arrays;

/**
 * Every order of the trading day, open and done, by its OrderID: 1, 2, 3 and so on. What a report
 * says of an order is here; the book knows only what matching needs. Orders lie in chunks that
 * never move.
 */
final class Orders {
  private static final int CHUNK = 1 << 14;
  private static final int WORDS = OpenOrderSink.RECORD_WORDS;
  private static final int KIND =
      0; // instrument in the upper half; side, type, time in force, status
  private static final int PLACE = 1; // session in the upper half, slot in the book in the lower
  private static final int PRICE = 2;
  private static final int ORDER_QTY = 3;
  private static final int CUM_QTY = 4;
  private static final int NOTIONAL_HIGH = 5;
  private static final int NOTIONAL_LOW = 6;
  private static final int NAMES = 7; // current ClOrdID in the upper half, account in the lower
  private static final int OWNER =
      8; // participant in the upper half, symbol of an unknown instrument in the lower
  private static final int MARKS = 9; // marks in the upper half, place among the terms in the lower
  private static final int CHANGED_AT = 10;
  private static final long LOW = 0xFFFF_FFFFL;

  private long[][] chunks = new long[0][];
  private long count;

  Orders(int expected) {
    reserve(expected);
  }

  /** Number of the last order, 0 where there is none. */
  long count() {
    return count;
  }

  boolean has(long orderId) {
    return orderId > 0 && orderId <= count;
  }

  /** Adds an order with nothing executed, and returns its OrderID. */
  long add(int instrumentId, int participantId, int sessionId, byte side, byte ordType) {
    long orderId = ++count;
    reserve(orderId);
    long[] chunk = chunk(orderId);
    int at = at(orderId);
    Arrays.fill(chunk, at, at + WORDS, 0);
    chunk[at + KIND] = (long) instrumentId << 32 | (side & 0xFFL) << 24 | (ordType & 0xFFL) << 16;
    chunk[at + PLACE] = (long) sessionId << 32;
    chunk[at + OWNER] = (long) participantId << 32;
    return orderId;
  }

  int instrumentId(long orderId) {
    return (int) (chunk(orderId)[at(orderId) + KIND] >>> 32);
  }

  byte side(long orderId) {
    return (byte) (chunk(orderId)[at(orderId) + KIND] >>> 24);
  }

  byte ordType(long orderId) {
    return (byte) (chunk(orderId)[at(orderId) + KIND] >>> 16);
  }

  byte timeInForce(long orderId) {
    return (byte) (chunk(orderId)[at(orderId) + KIND] >>> 8);
  }

  void timeInForce(long orderId, byte value) {
    int at = at(orderId) + KIND;
    long[] chunk = chunk(orderId);
    chunk[at] = (chunk[at] & ~0xFF00L) | (value & 0xFFL) << 8;
  }

  /** OrdStatus(39): of all that the order is, what has precedence (FIX 4.4 Vol. 4). */
  byte status(long orderId) {
    byte state = state(orderId);
    int marks = marks(orderId) & Marks.STATUS;
    return marks == 0 ? state : Marks.status(marks, state, isOpen(orderId));
  }

  /** What the order is apart from its marks: an OrdStatus. */
  byte state(long orderId) {
    return (byte) chunk(orderId)[at(orderId) + KIND];
  }

  void state(long orderId, byte value) {
    int at = at(orderId) + KIND;
    long[] chunk = chunk(orderId);
    chunk[at] = (chunk[at] & ~0xFFL) | (value & 0xFFL);
  }

  /** Whether the order may still trade. */
  boolean isOpen(long orderId) {
    byte state = state(orderId);
    return state == OrdStatus.NEW
        || state == OrdStatus.PARTIALLY_FILLED
        || state == OrdStatus.PENDING_NEW;
  }

  /** What is noted of the order: bits of {@link Marks}. */
  int marks(long orderId) {
    return (int) (chunk(orderId)[at(orderId) + MARKS] >>> 32);
  }

  boolean isMarked(long orderId, int mark) {
    return (marks(orderId) & mark) != 0;
  }

  void mark(long orderId, int mark) {
    setUpper(orderId, MARKS, marks(orderId) | mark);
  }

  void unmark(long orderId, int mark) {
    setUpper(orderId, MARKS, marks(orderId) & ~mark);
  }

  /** Where its terms are, 0: it has none beyond price and quantity. */
  int terms(long orderId) {
    return (int) chunk(orderId)[at(orderId) + MARKS];
  }

  void terms(long orderId, int value) {
    setLower(orderId, MARKS, value);
  }

  /** When it was taken or last changed by a request, a nanosecond of the business clock. */
  long changedAt(long orderId) {
    return chunk(orderId)[at(orderId) + CHANGED_AT];
  }

  void changedAt(long orderId, long value) {
    chunk(orderId)[at(orderId) + CHANGED_AT] = value;
  }

  /** The session that entered the order or last replaced it: fills go there. */
  int sessionId(long orderId) {
    return (int) (chunk(orderId)[at(orderId) + PLACE] >>> 32);
  }

  void sessionId(long orderId, int value) {
    setUpper(orderId, PLACE, value);
  }

  /** Where the order rests in the book, 0 where it does not. */
  int slot(long orderId) {
    return (int) chunk(orderId)[at(orderId) + PLACE];
  }

  void slot(long orderId, int value) {
    setLower(orderId, PLACE, value);
  }

  long price(long orderId) {
    return chunk(orderId)[at(orderId) + PRICE];
  }

  void price(long orderId, long value) {
    chunk(orderId)[at(orderId) + PRICE] = value;
  }

  long orderQty(long orderId) {
    return chunk(orderId)[at(orderId) + ORDER_QTY];
  }

  void orderQty(long orderId, long value) {
    chunk(orderId)[at(orderId) + ORDER_QTY] = value;
  }

  long cumQty(long orderId) {
    return chunk(orderId)[at(orderId) + CUM_QTY];
  }

  /** Counts what has traded in other shares; what was paid stays. */
  void cumQty(long orderId, long value) {
    chunk(orderId)[at(orderId) + CUM_QTY] = value;
  }

  /** What may still trade: 0 once the order is done. */
  long leavesQty(long orderId) {
    return isOpen(orderId) ? orderQty(orderId) - cumQty(orderId) : 0;
  }

  /** The sum of price x quantity over all fills: 128 bits, this and the lower half. */
  long notionalHigh(long orderId) {
    return chunk(orderId)[at(orderId) + NOTIONAL_HIGH];
  }

  long notionalLow(long orderId) {
    return chunk(orderId)[at(orderId) + NOTIONAL_LOW];
  }

  /** Counts a fill in. */
  void fill(long orderId, long price, long quantity) {
    long[] chunk = chunk(orderId);
    int at = at(orderId);
    long cumQty = chunk[at + CUM_QTY] + quantity;
    chunk[at + CUM_QTY] = cumQty;
    long low = price * quantity;
    long sum = chunk[at + NOTIONAL_LOW] + low;
    int carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    chunk[at + NOTIONAL_LOW] = sum;
    chunk[at + NOTIONAL_HIGH] += Math.multiplyHigh(price, quantity) + carry;
    state(orderId, cumQty == chunk[at + ORDER_QTY] ? OrdStatus.FILLED : OrdStatus.PARTIALLY_FILLED);
  }

  /** Takes a fill out of CumQty and of the sum behind AvgPx; the state is the caller's. */
  void takeBack(long orderId, long price, long quantity) {
    long[] chunk = chunk(orderId);
    int at = at(orderId);
    chunk[at + CUM_QTY] -= quantity;
    long low = price * quantity;
    long left = chunk[at + NOTIONAL_LOW];
    int borrow = Long.compareUnsigned(left, low) < 0 ? 1 : 0;
    chunk[at + NOTIONAL_LOW] = left - low;
    chunk[at + NOTIONAL_HIGH] -= Math.multiplyHigh(price, quantity) + borrow;
  }

  /** Sets another OrdType: of a stop that was triggered, or what is left of a market order. */
  void ordType(long orderId, byte value) {
    int at = at(orderId) + KIND;
    long[] chunk = chunk(orderId);
    chunk[at] = (chunk[at] & ~0xFF0000L) | (value & 0xFFL) << 16;
  }

  /** The reference of the ClOrdID that the order goes by: the last that was accepted. */
  int clOrdId(long orderId) {
    return (int) (chunk(orderId)[at(orderId) + NAMES] >>> 32);
  }

  void clOrdId(long orderId, int ref) {
    setUpper(orderId, NAMES, ref);
  }

  int account(long orderId) {
    return (int) chunk(orderId)[at(orderId) + NAMES];
  }

  void account(long orderId, int ref) {
    setLower(orderId, NAMES, ref);
  }

  int participantId(long orderId) {
    return (int) (chunk(orderId)[at(orderId) + OWNER] >>> 32);
  }

  /**
   * The reference of the Symbol that was asked for, of an order that was refused because nobody
   * knows it.
   */
  int symbol(long orderId) {
    return (int) chunk(orderId)[at(orderId) + OWNER];
  }

  void symbol(long orderId, int ref) {
    setLower(orderId, OWNER, ref);
  }

  private void setUpper(long orderId, int word, int value) {
    long[] chunk = chunk(orderId);
    int at = at(orderId) + word;
    chunk[at] = (chunk[at] & LOW) | (long) value << 32;
  }

  private void setLower(long orderId, int word, int value) {
    long[] chunk = chunk(orderId);
    int at = at(orderId) + word;
    chunk[at] = (chunk[at] & ~LOW) | (value & LOW);
  }

  private long[] chunk(long orderId) {
    return chunks[(int) (orderId / CHUNK)];
  }

  private static int at(long orderId) {
    return (int) (orderId % CHUNK) * WORDS;
  }

  private void reserve(long orderId) {
    int wanted = (int) (orderId / CHUNK) + 1;
    int have = chunks.length;
    if (wanted > have) {
      chunks = Arrays.copyOf(chunks, wanted);
      for (int i = have; i < wanted; i++) {
        chunks[i] = new long[CHUNK * WORDS];
      }
    }
  }

  /**
   * Writes the orders that rest nowhere: for every 64 OrderIDs a word that says with a bit which of
   * them do, then the records of the others.
   */
  void save(StateWriter to) throws IOException {
    to.writeLong(count);
    for (long first = 1; first <= count; first += Long.SIZE) {
      long last = Math.min(count, first + Long.SIZE - 1);
      to.writeLong(openAmong(first, last));
      for (long orderId = first; orderId <= last; orderId++) {
        if (slot(orderId) == 0) {
          to.writeLongs(chunk(orderId), at(orderId), WORDS);
        }
      }
    }
  }

  private long openAmong(long first, long last) {
    long open = 0;
    for (long orderId = first; orderId <= last; orderId++) {
      open |= (slot(orderId) != 0 ? 1L : 0) << (orderId - first);
    }
    return open;
  }

  /**
   * Reads the orders that rest nowhere, and leaves gaps for the others.
   *
   * @return how many gaps there are
   */
  long load(StateReader from) throws IOException {
    long wanted = from.readLong();
    if (wanted < 0 || wanted >= (long) CHUNK * Integer.MAX_VALUE) {
      throw from.damaged("there can't be " + wanted + " orders");
    }
    long gaps = 0;
    for (long first = 1; first <= wanted; first += Long.SIZE) {
      long open = from.readLong();
      gaps += Long.bitCount(open);
      long last = Math.min(wanted, first + Long.SIZE - 1);
      reserve(last);
      for (long orderId = first; orderId <= last; orderId++) {
        if ((open >>> (orderId - first) & 1) == 0) {
          from.readLongs(chunk(orderId), at(orderId), WORDS);
        }
      }
    }
    count = wanted;
    return gaps;
  }

  /** Copies the record of an order, without its place in the book. */
  void copyTo(long orderId, long[] record) {
    System.arraycopy(chunk(orderId), at(orderId), record, 0, WORDS);
    record[PLACE] &= ~LOW;
  }

  /** Fills a gap that a load has left: false where there is none under that OrderID. */
  boolean fill(long orderId, long[] record) {
    if (!has(orderId) || chunk(orderId)[at(orderId) + KIND] != 0) {
      return false;
    }
    System.arraycopy(record, 0, chunk(orderId), at(orderId), WORDS);
    return true;
  }
}
