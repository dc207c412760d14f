package org.bourse.exchange.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The sessions that requests come from: whose they are, and how far each has been handled. */
final class Sessions {
  static final int MOST_PARTICIPANTS = 1 << 15;

  private final List<Session> sessions = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();
  private final BitSet blocked = new BitSet();

  /** What is known of one session. */
  static final class Session {
    final String name;
    final int participantId;
    int epoch;
    int msgSeqNum;
    boolean cancelsOnDisconnect;
    long grace;
    long goneUntil; // when its orders are canceled, 0: it is there, or they stay

    Session(String name, int participantId) {
      this.name = name;
      this.participantId = participantId;
    }

    /** Moves on to a request, or says that it has been handled already. */
    boolean goOnTo(int requestEpoch, int requestSeqNum) {
      if (requestEpoch < epoch || (requestEpoch == epoch && requestSeqNum <= msgSeqNum)) {
        return false;
      }
      epoch = requestEpoch;
      msgSeqNum = requestSeqNum;
      return true;
    }
  }

  boolean has(int sessionId) {
    return sessionId >= 0 && sessionId < sessions.size();
  }

  int count() {
    return sessions.size();
  }

  Session get(int sessionId) {
    return sessions.get(sessionId);
  }

  /** Whether a participant may enter nothing. */
  boolean isBlocked(int participantId) {
    return blocked.get(participantId);
  }

  void block(int participantId, boolean isBlocked) {
    blocked.set(participantId, isBlocked);
  }

  int participants() {
    return participants.size();
  }

  String participant(int participantId) {
    return participants.get(participantId);
  }

  /**
   * Whether a session may be defined so: a new one with the next number, or a known one as it is.
   */
  boolean define(int sessionId, int participantId, String name, String participant) {
    if (sessionId < 0
        || sessionId > sessions.size()
        || participantId < 0
        || participantId > participants.size()
        || participantId >= MOST_PARTICIPANTS) {
      return false;
    }
    if (participantId < participants.size()
        && !participants.get(participantId).equals(participant)) {
      return false;
    }
    if (sessionId < sessions.size()) {
      Session known = sessions.get(sessionId);
      return known.participantId == participantId && known.name.equals(name);
    }
    if (participantId == participants.size()) {
      participants.add(participant);
    }
    sessions.add(new Session(name, participantId));
    return true;
  }

  void save(StateWriter to) throws IOException {
    to.writeInt(participants.size());
    for (int id = 0; id < participants.size(); id++) {
      to.writeText(participants.get(id));
      to.writeInt(blocked.get(id) ? 1 : 0);
    }
    to.writeInt(sessions.size());
    for (Session session : sessions) {
      to.writeText(session.name);
      to.writeInt(session.participantId);
      to.writeInt(session.epoch);
      to.writeInt(session.msgSeqNum);
      to.writeInt(session.cancelsOnDisconnect ? 1 : 0);
      to.writeLong(session.grace);
      to.writeLong(session.goneUntil);
    }
  }

  void load(StateReader from) throws IOException {
    int left = from.readCount("the number of participants", 0, MOST_PARTICIPANTS);
    for (; left > 0; left--) {
      participants.add(from.readText());
      block(participants.size() - 1, from.readCount("whether it is blocked", 0, 1) == 1);
    }
    left = from.readCount("the number of sessions", 0, Integer.MAX_VALUE);
    for (; left > 0; left--) {
      String name = from.readText();
      Session session =
          new Session(name, from.readCount("a participant's id", 0, participants.size() - 1));
      session.epoch = from.readInt();
      session.msgSeqNum = from.readInt();
      session.cancelsOnDisconnect = from.readCount("whether orders are canceled", 0, 1) == 1;
      session.grace = from.readLong();
      session.goneUntil = from.readLong();
      sessions.add(session);
    }
  }
}
