package org.bourse.exchange.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.SessionRequest;
import org.bourse.exchange.event.NoticeKind;

/** The sessions, whose they are, and how far each has been handled. */
final class ReferenceSessions {
  private static final int LARGEST_PARTICIPANT_ID = 32_767;

  private final ReferenceReports reports;
  private final List<Session> sessions = new ArrayList<>();
  private final List<String> participants = new ArrayList<>();
  final Set<Integer> blocked = new HashSet<>();

  static final class Session {
    final DefineSession definition;
    int epoch;
    int msgSeqNum;
    boolean cancelsOnDisconnect;
    long grace;
    long goneUntil;

    Session(DefineSession definition) {
      this.definition = definition;
    }

    int participantId() {
      return definition.participantId();
    }

    private boolean hasHandled(SessionRequest request) {
      return request.epoch() < epoch
          || (request.epoch() == epoch && request.msgSeqNum() <= msgSeqNum);
    }
  }

  ReferenceSessions(ReferenceReports reports) {
    this.reports = reports;
  }

  boolean has(int sessionId) {
    return sessionId >= 0 && sessionId < sessions.size();
  }

  boolean hasParticipant(int participantId) {
    return participantId >= 0 && participantId < participants.size();
  }

  String participant(int participantId) {
    return participants.get(participantId);
  }

  Session get(int sessionId) {
    return sessions.get(sessionId);
  }

  List<Session> all() {
    return sessions;
  }

  boolean define(DefineSession command) {
    int id = command.sessionId();
    int participantId = command.participantId();
    if (id < 0 || id > sessions.size()) {
      return false;
    }
    boolean isNew = participantId == participants.size();
    if (!isNew
        && (!hasParticipant(participantId)
            || !participant(participantId).equals(command.participantName()))) {
      return false;
    }
    if (id < sessions.size()) {
      DefineSession first = sessions.get(id).definition;
      if (!first.name().equals(command.name()) || first.participantId() != participantId) {
        return false;
      }
    } else {
      if (participantId > LARGEST_PARTICIPANT_ID) {
        return false;
      }
      if (isNew) {
        participants.add(command.participantName());
      }
      sessions.add(new Session(command));
    }
    reports.notice(-1, id, NoticeKind.SESSION_DEFINED, command.name());
    return true;
  }

  /** Moves on to a request; false, and it is told, where it has been handled already. */
  boolean goOnTo(SessionRequest request) {
    Session session = sessions.get(request.sessionId());
    if (request.msgSeqNum() > 0) {
      if (session.hasHandled(request)) {
        reports.notice(request.sessionId(), -1, NoticeKind.REPEATED, "");
        return false;
      }
      session.epoch = request.epoch();
      session.msgSeqNum = request.msgSeqNum();
    }
    return true;
  }
}
