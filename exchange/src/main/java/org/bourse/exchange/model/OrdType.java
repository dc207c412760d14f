package org.bourse.exchange.model;

/** OrdType(40). */
public enum OrdType {
  MARKET('1'),
  LIMIT('2');

  private final byte code;

  OrdType(char code) {
    this.code = (byte) code;
  }

  /** The field's value, as in FIX. */
  public byte code() {
    return code;
  }
}
