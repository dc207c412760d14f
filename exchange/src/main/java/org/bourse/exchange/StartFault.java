package org.bourse.exchange;

/** The exchange can't start; the message says why and what to do, one line a fault. */
final class StartFault extends Exception {
  private static final long serialVersionUID = 1;

  StartFault(String message) {
    super(message);
  }
}
