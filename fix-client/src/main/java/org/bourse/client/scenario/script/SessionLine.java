package org.bourse.client.scenario.script;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code session} lines. */
final class SessionLine {

  private static final Set<String> KEYS =
      Set.of("sender", "target", "username", "password", "heartbeat");
  private static final Set<String> RESERVED =
      Set.of("scenario", "session", "venue", "any-order", "repeat", "end", "wait");

  private SessionLine() {}

  static Session read(Place place, List<Token> tokens) throws Fault {
    if (tokens.size() < 2) {
      throw new Fault("session: how is it called?");
    }
    String name = tokens.get(1).text();
    if (!name.matches("[A-Za-z][A-Za-z0-9_-]*") || RESERVED.contains(name)) {
      throw new Fault("'" + name + "' can't be the name of a session");
    }
    Map<String, String> said = new HashMap<>();
    for (Token token : tokens.subList(2, tokens.size())) {
      if (token.equalsSign() < 1 || !KEYS.contains(token.key())) {
        throw new Fault(
            "'"
                + token.text()
                + "': a session has sender=, target=, username=, password=,"
                + " heartbeat=");
      }
      if (said.put(token.key(), token.value().text()) != null) {
        throw new Fault(token.key() + " is said twice");
      }
    }
    String sender = said.get("sender");
    if (sender == null || sender.isEmpty()) {
      throw new Fault("session " + name + ": sender= is missing");
    }
    return new Session(
        place,
        name,
        sender,
        said.get("target"),
        said.get("username"),
        said.get("password"),
        heartbeat(said.get("heartbeat")));
  }

  private static int heartbeat(@Nullable String text) throws Fault {
    if (text == null) {
      return Session.DEFAULT_HEARTBEAT;
    }
    if (!text.matches("\\d{1,6}")) {
      throw new Fault("heartbeat is in seconds, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }
}
