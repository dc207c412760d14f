package org.bourse.exchange.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What participants.yaml may not say, and how that is told. */
class ParticipantFaultsTest {

  private final Path temporary;
  private final ConfigFolder folder;

  ParticipantFaultsTest(@TempDir Path temporary) throws IOException {
    this.temporary = temporary;
    folder = ConfigFolder.valid(temporary);
  }

  @Test
  void shouldReportMissingFile() throws Exception {
    Files.delete(temporary.resolve("participants.yaml"));

    assertThat(folder.faults())
        .containsExactly(
            "config/participants.yaml: there is no such file; --config names the folder that holds"
                + " it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "sessions: [A]| name: missing",
        "name: 'A B'| name: must be 1 to 64 printable ASCII characters without blanks, was \"A B\"",
        "name: A, session: [A]| session: unknown key, did you mean \"sessions\"?",
        "name: A, sessions: A| sessions: must be a list, was \"A\"",
        "name: A, sessions: [A, A]| sessions[1].comp-id: given twice, first by"
            + " participants[0].sessions[0].comp-id in line 2, was \"A\"",
        "name: A, sessions: [{enabled: no}]| sessions[0].comp-id: missing",
        "name: A, sessions: [{comp-id: A, user: B}]| sessions[0].user: must be a user of the"
            + " participant, was \"B\"",
        "name: A, users: [{roles: []}]| users[0].name: missing",
        "name: A, users: [{name: a}]| users[0].roles: missing",
        "name: A, users: [{name: a, roles: [boss]}]| users[0].roles[0]: must be one of trader,"
            + " drop-copy, market-data, operator, was \"boss\"",
        "name: A, users: [{name: a, roles: [], enabled: true}]| users[0].enabled: must be one of"
            + " yes, no, was \"true\"",
        "name: A, users: [{name: a, roles: [], password: secret}]| users[0].password: must be what"
            + " 'bourse hash-password' prints, from 10000 iterations on",
        "name: A, addresses: [10.0.0.1/8]| addresses[0]: must be an address or a range without host"
            + " bits, such as 10.1.0.0/16 or ::1, was \"10.0.0.1/8\"",
        "name: A, instruments: any| instruments: must be all or a list, was \"any\"",
        "name: A, instruments: [XYZ]| instruments[0]: no instrument of instruments.yaml has this"
            + " symbol, was \"XYZ\"",
        "name: A, drop-copy-of: [B]| drop-copy-of[0]: there is no such participant, was \"B\"",
        "name: A, cancel-on-disconnect: maybe| cancel-on-disconnect: must be one of no, yes,"
            + " on-request, was \"maybe\"",
        "name: A, cancel-grace: 2h| cancel-grace: must be a time of up to an hour, such as 500ms,"
            + " 10s or 5m, was \"2h\"",
        "name: A, market-data-fields: some| market-data-fields: must be one of all, standard, was"
            + " \"some\"",
        "name: A, sessions: [{comp-id: A, market-data-fields: yes}]|"
            + " sessions[0].market-data-fields: must be one of all, standard, was \"yes\"",
        "name: A, self-trade-prevention: yes| self-trade-prevention: must be one of off,"
            + " cancel-aggressor, cancel-resting, cancel-both, decrement, was \"yes\"",
        "name: A, kill-switch: yes| kill-switch: must be one of on, off, was \"yes\"",
        "name: A, limits: {max-notional: 0}| limits.max-notional: must be above 0, was 0",
        "name: A, limits: {message-rate: 0}| limits.message-rate: must be between 1 and 1000000,"
            + " was 0",
        "name: A, limits: {message-burst: 5}| limits.message-burst: has no effect without"
            + " message-rate",
        "name: A, instrument-limits: [{max-notional: 1}]| instrument-limits[0].symbol: missing",
        "name: A, instrument-limits: [{symbol: B}]| instrument-limits[0].symbol: no instrument of"
            + " instruments.yaml has this symbol, was \"B\"",
      })
  void shouldReportParticipant(String entry, String fault) throws Exception {
    folder.participants("participants:", "  - {" + entry + "}");

    assertThat(folder.faults())
        .containsExactly("config/participants.yaml:2: participants[0]." + fault);
  }

  @Test
  void shouldReportNamesThatAreGivenTwice() throws Exception {
    folder.participants(
        "participants:",
        "  - {name: A, sessions: [S], users: [{name: u, roles: []}]}",
        "  - {name: A}",
        "  - {name: B, sessions: [S]}",
        "  - {name: C, users: [{name: u, roles: []}]}",
        "  - {name: u}");

    assertThat(folder.faults())
        .containsExactly(
            "config/participants.yaml:3: participants[1].name: given twice, first by"
                + " participants[0].name in line 2, was \"A\"",
            "config/participants.yaml:4: participants[2].sessions[0].comp-id: given twice, first by"
                + " participants[0].sessions[0].comp-id in line 2, was \"S\"",
            "config/participants.yaml:5: participants[3].users[0].name: given twice, first by"
                + " participants[0].users[0].name in line 2, was \"u\"",
            "config/participants.yaml:6: participants[4].users: missing, and its only user would"
                + " have the name of participants[0].users[0].name in line 2");
  }

  @Test
  void shouldReportSessionsThatDoNotFit() throws Exception {
    folder.participants(
        "participants:", "  - {name: A, sessions: [S]}", "  - {name: B, sessions: [T]}");
    ConfiguredParticipants participants = folder.load().participants();

    ConfigurationFaults faults =
        catchThrowableOfType(
            ConfigurationFaults.class, () -> participants.requireSessions(List.of("S", "U")));

    assertThat(faults.getMessage().replace(temporary.toString(), "config"))
        .isEqualTo(
            "config/participants.yaml:1: participants: none has the session of fix.cfg with"
                + " TargetCompID \"U\"\n"
                + "config/participants.yaml:3: participants[1].sessions[0].comp-id: no session of"
                + " fix.cfg has this TargetCompID, was \"T\"");
  }
}
