package org.bourse.exchange.model;

/** Side(54). */
public enum Side {
  BUY('1'),
  SELL('2');

  private final byte code;

  Side(char code) {
    this.code = (byte) code;
  }

  /** The field's value, as in FIX. */
  public byte code() {
    return code;
  }
}
