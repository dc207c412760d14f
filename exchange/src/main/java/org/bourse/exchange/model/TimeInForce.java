package org.bourse.exchange.model;

/** TimeInForce(59). */
public enum TimeInForce {
  DAY('0'),
  GOOD_TILL_CANCEL('1'),
  AT_THE_OPENING('2'),
  IMMEDIATE_OR_CANCEL('3'),
  FILL_OR_KILL('4'),
  GOOD_TILL_DATE('6'),
  AT_THE_CLOSE('7');

  private final byte code;

  TimeInForce(char code) {
    this.code = (byte) code;
  }

  /** The field's value, as in FIX. */
  public byte code() {
    return code;
  }
}
