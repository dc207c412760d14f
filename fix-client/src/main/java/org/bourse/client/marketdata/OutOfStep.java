package org.bourse.client.marketdata;

/** What came does not fit the book: something was missed. */
final class OutOfStep extends Exception {

  private static final long serialVersionUID = 1L;

  private final String reason;

  OutOfStep(String reason) {
    super(reason);
    this.reason = reason;
  }

  OutOfStep(String reason, Exception cause) {
    super(reason, cause);
    this.reason = reason;
  }

  /** One line for the user. */
  String reason() {
    return reason;
  }

  /** The same, of this instrument. */
  OutOfStep of(String symbol) {
    return new OutOfStep(symbol + ": " + reason, this);
  }
}
