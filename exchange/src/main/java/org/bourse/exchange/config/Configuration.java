package org.bourse.exchange.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bourse.exchange.model.Instrument;
import org.bourse.exchange.model.TradingSchedule;

/**
 * All that an exchange is told at its start, checked. Immutable.
 *
 * @param exchange from {@code exchange.yaml}
 * @param instruments from {@code instruments.yaml}, at least one, in the order of the file, each
 *     symbol once
 * @param participants from {@code participants.yaml}, at least one
 * @param schedule from {@code schedule.yaml}
 */
public record Configuration(
    ExchangeSettings exchange,
    List<Instrument> instruments,
    ConfiguredParticipants participants,
    TradingSchedule schedule) {

  /** Copies the list. */
  public Configuration {
    instruments = List.copyOf(instruments);
  }

  /**
   * Reads all files of a folder.
   *
   * @throws ConfigurationFaults if anything is wrong, with every fault of all files; of a file that
   *     isn't YAML, only what comes before the place where it can't be read on
   */
  public static Configuration load(Path folder) throws ConfigurationFaults {
    if (!Files.isDirectory(folder)) {
      throw new ConfigurationFaults(
          List.of(
              new Fault(
                  folder, 0, YamlPath.ROOT, "there is no such folder; name another by --config")));
    }
    FaultLog ofExchange = new FaultLog(folder.resolve(ExchangeFile.NAME));
    FaultLog ofInstruments = new FaultLog(folder.resolve(InstrumentsFile.NAME));
    FaultLog ofParticipants = new FaultLog(folder.resolve(ParticipantsFile.NAME));
    FaultLog ofSchedule = new FaultLog(folder.resolve(ScheduleFile.NAME));
    ExchangeSettings exchange = ExchangeFile.read(folder, ofExchange);
    ConfiguredGroups groups = ScheduleFile.read(folder, ofSchedule);
    InstrumentsFile instruments = InstrumentsFile.read(folder, groups, ofInstruments);
    ConfiguredParticipants participants =
        ParticipantsFile.read(
            folder,
            ofInstruments.isEmpty() ? symbols(instruments.instruments()) : null,
            ofParticipants);
    List<Fault> faults =
        Stream.of(ofExchange, ofInstruments, ofParticipants, ofSchedule)
            .flatMap(found -> found.inOrderOfLines().stream())
            .toList();
    if (exchange == null || !faults.isEmpty()) {
      throw new ConfigurationFaults(faults);
    }
    return new Configuration(
        exchange, instruments.instruments(), participants, instruments.schedule());
  }

  private static Set<String> symbols(List<Instrument> instruments) {
    return instruments.stream().map(Instrument::symbol).collect(Collectors.toSet());
  }

  /** The same with other settings of the exchange, as a command line may ask for. */
  public Configuration withExchange(ExchangeSettings other) {
    return new Configuration(other, instruments, participants, schedule);
  }
}
