package org.bourse.client.venue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** Keeps the venue quiet, and what its sessions complained of for a test that fails. */
final class Complaints implements LogFactory, Log {

  private final List<String> texts = new CopyOnWriteArrayList<>();

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
  public void onErrorEvent(String text) {
    texts.add(text);
  }

  @Override
  public String toString() {
    return "complaints of the venue: " + texts;
  }
}
