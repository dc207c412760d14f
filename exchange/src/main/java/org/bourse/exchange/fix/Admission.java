package org.bourse.exchange.fix;

import java.net.InetAddress;
import java.util.Objects;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.access.Role;
import org.bourse.exchange.access.SessionAccess;
import org.bourse.exchange.access.User;
import org.jspecify.annotations.Nullable;

/**
 * Who has logged on to a session, and what the venue's participants say of it.
 *
 * @param from where the connection comes from
 */
record Admission(Participant participant, SessionAccess session, User user, InetAddress from) {
  /** An admission by what holds now, null: it would not be given. */
  static @Nullable Admission of(
      Participants participants, String compId, String userName, InetAddress from) {
    Participants.OfSession found = participants.session(compId);
    User user = found == null ? null : found.participant().user(userName);
    return found != null
            && user != null
            && user.enabled()
            && found.session().enabled()
            && found.session().grants().allows(from)
        ? new Admission(found.participant(), found.session(), user, from)
        : null;
  }

  boolean hasMarketData() {
    return user.is(Role.MARKET_DATA);
  }

  /** Whether an instrument is granted. */
  boolean sees(String symbol) {
    return session.grants().instruments().contains(symbol);
  }

  /** The same by what holds now, null: it would not be given any more. */
  @Nullable Admission renewed(Participants participants) {
    Admission now = of(participants, session.compId(), user.name(), from);
    return now != null && Objects.equals(now.participant().name(), participant.name()) ? now : null;
  }
}
