package org.bourse.exchange.venue;

/** A control that the engine could not carry out; the message says why. */
public final class ControlRefused extends Exception {
  private static final long serialVersionUID = 1;

  ControlRefused(String why) {
    super(why);
  }
}
