package org.bourse.exchange.model;

/** ExecInst(18): the instructions that are understood, each a bit. */
public final class ExecInst {
  /** Participate don't initiate (6): the order must not trade when it comes. */
  public static final int POST_ONLY = 1;

  /** Reinstate on trading halt (J): the order stays, which is the rule here. */
  public static final int REINSTATE_ON_HALT = 2;

  /** Cancel on trading halt (K). */
  public static final int CANCEL_ON_HALT = 4;

  /** All of them. */
  public static final int ALL = POST_ONLY | REINSTATE_ON_HALT | CANCEL_ON_HALT;

  private ExecInst() {}

  /** The bit of an instruction's FIX code, 0: not understood. */
  public static int bit(char code) {
    return switch (code) {
      case '6' -> POST_ONLY;
      case 'J' -> REINSTATE_ON_HALT;
      case 'K' -> CANCEL_ON_HALT;
      default -> 0;
    };
  }
}
