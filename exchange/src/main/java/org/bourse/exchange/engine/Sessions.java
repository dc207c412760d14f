package org.bourse.exchange.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The sessions that requests come from: whose they are, and how far each has been handled. */
final class Sessions {
  static final int MOST_PARTICIPANTS = 1 << 15;

  private final List<Session> sessions = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();

  /** What is known of one session. */
  static final class Session {
    final String name;
    final int participantId;
    int epoch;
    int msgSeqNum;

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

  void save(DataOutput out) throws IOException {
    out.writeInt(participants.size());
    for (String participant : participants) {
      out.writeUTF(participant);
    }
    out.writeInt(sessions.size());
    for (Session session : sessions) {
      out.writeUTF(session.name);
      out.writeInt(session.participantId);
      out.writeInt(session.epoch);
      out.writeInt(session.msgSeqNum);
    }
  }

  void load(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      participants.add(in.readUTF());
    }
    for (int left = in.readInt(); left > 0; left--) {
      Session session = new Session(in.readUTF(), in.readInt());
      session.epoch = in.readInt();
      session.msgSeqNum = in.readInt();
      sessions.add(session);
    }
  }
}
