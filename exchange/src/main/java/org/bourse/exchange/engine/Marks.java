package org.bourse.exchange.engine;

/** What is noted of an order beside its state, as bits. */
final class Marks {
  /** It waits for an auction, without a limit. */
  static final int AT_MARKET = 2;

  /** It waits for its stop price. */
  static final int IN_STOPS = 4;

  /** It waits for the auction at the close. */
  static final int FOR_CLOSE = 8;

  /** Where it rests; one that rests and has none of these is in the book. */
  static final int PLACE = AT_MARKET | IN_STOPS | FOR_CLOSE;

  static final int PENDING_CANCEL = 16;
  static final int PENDING_REPLACE = 32;

  /** A request about it waits and was told to be pending. */
  static final int PENDING = PENDING_CANCEL | PENDING_REPLACE;

  static final int STOPPED = 64;
  static final int SUSPENDED = 128;
  static final int DONE_FOR_DAY = 256;
  static final int CALCULATED = 512;

  /** What can take precedence over the state. */
  static final int STATUS = PENDING | STOPPED | SUSPENDED | DONE_FOR_DAY | CALCULATED;

  /** Its stop price was reached. */
  static final int TRIGGERED = 1024;

  /** It shows less than it is. */
  static final int ICEBERG = 2048;

  /** It was done, and not filled, before a trade was told that filled it. */
  static final int ENDED = 4096;

  /** Its quantity was changed by a split: it has traded other shares than its trades say. */
  static final int SPLIT = 8192;

  private Marks() {}

  /**
   * OrdStatus precedence (FIX 4.4 Vol. 4); an open order is not yet calculated, or not any more.
   */
  static byte status(int marks, byte state, boolean isOpen) {
    if ((marks & PENDING_CANCEL) != 0) {
      return OrdStatus.PENDING_CANCEL;
    } else if ((marks & PENDING_REPLACE) != 0) {
      return OrdStatus.PENDING_REPLACE;
    } else if ((marks & DONE_FOR_DAY) != 0 || state == OrdStatus.DONE_FOR_DAY) {
      return OrdStatus.DONE_FOR_DAY;
    } else if ((marks & CALCULATED) != 0 && !isOpen) {
      return OrdStatus.CALCULATED;
    } else if (state == OrdStatus.FILLED) {
      return state;
    } else if ((marks & STOPPED) != 0) {
      return OrdStatus.STOPPED;
    }
    return (marks & SUSPENDED) != 0 ? OrdStatus.SUSPENDED : state;
  }
}
