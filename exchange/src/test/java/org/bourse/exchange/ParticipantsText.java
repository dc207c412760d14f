package org.bourse.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A participants.yaml that lets everybody do everything from this machine, without a password. */
public final class ParticipantsText {
  private static final String MARK = "# made for a test\n";
  private static final String OPERATOR =
      """
        - name: OPERATOR
          users:
            - name: operator
              password: pbkdf2-sha256$10000$Ym91cnNlIGRlbW8gb3Blcg==$25Wow/MdIA/cx/DN3CLeTHSMtoClV+if9H9+ioFCz1c=
              roles: [operator]
      """;
  private static final String NAME = "participants.yaml";

  private ParticipantsText() {}

  /** Of sessions that each are a participant of their own. */
  public static String of(String... compIds) {
    return Arrays.stream(compIds)
        .distinct()
        .map(compId -> "  - {name: '" + compId + "', sessions: ['" + compId + "']}\n")
        .collect(Collectors.joining("", MARK + "participants:\n", OPERATOR));
  }

  /** Writes one for the sessions of fix.cfg, unless a test has written its own. */
  public static void complete(Path config) throws IOException {
    Path file = config.resolve(NAME);
    if (!Files.exists(file) || Files.readString(file).startsWith(MARK)) {
      String[] compIds =
          Files.readAllLines(config.resolve("fix.cfg")).stream()
              .filter(line -> line.startsWith("TargetCompID="))
              .map(line -> line.substring(line.indexOf('=') + 1))
              .toArray(String[]::new);
      Files.writeString(file, of(compIds));
    }
  }
}
