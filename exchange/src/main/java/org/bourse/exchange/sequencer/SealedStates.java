package org.bourse.exchange.sequencer;

import java.io.IOException;
import org.bourse.exchange.engine.MatchingEngine;

/** Engines as they stood earlier, from which a replay can begin. */
@FunctionalInterface
public interface SealedStates {
  /**
   * The newest engine that has told no event after one: with nothing sealed, one that knows nothing
   * yet.
   *
   * @throws IOException where a state can't be read
   */
  MatchingEngine newest(long atMostEventSeq) throws IOException;
}
