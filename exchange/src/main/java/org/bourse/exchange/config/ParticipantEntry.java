package org.bourse.exchange.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bourse.exchange.access.Grants;
import org.bourse.exchange.access.Limits;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.SessionAccess;
import org.bourse.exchange.access.User;
import org.bourse.exchange.model.SelfTrade;
import org.jspecify.annotations.Nullable;

/** Reads one participant. */
final class ParticipantEntry {

  static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "name",
                  "sessions",
                  "users",
                  "self-trade-prevention",
                  "kill-switch",
                  "limits",
                  "instrument-limits"),
              GrantsEntry.KEYS.stream())
          .toList();

  private static final List<String> SESSION_KEYS =
      Stream.concat(Stream.of("comp-id", "enabled", "user"), GrantsEntry.KEYS.stream()).toList();
  private static final List<String> LIMITS_KEYS =
      Stream.concat(LimitsEntry.KEYS.stream(), LimitsEntry.RATE_KEYS.stream()).toList();
  private static final List<String> INSTRUMENT_LIMITS_KEYS =
      Stream.concat(Stream.of("symbol"), LimitsEntry.KEYS.stream()).toList();

  private final Section entry;
  private final String name;
  private final ParticipantNames names;

  private ParticipantEntry(Section entry, String name, ParticipantNames names) {
    this.entry = entry;
    this.name = name;
    this.names = names;
  }

  /** The participant, or null where it has no name. */
  static @Nullable Participant read(Section entry, ParticipantNames names) {
    String name = names.participant(entry);
    return name == null ? null : new ParticipantEntry(entry, name, names).participant();
  }

  private Participant participant() {
    Grants grants = GrantsEntry.read(entry, GrantsEntry.usual(name), names::refer);
    List<User> users = users();
    Section limits = entry.section("limits", LIMITS_KEYS);
    Limits usual = LimitsEntry.read(limits, Limits.NONE);
    return new Participant(
        name,
        sessions(grants, users),
        users,
        grants,
        entry.choice("self-trade-prevention", Arrays.asList(SelfTrade.values()), SelfTrade.ALLOWED),
        usual,
        instrumentLimits(usual),
        LimitsEntry.rate(limits),
        entry.choice("kill-switch", List.of("on", "off"), "off").equals("on"));
  }

  private List<User> users() {
    if (!entry.has("users")) {
      names.user(name, entry);
      return List.of(UserEntry.usual(name));
    }
    List<User> users = new ArrayList<>();
    for (Section section : entry.sections("users", UserEntry.KEYS)) {
      String user = names.user(section);
      if (user != null) {
        users.add(UserEntry.read(section, user));
      }
    }
    return users;
  }

  private List<SessionAccess> sessions(Grants grants, List<User> users) {
    String only = users.size() == 1 ? users.get(0).name() : null;
    List<SessionAccess> sessions = new ArrayList<>();
    for (Section section : entry.sectionsOrTexts("sessions", "comp-id", SESSION_KEYS)) {
      String compId = names.compId(section);
      if (compId != null) {
        String user = section.has("user") ? user(section, users) : only;
        sessions.add(
            new SessionAccess(
                compId,
                section.flag("enabled", true),
                user,
                GrantsEntry.read(section, grants, names::refer)));
      }
    }
    return sessions;
  }

  private @Nullable String user(Section session, List<User> users) {
    PlacedText text = session.placedText("user");
    if (text != null && users.stream().noneMatch(user -> user.name().equals(text.value()))) {
      text.fault("must be a user of the participant");
    }
    return text == null ? null : text.value();
  }

  private Map<String, Limits> instrumentLimits(Limits usual) {
    Map<String, Limits> limits = new HashMap<>();
    Map<String, String> places = new HashMap<>();
    for (Section section : entry.sections("instrument-limits", INSTRUMENT_LIMITS_KEYS)) {
      section.require("symbol");
      PlacedText symbol = section.placedText("symbol");
      if (symbol != null) {
        names.refer("instruments", symbol);
        String first = places.putIfAbsent(symbol.value(), symbol.place());
        if (first != null) {
          symbol.fault("given twice, first by " + first);
        }
        limits.put(symbol.value(), LimitsEntry.read(section, usual));
      }
    }
    return limits;
  }
}
