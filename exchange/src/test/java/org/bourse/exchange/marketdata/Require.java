package org.bourse.exchange.marketdata;

/** Fails a test where something does not hold. */
final class Require {
  private Require() {}

  static void that(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
