package org.bourse.client.scenario.venue;

/** The venue understood a control and did not carry it out; the message is its own text. */
public final class VenueRefused extends Exception {

  private static final long serialVersionUID = 1L;

  VenueRefused(String message) {
    super(message);
  }
}
