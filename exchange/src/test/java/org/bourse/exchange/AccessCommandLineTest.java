package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.bourse.exchange.access.PasswordHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords, participants and TLS, as one at the command line meets them. */
class AccessCommandLineTest {
  private final ProcessFolder folder;

  AccessCommandLineTest(@TempDir Path path) throws Exception {
    folder = ProcessFolder.in(path).sessions("FIRM1");
  }

  @Test
  void shouldPrintHashOfPasswordThatItReads() throws Exception {
    try (ExchangeProcess process = ExchangeProcess.run("hash-password")) {
      process.tell("right horse");

      assertThat(process.exitCode()).isZero();
      PasswordHash hash = Objects.requireNonNull(PasswordHash.parse(process.out().get(0)));
      assertThat(hash.matches("right horse")).isTrue();
      assertThat(process.err()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "not \u00e4scii"})
  void shouldRefusePasswordThatIsNone(String password) throws Exception {
    try (ExchangeProcess process = ExchangeProcess.run("hash-password")) {
      process.tell(password);

      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err())
          .singleElement()
          .asString()
          .startsWith("bourse hash-password: a password has ");
    }
  }

  @Test
  void shouldSayWhichSessionsDoNotFit() throws Exception {
    folder.participants("  - {name: ONE, sessions: [FIRM2]}");
    try (ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err())
          .hasSize(2)
          .allMatch(line -> line.matches(".*participants\\.yaml:\\d+: .*FIRM[12]\""));
    }
    assertThat(folder.data()).doesNotExist();
  }

  @Test
  void shouldRefuseToGiveOrdersToAnotherParticipant() throws Exception {
    try (ExchangeProcess process = ExchangeProcess.open(folder)) {
      assertThat(process.terminate()).isZero();
    }
    folder.participants("  - {name: OTHER, sessions: [FIRM1]}");
    try (ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err())
          .containsExactly(
              "participants.yaml: the session FIRM1 may not move from participant FIRM1, whose"
                  + " orders the data folder has, to OTHER");
    }
  }

  @Test
  void shouldSayInALineThatThereAreNoKeys() throws Exception {
    Path settings = folder.config().resolve("fix.cfg");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("[DEFAULT]\n", "[DEFAULT]\nSocketUseSSL=Y\nSocketKeyStore=none.p12\n"));
    try (ExchangeProcess process = ExchangeProcess.start(folder)) {
      assertThat(process.exitCode()).isEqualTo(2);
      assertThat(process.err())
          .singleElement()
          .asString()
          .endsWith(": SocketKeyStore must be a file, was \"none.p12\"");
    }
  }
}
