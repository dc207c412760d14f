package org.bourse.client.fix;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/**
 * Remembers what the FIX engine last complained of, so that a lost connection can be explained.
 * Messages are not logged: there are too many of them.
 */
final class SessionFaults implements LogFactory, Log {

  private static final Logger LOG = LoggerFactory.getLogger(SessionFaults.class);

  private volatile @Nullable String last;

  /** The last complaint since the last call, null for none. */
  @Nullable String take() {
    String fault = last;
    last = null;
    return fault;
  }

  @Override
  public Log create(SessionID sessionId) {
    return this;
  }

  @Override
  public void onEvent(String text) {
    LOG.debug("{}", text);
  }

  @Override
  public void onErrorEvent(String text) {
    LOG.warn("{}", text);
    last = text.replace("Disconnecting: ", "");
  }

  @Override
  public void onIncoming(String message) {}

  @Override
  public void onOutgoing(String message) {}

  @Override
  public void clear() {}
}
