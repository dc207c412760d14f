package org.bourse.exchange.sequencer;

import org.agrona.DirectBuffer;

/** Takes events on a consumer's own thread. */
public interface EventHandler {
  /**
   * Takes one event.
   *
   * @param eventSeq its number; 0 for an answer of a halted sequencer, which is no part of the
   *     numbered stream and is never given again
   * @param buffer holds the event, an SBE message of the events schema with its header, until this
   *     returns
   */
  void onEvent(long eventSeq, DirectBuffer buffer, int offset, int length);
}
