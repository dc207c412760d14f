package org.bourse.exchange.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bourse.exchange.access.Participants;
import org.bourse.exchange.model.Instrument;

/** What {@code participants.yaml} says, and where it says so. Immutable. */
public final class ConfiguredParticipants {

  private final Path folder;
  private final Participants participants;
  private final Map<String, PlacedText> compIds;

  ConfiguredParticipants(Path folder, Participants participants, Map<String, PlacedText> compIds) {
    this.folder = folder;
    this.participants = participants;
    this.compIds = compIds;
  }

  /** The participants. */
  public Participants participants() {
    return participants;
  }

  /** The file. */
  public Path file() {
    return folder.resolve(ParticipantsFile.NAME);
  }

  /**
   * Makes sure that each session belongs to one participant, and that there is none beside them.
   *
   * @param sessions the clients' CompIDs of fix.cfg
   * @throws ConfigurationFaults where that is not so, with every fault
   */
  public void requireSessions(Collection<String> sessions) throws ConfigurationFaults {
    List<Fault> faults = new ArrayList<>();
    for (String session : new TreeSet<>(sessions)) {
      if (!compIds.containsKey(session)) {
        String problem = "none has the session of fix.cfg with TargetCompID ";
        faults.add(new Fault(file(), 1, "participants", problem + Quoted.of(session)));
      }
    }
    for (PlacedText compId : compIds.values()) {
      if (!sessions.contains(compId.value())) {
        String problem = "no session of fix.cfg has this TargetCompID, was ";
        faults.add(
            new Fault(file(), compId.line(), compId.path(), problem + Quoted.of(compId.value())));
      }
    }
    if (!faults.isEmpty()) {
      faults.sort(Comparator.comparingInt(Fault::line));
      throw new ConfigurationFaults(faults);
    }
  }

  /**
   * Reads the file again.
   *
   * @throws ConfigurationFaults if anything is wrong, with every fault
   */
  public ConfiguredParticipants reload(List<Instrument> instruments) throws ConfigurationFaults {
    Set<String> symbols = instruments.stream().map(Instrument::symbol).collect(Collectors.toSet());
    FaultLog faults = new FaultLog(file());
    ConfiguredParticipants read = ParticipantsFile.read(folder, symbols, faults);
    if (!faults.isEmpty()) {
      throw new ConfigurationFaults(faults.inOrderOfLines());
    }
    return read;
  }
}
