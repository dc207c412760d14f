package org.bourse.exchange.engine;

/** ExecType(150) as the engine gives it. */
final class ExecType {
  static final byte NEW = '0';
  static final byte DONE_FOR_DAY = '3';
  static final byte CANCELED = '4';
  static final byte REPLACED = '5';
  static final byte PENDING_CANCEL = '6';
  static final byte STOPPED = '7';
  static final byte REJECTED = '8';
  static final byte SUSPENDED = '9';
  static final byte CALCULATED = 'B';
  static final byte EXPIRED = 'C';
  static final byte RESTATED = 'D';
  static final byte PENDING_REPLACE = 'E';
  static final byte TRADE = 'F';
  static final byte TRADE_CORRECT = 'G';
  static final byte TRADE_CANCEL = 'H';
  static final byte ORDER_STATUS = 'I';

  private ExecType() {}
}
