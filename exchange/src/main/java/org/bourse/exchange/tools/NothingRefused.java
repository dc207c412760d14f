package org.bourse.exchange.tools;

import org.bourse.exchange.sequencer.Recovery;

/** No request was refused for want of a journal. */
final class NothingRefused implements Recovery.RefusedRequests {
  @Override
  public boolean any() {
    return false;
  }

  @Override
  public boolean contains(String session, int epoch, int msgSeqNum) {
    return false;
  }
}
