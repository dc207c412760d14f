package org.bourse.exchange.model;

/** ExecInst(18): the instructions that are understood, each a bit. */
public final class ExecInst {
  /** Participate don't initiate (6): the order must not trade when it comes. */
  public static final int POST_ONLY = 1;

  /** Reinstate on trading halt (J): the order stays, which is the rule here. */
  public static final int REINSTATE_ON_HALT = 2;

  /** Cancel on trading halt (K). */
  public static final int CANCEL_ON_HALT = 4;

  /** Cancel if not best (Z): the order ends when another of its side has a better price. */
  public static final int CANCEL_IF_NOT_BEST = 8;

  /** All of them. */
  public static final int ALL = POST_ONLY | REINSTATE_ON_HALT | CANCEL_ON_HALT | CANCEL_IF_NOT_BEST;

  private static final String CODES = "6JKZ";

  private ExecInst() {}

  /** The bit of an instruction's FIX code, 0: not understood. */
  public static int bit(char code) {
    int place = CODES.indexOf(code);
    return place < 0 ? 0 : 1 << place;
  }

  /** The FIX code of a bit. */
  public static char code(int bit) {
    return CODES.charAt(Integer.numberOfTrailingZeros(bit));
  }
}
