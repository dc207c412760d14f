package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.access.PasswordHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NewPassword(925) in a Logon. */
class PasswordChangeTest {
  private static final String LOGON = "35=A|98=0|108=30|141=Y|553=ann|554=";
  private static final String OLD = "right horse";
  private static final String NEW = "left staple";

  private RunningExchange exchange;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    configure(OLD);
    exchange.start();
  }

  private void configure(String password) throws IOException {
    exchange.withParticipants(
        "  - name: ONE",
        "    sessions: [BROKER1]",
        "    users:",
        "      - name: ann",
        "        password: " + PasswordHash.of(password, 10_000).text(),
        "        roles: [trader]",
        "  - {name: TWO, sessions: [BROKER2, BROKER3]}");
  }

  @AfterEach
  void close() throws Exception {
    exchange.close();
  }

  @Test
  void shouldKeepNewPasswordOverRestarts() throws Exception {
    assertThat(logOn(OLD + "|925=" + NEW).get(35)).isEqualTo("A");
    assertThat(logOn(OLD).get(58)).isEqualTo("Logon refused");
    assertThat(logOn(NEW).get(35)).isEqualTo("A");
    exchange.stop();
    exchange.start();

    assertThat(logOn(OLD).get(58)).isEqualTo("Logon refused");
    assertThat(logOn(NEW).get(35)).isEqualTo("A");
  }

  @Test
  void shouldAuditTheChangeAndNeverThePassword() throws Exception {
    logOn(OLD + "|925=" + NEW);

    List<String> audit = Files.readAllLines(exchange.data().resolve("audit.log"));
    assertThat(audit)
        .singleElement()
        .asString()
        .matches(
            "\\{\"time\":\"[-0-9T:.]+Z\",\"who\":\"ann\",\"what\":\"password changed\","
                + "\"from\":\"127.0.0.1\"}");
    for (String file : List.of("audit.log", "credentials")) {
      assertThat(Files.readString(exchange.data().resolve(file))).doesNotContain(OLD, NEW);
    }
  }

  @Test
  void shouldGoByTheConfigurationAgainOnceThatIsChanged() throws Exception {
    logOn(OLD + "|925=" + NEW);
    exchange.stop();
    configure("third battery");
    exchange.start();

    assertThat(logOn(NEW).get(58)).isEqualTo("Logon refused");
    assertThat(logOn("third battery").get(35)).isEqualTo("A");
  }

  @Test
  void shouldRefuseNewPasswordThatIsTooShortAndKeepTheOld() throws Exception {
    assertThat(logOn(OLD + "|925=short").get(58))
        .isEqualTo("NewPassword refused: a password has 8 to 128 characters");
    assertThat(logOn(OLD).get(35)).isEqualTo("A");
  }

  @Test
  void shouldRefuseToStartOnDamagedCredentials() throws Exception {
    logOn(OLD + "|925=" + NEW);
    exchange.stop();
    Path file = exchange.data().resolve("credentials");
    Files.writeString(file, Files.readString(file).replace("end 1\n", ""));

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> exchange.start()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("credentials:2: damaged");
  }

  private FixText logOn(String credentials) throws Exception {
    try (RawClient client = RawClient.connect(exchange.port(), "BROKER1")) {
      FixText answer = client.ask(LOGON + credentials);
      if (answer.get(35).equals("A")) {
        client.logOut();
      }
      return answer;
    }
  }
}
