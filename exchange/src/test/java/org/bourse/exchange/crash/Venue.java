package org.bourse.exchange.crash;

import org.bourse.exchange.VenueControls;
import org.jspecify.annotations.Nullable;

/** An exchange that ends in many ways and always starts again on what it has left behind. */
interface Venue extends AutoCloseable {
  int port();

  /** Starts, or starts again on the same data and port; when it returns, clients may connect. */
  void start() throws Exception;

  /** Ends it, at once or at a moment of its own, while traders send; returns when it has ended. */
  void end(Market market) throws Exception;

  /** How many reports the last start found that clients had not been sent. */
  long missedReports();

  /** What an operator can do; null: there is none. */
  default @Nullable VenueControls controls() {
    return null;
  }

  @Override
  void close() throws Exception;
}
