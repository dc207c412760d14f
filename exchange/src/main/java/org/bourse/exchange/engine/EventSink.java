package org.bourse.exchange.engine;

import org.agrona.DirectBuffer;

/** Where the engine puts what has happened. */
public interface EventSink {
  /**
   * Takes one event. Called on the engine's thread, in the order of eventSeq; the bytes are the
   * engine's and hold only until this returns.
   *
   * @param buffer holds the event: an SBE message of the events schema with its header
   * @param offset of the header
   * @param length in bytes, header included
   */
  void onEvent(DirectBuffer buffer, int offset, int length);
}
