package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;

import java.io.IOException;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.access.PasswordHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and what those see who do not. */
class LogonTest {
  private static final String LOGON = "35=A|98=0|108=30";
  private static final String RIGHT = LOGON + "|553=ann|554=right horse";
  private static final int ITERATIONS = 10_000;
  private static final String DEMO =
      "pbkdf2-sha256$10000$Ym91cnNlIGRlbW8gMDAwMQ==$qreGAUcCn0b99jXVTh3dU1z8DAcr26KgSNApCi1mCrY=";

  private RunningExchange exchange;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    String hash = PasswordHash.of("right horse", ITERATIONS).text();
    exchange =
        RunningExchange.in(folder)
            .withParticipants(
                "  - name: ONE",
                "    sessions: [BROKER1]",
                "    addresses: [127.0.0.1]",
                "    users:",
                "      - {name: ann, password: " + hash + ", roles: [trader]}",
                "      - {name: tom, password: " + hash + ", roles: [trader], enabled: no}",
                "  - name: TWO",
                "    sessions: [{comp-id: BROKER2, addresses: [0.0.0.0/0]}]",
                "    users:",
                "      - {name: bob, password: " + DEMO + ", roles: [trader]}",
                "  - name: THREE",
                "    sessions: [{comp-id: BROKER3, addresses: [0.0.0.0/0]}]");
    Path settings = folder.resolve("config").resolve("fix.cfg");
    Files.writeString(
        settings,
        Files.readString(settings)
            .replace("SocketAcceptAddress=127.0.0.1", "SocketAcceptAddress=0.0.0.0"));
    exchange.start();
  }

  @AfterEach
  void close() throws Exception {
    exchange.close();
  }

  @Test
  void shouldAdmitRightPasswordTheFirstTimeAndAgain() throws Exception {
    for (int i = 0; i < 2; i++) {
      try (RawClient client = connect("BROKER1")) {
        assertThat(client.from(1 + 2 * i).ask(RIGHT).get(35)).isEqualTo("A");
        client.logOut();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "BROKER1, |553=ann|554=wrong",
    "BROKER1, |553=ann",
    "BROKER1, |554=right horse",
    "BROKER1, ''",
    "BROKER1, |553=tom|554=right horse",
    "BROKER1, |553=nobody|554=right horse",
    "BROKER1, |553=bob|554=broker1",
    "BROKER2, |553=ann|554=right horse",
    "BROKER2, |554=wrong",
    "BROKER3, |553=THREE|554=any",
    "BROKER1, |553=ann|554=wrong|925=new password",
  })
  void shouldRefuseWithoutSayingWhy(String compId, String credentials) throws Exception {
    try (RawClient client = connect(compId)) {
      client.send(LOGON + credentials);

      assertRefused(client, compId);
    }
  }

  @Test
  void shouldRefuseRightPasswordFromWrongAddress() throws Exception {
    try (RawClient client = RawClient.connectFrom("127.0.0.2", exchange.port(), "BROKER1")) {
      client.send(RIGHT);

      assertRefused(client, "BROKER1");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BROKER2, |554=broker1", "BROKER2,", "BROKER3,"})
  void shouldRefuseDemoPasswordAndNoneFromElsewhere(String attempt) throws Exception {
    String compId = attempt.substring(0, attempt.indexOf(','));
    String credentials = attempt.substring(attempt.indexOf(',') + 1).strip();
    try (RawClient client = RawClient.connectFrom(otherAddress(), exchange.port(), compId)) {
      client.send(LOGON + credentials);

      assertRefused(client, compId);
    }
  }

  @ParameterizedTest
  @CsvSource({"BROKER2, |553=bob|554=broker1", "BROKER2, |554=broker1", "BROKER2, ''"})
  void shouldAdmitDemoUserFromThisMachineWithItsPasswordAndWithout(
      String compId, String credentials) throws Exception {
    try (RawClient client = connect(compId)) {
      assertThat(client.ask(LOGON + credentials).get(35)).isEqualTo("A");
    }
  }

  @Test
  void shouldKeepNumbersOfSessionWhereAnIntruderAsksForAReset() throws Exception {
    try (RawClient client = connect("BROKER1")) {
      client.ask(RIGHT);
      client.ask(limit("X", BUY, 10, "9.99"));
      client.logOut();
    }
    try (RawClient intruder = connect("BROKER1")) {
      intruder.send(LOGON + "|141=Y|553=ann|554=wrong");
      assertRefused(intruder, "BROKER1");
    }
    try (RawClient client = connect("BROKER1").from(4)) {
      assertThat(client.ask(RIGHT).only(35, 34)).isEqualTo("35=A|34=4");
      client.expectSilence();
    }
  }

  @Test
  void shouldLeaveLiveSessionAloneWhereAnotherTriesToTakeIt() throws Exception {
    try (RawClient client = connect("BROKER1")) {
      client.ask(RIGHT);
      try (RawClient intruder = connect("BROKER1")) {
        intruder.send(LOGON + "|553=ann|554=wrong");
        assertRefused(intruder, "BROKER1");
      }
      try (RawClient second = connect("BROKER1")) {
        second.send(RIGHT);
        assertThat(second.isDropped()).isTrue();
      }
      client.expectSilence();
    }
  }

  @Test
  void shouldHandleWhatCameBehindTheLogonOnceItIsAccepted() throws Exception {
    try (RawClient client = connect("BROKER1")) {
      client.send(RIGHT);
      for (int i = 0; i < 50; i++) {
        client.send(limit("X" + i, BUY, 10, "9.99"));
      }
      assertThat(client.receive().get(35)).isEqualTo("A");
      for (int i = 0; i < 50; i++) {
        assertThat(client.receive().only(35, 11)).isEqualTo("35=8|11=X" + i);
      }
    }
  }

  @Test
  void shouldReadOnAtOnceOnceTheLogonIsAccepted() throws Exception {
    try (RawClient client = connect("BROKER1")) {
      client.ask(RIGHT);
      long from = System.nanoTime();
      client.ask(limit("X", BUY, 10, "9.99"));

      assertThat(System.nanoTime() - from).isLessThan(MILLISECONDS.toNanos(500));
    }
  }

  @Test
  void shouldHandleNothingOfWhatCameBehindARefusedLogon() throws Exception {
    try (RawClient intruder = connect("BROKER1")) {
      intruder.send(LOGON + "|553=ann|554=wrong");
      intruder.send(limit("X", BUY, 10, "9.99"));
      assertRefused(intruder, "BROKER1");
    }
    try (RawClient client = connect("BROKER1")) {
      client.ask(RIGHT);
      assertThat(client.ask(limit("X", BUY, 10, "9.99")).only(35, 150)).isEqualTo("35=8|150=0");
    }
  }

  private static void assertRefused(RawClient client, String compId) throws Exception {
    FixText answer = client.receive();
    assertThat(answer.only(35, 34, 49, 56, 58))
        .isEqualTo("35=5|34=0|49=BOURSE|56=" + compId + "|58=Logon refused");
    assertThat(client.isDropped()).isTrue();
  }

  private RawClient connect(String compId) throws IOException {
    return RawClient.connect(exchange.port(), compId);
  }

  /** An address of this machine's that is not the loopback one. */
  private static String otherAddress() throws IOException {
    Optional<String> address =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> !a.isLoopbackAddress() && a.getAddress().length == 4)
            .map(a -> a.getHostAddress())
            .findFirst();
    Assumptions.assumeTrue(address.isPresent(), "this machine has no other address");
    return address.get();
  }
}
