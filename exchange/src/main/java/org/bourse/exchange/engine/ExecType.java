package org.bourse.exchange.engine;

/** ExecType(150): why a report is sent. */
final class ExecType {
  static final byte NEW = '0';
  static final byte CANCELED = '4';
  static final byte REPLACED = '5';
  static final byte REJECTED = '8';
  static final byte TRADE = 'F';
  static final byte ORDER_STATUS = 'I';

  private ExecType() {}
}
