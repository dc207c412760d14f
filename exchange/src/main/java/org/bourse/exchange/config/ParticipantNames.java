package org.bourse.exchange.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of a file of participants: each is there once, and those that are referred to are. */
final class ParticipantNames {

  private static final int LONGEST = 64;

  private final Map<String, String> participants = new HashMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, PlacedText> compIds = new LinkedHashMap<>();
  private final List<PlacedText> dropCopies = new ArrayList<>();
  private final @Nullable Set<String> symbols;

  /**
   * Names that are not known yet.
   *
   * @param symbols the instruments that there are, null: not known
   */
  ParticipantNames(@Nullable Set<String> symbols) {
    this.symbols = symbols;
  }

  /** The CompIDs of all sessions, and where they are. */
  Map<String, PlacedText> compIds() {
    return compIds;
  }

  /** The name of a participant, or null where a fault says why there is none. */
  @Nullable String participant(Section entry) {
    return name(entry, "name", participants);
  }

  /** The name of a user, or null where a fault says why there is none. */
  @Nullable String user(Section entry) {
    return name(entry, "name", users);
  }

  /** Notes the user that a participant without users has. */
  void user(String name, Section participant) {
    String first = users.putIfAbsent(name, participant.path() + " in line " + participant.line());
    if (first != null) {
      participant.fault("users", "missing, and its only user would have the name of " + first);
    }
  }

  private static @Nullable String name(Section entry, String key, Map<String, String> places) {
    entry.require(key);
    PlacedText name = entry.placedText(key);
    if (name == null) {
      return null;
    }
    if (name.value().length() > LONGEST
        || !name.value().chars().allMatch(c -> c > ' ' && c <= '~')) {
      name.fault("must be 1 to " + LONGEST + " printable ASCII characters without blanks");
      return null;
    }
    String first = places.putIfAbsent(name.value(), name.place());
    if (first != null) {
      name.fault("given twice, first by " + first);
      return null;
    }
    return name.value();
  }

  /** The CompID of a session, or null where a fault says why there is none. */
  @Nullable String compId(Section session) {
    session.require("comp-id");
    PlacedText compId = session.placedText("comp-id");
    if (compId == null) {
      return null;
    }
    PlacedText first = compIds.putIfAbsent(compId.value(), compId);
    if (first != null) {
      compId.fault("given twice, first by " + first.place());
      return null;
    }
    return compId.value();
  }

  /** Notes that an instrument, or a participant, is referred to. */
  void refer(String key, PlacedText name) {
    if (key.equals("drop-copy-of")) {
      dropCopies.add(name);
    } else if (symbols != null && !symbols.contains(name.value())) {
      name.fault("no instrument of instruments.yaml has this symbol");
    }
  }

  /** Reports the participants that are referred to and are not there. */
  void finish() {
    for (PlacedText name : dropCopies) {
      if (!participants.containsKey(name.value())) {
        name.fault("there is no such participant");
      }
    }
  }
}
