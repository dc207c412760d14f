package org.bourse.client.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bourse.client.fix.Dictionary;
import org.bourse.client.scenario.script.Session;
import org.bourse.client.scenario.script.Step;
import org.bourse.client.scenario.wire.SessionId;
import org.bourse.client.scenario.wire.WireSession;

/** What one run of a scenario has: its sessions, its values, what was said. */
final class Stage {

  /**
   * A session and how the script declares it.
   *
   * @param declared its line
   * @param wire its connection
   */
  record Player(Session declared, WireSession wire) {}

  private final Surroundings surroundings;
  private final Bindings bindings;
  private final Transcript transcript;
  private final Map<String, Player> players = new LinkedHashMap<>();

  Stage(Surroundings surroundings, ClOrdIds clOrdIds, Transcript transcript) {
    this.surroundings = surroundings;
    this.bindings = new Bindings(clOrdIds);
    this.transcript = transcript;
  }

  Dictionary dictionary() {
    return surroundings.dictionary();
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Bindings bindings() {
    return bindings;
  }

  List<Player> players() {
    return List.copyOf(players.values());
  }

  Player add(Session declared) {
    Player player = new Player(declared, wire(declared));
    players.put(declared.name(), player);
    return player;
  }

  private WireSession wire(Session declared) {
    String target = declared.target();
    SessionId id =
        new SessionId(
            declared.name(),
            surroundings.host(),
            surroundings.port(),
            declared.sender(),
            target == null ? surroundings.target() : target);
    return new WireSession(id, surroundings.dictionary(), transcript);
  }

  Player player(String name) {
    Player player = players.get(name);
    if (player == null) {
      throw new IllegalStateException("no session " + name + " yet");
    }
    return player;
  }

  WireSession wire(Step.OnSession step) {
    return player(step.session()).wire();
  }

  /** The CompID of a session, or the word itself where it is none. */
  String compId(String word) {
    Player player = players.get(word);
    return player == null ? word : player.declared().sender();
  }
}
