package org.bourse.exchange.model;

/** OrdType(40). */
public enum OrdType {
  MARKET('1'),
  LIMIT('2'),
  STOP('3'),
  STOP_LIMIT('4'),
  /** Market with left over as limit. */
  MARKET_TO_LIMIT('K');

  private final byte code;

  OrdType(char code) {
    this.code = (byte) code;
  }

  /** The field's value, as in FIX. */
  public byte code() {
    return code;
  }
}
