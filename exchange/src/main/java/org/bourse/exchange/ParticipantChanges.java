package org.bourse.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.command.DefineLimits;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.Instrument;

/** Has the engine know what changes of limits and kill switches. One change at a time. */
final class ParticipantChanges {
  private final List<String> names;
  private final List<Instrument> instruments;
  private final Consumer<Command> offer;
  private Participants known;

  /**
   * Begins with what the engine was told at the start.
   *
   * @param names of participants by the engine's number
   * @param instruments by the engine's number
   * @param offer takes commands to the sequencer
   */
  ParticipantChanges(
      Participants known,
      List<String> names,
      List<Instrument> instruments,
      Consumer<Command> offer) {
    this.known = known;
    this.names = List.copyOf(names);
    this.instruments = List.copyOf(instruments);
    this.offer = offer;
  }

  /** Switches off those that the configuration cuts off from trading. */
  void begin() {
    for (Participant participant : known.all()) {
      if (participant.killSwitch()) {
        kill(participant, true);
      }
    }
  }

  /** The participants are others from now on. */
  synchronized void use(Participants newer) {
    Set<DefineLimits> before = new HashSet<>(LimitCommands.of(known, names, instruments));
    LimitCommands.of(newer, names, instruments).stream()
        .filter(limits -> !before.contains(limits))
        .forEach(offer);
    for (Participant participant : newer.all()) {
      Participant was = known.find(participant.name());
      if (was != null && was.killSwitch() != participant.killSwitch()) {
        kill(participant, participant.killSwitch());
      }
    }
    known = newer;
  }

  private void kill(Participant participant, boolean on) {
    int id = names.indexOf(participant.name());
    if (id >= 0) {
      offer.accept(
          Control.of(ControlKind.KILL_SWITCH)
              .participant(id)
              .code(on ? 1 : 0)
              .from(0, "participants.yaml"));
    }
  }
}
