package org.bourse.client.venue;

import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** Keeps the venue quiet. */
final class SilentLog implements LogFactory, Log {

  @Override
  public Log create(SessionID id) {
    return this;
  }

  @Override
  public void clear() {}

  @Override
  public void onIncoming(String message) {}

  @Override
  public void onOutgoing(String message) {}

  @Override
  public void onEvent(String text) {}

  @Override
  public void onErrorEvent(String text) {}
}
