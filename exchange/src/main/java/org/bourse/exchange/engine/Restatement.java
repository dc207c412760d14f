package org.bourse.exchange.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.agrona.concurrent.UnsafeBuffer;

/** ExecRestatementReason(378), and the words that go with it. */
final class Restatement {
  static final int NONE = -1;
  static final int CORPORATE_ACTION = 0;
  static final int GT_RENEWAL = 1;
  static final int REPRICING = 3;
  static final int PARTIAL_DECLINE = 5;
  static final int CANCEL_ON_HALT = 6;
  static final int MARKET_OPTION = 8;
  static final int NOT_BEST = 9;
  static final int OTHER = 99;

  static final UnsafeBuffer NOTHING_DONE = words("Nothing done");
  static final UnsafeBuffer NOT_BEST_TEXT = words("Not best any more");
  static final UnsafeBuffer LIMIT_TEXT = words("Left over as a limit order");
  static final UnsafeBuffer POST_ONLY_TEXT = words("Repriced, not to trade");
  static final UnsafeBuffer TRIGGERED_TEXT = words("Triggered");
  static final UnsafeBuffer SELF_TRADE_TEXT = words("Self-trade prevention");
  static final UnsafeBuffer HALT_TEXT = words("Canceled on trading halt");
  static final UnsafeBuffer AUCTION_TEXT = words("Not filled in the auction");
  static final UnsafeBuffer DISCONNECT_TEXT = words("Canceled on disconnect");
  static final UnsafeBuffer KILL_TEXT = words("Kill switch");
  static final UnsafeBuffer BUST_TEXT = words("Would trade again after the bust");

  private Restatement() {}

  /** Words for Text(58), never to be changed. */
  static UnsafeBuffer words(String text) {
    return new UnsafeBuffer(text.getBytes(ISO_8859_1));
  }
}
