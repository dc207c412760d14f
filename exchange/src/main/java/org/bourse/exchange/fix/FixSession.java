package org.bourse.exchange.fix;

import org.jspecify.annotations.Nullable;
import quickfix.Session;
import quickfix.SessionID;

/**
 * One configured FIX session: its names and numbers, and its store once QuickFIX/J has made the
 * session.
 */
final class FixSession {
  private final SessionID id;
  private final String name;
  private final int number;
  private final CompIds compIds;
  private final SessionMessageStore store;
  private final Object turn = new Object();
  private @Nullable Session live;

  /**
   * A session.
   *
   * @param number the engine's
   */
  FixSession(SessionID id, int number, SessionMessageStore store) {
    this.id = id;
    this.number = number;
    this.store = store;
    name = id.toString();
    compIds = CompIds.of(id);
  }

  SessionID id() {
    return id;
  }

  String name() {
    return name;
  }

  int number() {
    return number;
  }

  CompIds compIds() {
    return compIds;
  }

  SessionMessageStore store() {
    return store;
  }

  /**
   * Held while a Logon is handled and while a report is handed over: so a report is numbered before
   * a Logon that resets the numbers, or after its answer, never between.
   */
  Object turn() {
    return turn;
  }

  /** QuickFIX/J's session; null before the acceptor has started. For the outbox's thread. */
  @Nullable Session live() {
    if (live == null) {
      live = Session.lookupSession(id);
    }
    return live;
  }
}
