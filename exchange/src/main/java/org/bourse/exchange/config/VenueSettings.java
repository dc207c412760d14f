package org.bourse.exchange.config;

/**
 * The venue's own ways.
 *
 * @param controls whether operators may use its controls
 * @param profile the switches that are on: bits of {@link org.bourse.exchange.model.Profile}
 */
public record VenueSettings(boolean controls, int profile) {
  /** With controls, and no switch on. */
  public static final VenueSettings PLAIN = new VenueSettings(true, 0);
}
