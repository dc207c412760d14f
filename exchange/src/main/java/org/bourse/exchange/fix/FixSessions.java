package org.bourse.exchange.fix;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bourse.exchange.access.Access;
import org.jspecify.annotations.Nullable;
import quickfix.SessionID;

/** Begins the configured sessions where the message log and the journal say that they were. */
final class FixSessions {
  private final MessageLog log;
  private final Cork cork;
  private final @Nullable FileStores files;
  private final Access access;

  /**
   * Sessions of one message log.
   *
   * @param files what QuickFIX/J reads from, null: the log itself
   */
  FixSessions(MessageLog log, Cork cork, @Nullable FileStores files, Access access) {
    this.log = log;
    this.cork = cork;
    this.files = files;
    this.access = access;
  }

  /**
   * Begins each session, and opens its files only once all have begun.
   *
   * @param journaled by the session's name, for each of them
   * @throws IOException where the log or the files can't be used
   */
  Map<SessionID, FixSession> begin(List<SessionID> ids, Map<String, JournaledSession> journaled)
      throws IOException {
    Map<SessionID, FixSession> sessions = new HashMap<>();
    for (SessionID id : ids) {
      sessions.put(id, session(id, Objects.requireNonNull(journaled.get(id.toString()))));
    }
    if (files != null) {
      for (FixSession session : sessions.values()) {
        session.readFrom(files.open(session.id(), log, session));
      }
    }
    return sessions;
  }

  private FixSession session(SessionID id, JournaledSession from) throws IOException {
    SessionRecord record = log.session(id.toString());
    if (from.epoch() > record.epoch()) {
      log.epochFound(record, from.epoch());
    }
    int handled = from.epoch() == record.epoch() ? from.msgSeqNum() : 0;
    int nextTarget = Math.max(handled, record.lastHaltedRequest()) + 1;
    SessionClient client = new SessionClient(id, access);
    return new FixSession(id, from.number(), log, record, cork, nextTarget, client);
  }
}
