package org.bourse.exchange.fix;

import static org.bourse.exchange.fix.RequestFields.code;
import static org.bourse.exchange.fix.RequestFields.orEmpty;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.bourse.exchange.access.Access;
import org.bourse.exchange.access.Answer;
import org.bourse.exchange.access.Attempt;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.command.Inquiry;
import org.bourse.exchange.model.InquiryKind;
import org.bourse.exchange.sequencer.Sequencer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers UserRequest(BE), whose password no command may hold: the request itself is journaled
 * without it, for its number, and the outcome as a second command, which becomes the
 * UserResponse(BF). Any thread.
 */
final class UserRequests {
  private static final Logger LOG = LoggerFactory.getLogger("access");

  private static final char LOG_ON = '1'; // UserRequestType(924)
  private static final char LOG_OFF = '2';
  private static final char CHANGE_PASSWORD = '3';
  private static final char STATUS = '4';

  private final Access access;
  private final Collection<FixSession> sessions;
  private final Sequencer sequencer;

  UserRequests(Access access, Collection<FixSession> sessions, Sequencer sequencer) {
    this.access = access;
    this.sessions = sessions;
    this.sequencer = sequencer;
  }

  /** What a session was asked, until it has its outcome. */
  private record Asked(int sessionId, int epoch, String requestId, String userName) {}

  /** Has a request answered that was journaled, now or from another thread. */
  void handle(RequestFields fields, FixSession session) {
    Admission who = session.client().admission();
    String userName = orEmpty(fields.userName);
    Asked asked =
        new Asked(session.number(), session.store().epoch(), orEmpty(fields.requestId), userName);
    if (who == null || who.participant().user(userName) == null) {
      answer(asked, UserOutcome.NOT_RECOGNISED);
      return;
    }
    switch (code(fields.requestType)) {
      case LOG_ON, LOG_OFF -> answer(asked, UserOutcome.BY_LOGON_ONLY);
      case CHANGE_PASSWORD -> {
        if (who.user().name().equals(userName)) {
          change(asked, fields, who);
        } else {
          answer(asked, UserOutcome.NOT_ONES_OWN);
        }
      }
      case STATUS -> answer(asked, status(who.participant(), userName));
      default -> answer(asked, UserOutcome.UNKNOWN_TYPE);
    }
  }

  private UserOutcome status(Participant participant, String userName) {
    boolean isLoggedOn =
        sessions.stream()
            .map(session -> session.client().admission())
            .anyMatch(
                who ->
                    who != null
                        && who.participant().name().equals(participant.name())
                        && who.user().name().equals(userName));
    return isLoggedOn ? UserOutcome.LOGGED_IN : UserOutcome.NOT_LOGGED_IN;
  }

  private void change(Asked asked, RequestFields fields, Admission who) {
    if (fields.newPassword == null) {
      answer(asked, UserOutcome.NO_NEW_PASSWORD);
      return;
    }
    Attempt attempt =
        new Attempt(asked.userName(), fields.password, fields.newPassword, who.from());
    CompletableFuture<Void> unused =
        access
            .authenticate(attempt)
            .thenAccept(answer -> answer(asked, outcome(answer)))
            .exceptionally(
                failure -> {
                  LOG.warn("{}: its UserRequest has no answer", asked.userName(), failure);
                  return null;
                });
  }

  private static UserOutcome outcome(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return refused.isOfNewPassword()
          ? UserOutcome.other(refused.text())
          : UserOutcome.WRONG_PASSWORD;
    }
    return answer instanceof Answer.Admitted ? UserOutcome.CHANGED : UserOutcome.TOO_MANY;
  }

  private void answer(Asked asked, UserOutcome outcome) {
    sequencer.put(
        new Inquiry(
            asked.sessionId(),
            asked.epoch(),
            0,
            -1,
            InquiryKind.USER.code(),
            '\0',
            0,
            asked.requestId(),
            asked.userName(),
            outcome.detail()));
  }
}
