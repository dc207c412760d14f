package org.bourse.exchange.engine;

/** OrdStatus(39) as the engine gives it. */
final class OrdStatus {
  static final byte NEW = '0';
  static final byte PARTIALLY_FILLED = '1';
  static final byte FILLED = '2';
  static final byte DONE_FOR_DAY = '3';
  static final byte CANCELED = '4';
  static final byte REPLACED = '5'; // only by a switch
  static final byte PENDING_CANCEL = '6';
  static final byte STOPPED = '7';
  static final byte REJECTED = '8';
  static final byte SUSPENDED = '9';
  static final byte PENDING_NEW = 'A';
  static final byte CALCULATED = 'B';
  static final byte EXPIRED = 'C';
  static final byte PENDING_REPLACE = 'E';

  private OrdStatus() {}
}
