package org.bourse.exchange.engine;

/** OrdStatus(39): the states that an order can be in. */
final class OrdStatus {
  static final byte NEW = '0';
  static final byte PARTIALLY_FILLED = '1';
  static final byte FILLED = '2';
  static final byte CANCELED = '4';
  static final byte REJECTED = '8';

  private OrdStatus() {}
}
