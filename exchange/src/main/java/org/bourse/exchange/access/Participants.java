package org.bourse.exchange.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All participants of the venue. Immutable. */
public final class Participants {
  /** A session, and whose it is. */
  public record OfSession(Participant participant, SessionAccess session) {}

  /** A user, and whose he is. */
  public record OfUser(Participant participant, User user) {}

  private final List<Participant> all;
  private final Map<String, OfSession> sessions = new HashMap<>();
  private final Map<String, OfUser> users = new HashMap<>();
  private final Map<String, Participant> byName = new HashMap<>();

  private Participants(List<Participant> all) {
    this.all = List.copyOf(all);
    for (Participant participant : all) {
      byName.put(participant.name(), participant);
      participant.sessions().forEach(s -> sessions.put(s.compId(), new OfSession(participant, s)));
      participant.users().forEach(user -> users.put(user.name(), new OfUser(participant, user)));
    }
  }

  /**
   * All participants of a venue.
   *
   * @param all with names, CompIDs and users' names that are there once
   */
  public static Participants of(List<Participant> all) {
    return new Participants(all);
  }

  /** All of them, in the order of the configuration. */
  public List<Participant> all() {
    return all;
  }

  /** The participant of a name, null: there is none. */
  public @Nullable Participant find(String name) {
    return byName.get(name);
  }

  /** The session of a client's CompID, null: there is none. */
  public @Nullable OfSession session(String compId) {
    return sessions.get(compId);
  }

  /** The user of a name, null: there is none. */
  public @Nullable OfUser user(String name) {
    return users.get(name);
  }
}
