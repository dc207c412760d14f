package org.bourse.exchange.fix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.access.SessionAccess;
import org.jspecify.annotations.Nullable;
import quickfix.SessionID;

/**
 * Which sessions get copies of the reports of which: those whose user has the role, where the
 * configuration names the other's participant. Whatever else a session does, it gets no copy of its
 * own. Any thread; the settings may be replaced.
 */
final class DropCopies implements ReportRouter.Copies {
  private final List<SessionID> sessions;
  private volatile Map<String, List<String>> copies;

  DropCopies(List<SessionID> sessions, Participants participants) {
    this.sessions = sessions;
    copies = copies(participants);
  }

  /** Goes by other settings from now on. */
  void use(Participants participants) {
    copies = copies(participants);
  }

  @Override
  public List<String> of(String session) {
    return copies.getOrDefault(session, List.of());
  }

  private Map<String, List<String>> copies(Participants participants) {
    Map<String, List<String>> found = new HashMap<>();
    for (SessionID told : sessions) {
      Participants.OfSession owner = participants.session(told.getTargetCompID());
      List<String> others = new ArrayList<>();
      for (SessionID other : sessions) {
        if (owner != null
            && !other.equals(told)
            && mayHave(participants.session(other.getTargetCompID()), owner.participant())) {
          others.add(other.toString());
        }
      }
      found.put(told.toString(), others);
    }
    return found;
  }

  private static boolean mayHave(Participants.@Nullable OfSession copy, Participant owner) {
    return copy != null
        && copy.session().grants().dropCopyOf().contains(owner.name())
        && hasRole(copy.participant(), copy.session());
  }

  /** Whoever may log on there has the role. */
  private static boolean hasRole(Participant participant, SessionAccess session) {
    String only = session.userName();
    return participant.users().stream()
        .filter(user -> only == null || user.name().equals(only))
        .allMatch(user -> user.is(Role.DROP_COPY));
  }
}
