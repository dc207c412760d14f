package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bourse.exchange.access.Participant;
import org.bourse.exchange.access.Participants;
import org.jspecify.annotations.Nullable;

/** Reads {@code participants.yaml}: a list of at least one participant. */
final class ParticipantsFile {

  static final String NAME = "participants.yaml";

  private static final String LIST = "participants";

  private ParticipantsFile() {}

  /**
   * The participants; not to be used where there are faults.
   *
   * @param symbols the instruments that there are, null: not known
   */
  static ConfiguredParticipants read(Path folder, @Nullable Set<String> symbols, FaultLog faults) {
    Path file = folder.resolve(NAME);
    ParticipantNames names = new ParticipantNames(symbols);
    List<Participant> participants = new ArrayList<>();
    Section root = YamlFile.root(file, List.of(LIST), faults);
    if (root != null) {
      root.require(LIST);
      root.requireItem(LIST, "participant");
      for (Section entry : root.sections(LIST, ParticipantEntry.KEYS)) {
        Participant participant = ParticipantEntry.read(entry, names);
        if (participant != null) {
          participants.add(participant);
        }
      }
      names.finish();
    }
    return new ConfiguredParticipants(folder, Participants.of(participants), names.compIds());
  }
}
