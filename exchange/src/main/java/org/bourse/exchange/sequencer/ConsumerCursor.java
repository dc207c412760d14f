package org.bourse.exchange.sequencer;

import java.io.IOException;

/**
 * How far a consumer of events has got. A start replays from a snapshot that is no later, so that
 * the consumer misses nothing; whatever is older may go.
 */
@FunctionalInterface
public interface ConsumerCursor {
  /**
   * Makes durable what the consumer keeps of the events so far. Any thread.
   *
   * @return the last event that a start need not give it again
   * @throws IOException where it can't be made durable
   */
  long settle() throws IOException;
}
