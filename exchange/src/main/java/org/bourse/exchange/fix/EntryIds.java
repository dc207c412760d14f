package org.bourse.exchange.fix;

/**
 * Names orders for all who look at the market, so that nobody finds his own OrderID in them: the
 * same name for the whole life of an order, over restarts, too, and no name twice.
 */
final class EntryIds {
  private static final int ROUNDS = 4;
  private static final int HALF = 32;
  private static final long LOW = 0xFFFF_FFFFL;

  private final long secret;

  /** Names that nobody can turn back who does not know a number. */
  EntryIds(long secret) {
    this.secret = secret;
  }

  /** MDEntryID(278) of an order. A Feistel network: each round can be undone, so no two meet. */
  String of(long orderId) {
    long left = orderId >>> HALF;
    long right = orderId & LOW;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (mix(right + round + secret) & LOW);
      left = right;
      right = next;
    }
    return Long.toUnsignedString(left << HALF | right, Character.MAX_RADIX);
  }

  private static long mix(long value) {
    long mixed = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
    return mixed ^ mixed >>> 31;
  }
}
