package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.access.PasswordHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** UserRequest(BE) and UserResponse(BF). */
class UserRequestTest {
  private static final String LOGON = "35=A|98=0|108=30|141=Y|553=ann|554=";
  private static final String OLD = "right horse";
  private static final String NEW = "left staple";
  private static final String CHANGE = "35=BE|923=R|924=3|553=ann|554=";
  private static final int[] ANSWER = {35, 923, 553, 926, 927};

  private RunningExchange exchange;
  private RawClient client;

  @BeforeEach
  void logOn(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    exchange.withParticipants(
        "  - name: ONE",
        "    sessions: [BROKER1]",
        "    users:",
        "      - name: ann",
        "        password: " + PasswordHash.of(OLD, 10_000).text(),
        "        roles: [trader]",
        "      - {name: bob, roles: [trader]}",
        "  - name: TWO",
        "    sessions: [BROKER2]",
        "    users: [{name: eve, roles: [trader]}]",
        "  - {name: THREE, sessions: [BROKER3]}");
    exchange.start();
    client = RawClient.connect(exchange.port(), "BROKER1");
    assertThat(client.ask(LOGON + OLD).get(35)).isEqualTo("A");
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    exchange.close();
  }

  @Test
  void shouldChangePassword() throws Exception {
    assertThat(client.ask(CHANGE + OLD + "|925=" + NEW).only(ANSWER))
        .isEqualTo("35=BF|923=R|553=ann|926=5|927=Password changed");
    client.logOut();

    assertThat(logOnAgain(OLD)).isEqualTo("5");
    assertThat(logOnAgain(NEW)).isEqualTo("A");
  }

  @Test
  void shouldRefuseWrongPassword() throws Exception {
    assertThat(client.ask(CHANGE + "wrong|925=" + NEW).only(ANSWER))
        .isEqualTo("35=BF|923=R|553=ann|926=4|927=Password incorrect");
  }

  @Test
  void shouldRefuseNewPasswordThatIsTooShort() throws Exception {
    assertThat(client.ask(CHANGE + OLD + "|925=short").only(ANSWER))
        .isEqualTo(
            "35=BF|923=R|553=ann|926=6|927=NewPassword refused: a password has 8 to 128"
                + " characters");
  }

  @Test
  void shouldRefuseChangeWithoutNewPassword() throws Exception {
    assertThat(client.ask(CHANGE + OLD).only(926, 927))
        .isEqualTo("926=6|927=NewPassword(925) is missing");
  }

  @Test
  void shouldRefuseToChangeThePasswordOfAnother() throws Exception {
    assertThat(client.ask("35=BE|923=R|924=3|553=bob|554=|925=" + NEW).only(35, 373))
        .isEqualTo("35=3|373=4");
    assertThat(client.ask("35=BE|923=R|924=3|553=bob|554=x|925=" + NEW).only(926, 927))
        .isEqualTo("926=6|927=A user may change its own password only");
  }

  @Test
  void shouldTellWhetherUsersOfTheParticipantAreLoggedIn() throws Exception {
    assertThat(client.ask("35=BE|923=R|924=4|553=ann").only(926)).isEqualTo("926=1");
    assertThat(client.ask("35=BE|923=R|924=4|553=bob").only(926)).isEqualTo("926=2");
  }

  @Test
  void shouldNotTellOfUsersOfOthers() throws Exception {
    String unknown = "926=3|927=User not recognised";

    assertThat(client.ask("35=BE|923=R|924=4|553=eve").only(926, 927)).isEqualTo(unknown);
    assertThat(client.ask("35=BE|923=R|924=4|553=nobody").only(926, 927)).isEqualTo(unknown);
  }

  @Test
  void shouldLeaveLogonsAndLogoutsToTheSession() throws Exception {
    String told = "926=6|927=Users log on and off with their session";

    assertThat(client.ask("35=BE|923=R|924=1|553=ann|554=x").only(926, 927)).isEqualTo(told);
    assertThat(client.ask("35=BE|923=R|924=2|553=ann").only(926, 927)).isEqualTo(told);
  }

  @Test
  void shouldRejectWhatIsMissing() throws Exception {
    assertThat(client.ask("35=BE|923=R|924=4").only(35, 371, 373)).isEqualTo("35=3|371=553|373=1");
    assertThat(client.ask("35=BE|924=4|553=ann").only(35, 371, 373))
        .isEqualTo("35=3|371=923|373=1");
  }

  @Test
  void shouldKeepNoPassword() throws Exception {
    client.ask(CHANGE + OLD + "|925=" + NEW);
    client.logOut();
    exchange.stop();

    try (Stream<Path> files = Files.walk(exchange.data())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, ISO_8859_1);
        assertThat(List.of(OLD, NEW)).as(file.toString()).noneMatch(content::contains);
      }
    }
  }

  private String logOnAgain(String password) throws Exception {
    try (RawClient again = RawClient.connect(exchange.port(), "BROKER1")) {
      FixText answer = again.ask(LOGON + password);
      if (answer.get(35).equals("A")) {
        again.logOut();
      }
      return answer.get(35);
    }
  }
}
