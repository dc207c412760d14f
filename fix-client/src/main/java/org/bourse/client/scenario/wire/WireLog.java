package org.bourse.client.scenario.wire;

/** Told of every message, also of those that no step of a script is about. */
public interface WireLog {

  /** A message went out; on the thread that sent it. */
  void sent(SessionId session, WireMessage message);

  /** A message came in; on the thread that reads. */
  void received(SessionId session, WireMessage message);
}
