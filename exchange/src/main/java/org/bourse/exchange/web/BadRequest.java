package org.bourse.exchange.web;

/** A request that can't be understood; the message says why. */
final class BadRequest extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadRequest(String why) {
    super(why);
  }
}
