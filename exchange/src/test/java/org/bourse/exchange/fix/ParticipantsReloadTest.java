package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes of participants.yaml while the exchange runs. */
class ParticipantsReloadTest {
  private static final String OTHERS = "  - {name: TWO, sessions: [BROKER2, BROKER3]}";

  private RunningExchange exchange;
  private RawClient client;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    configure("{name: ann, roles: [trader]}", "BROKER1");
    exchange.start();
    client = RawClient.loggedOn(exchange.port(), "BROKER1");
  }

  private void configure(String user, String session) throws IOException {
    exchange.withParticipants(
        "  - {name: ONE, sessions: [" + session + "], users: [" + user + "]}", OTHERS);
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    exchange.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "session", "address", "removed"})
  void shouldLogOutWhoIsNoLongerAllowed(String what) throws Exception {
    switch (what) {
      case "user" -> configure("{name: ann, roles: [trader], enabled: no}", "BROKER1");
      case "session" ->
          configure("{name: ann, roles: [trader]}", "{comp-id: BROKER1, enabled: no}");
      case "address" ->
          configure("{name: ann, roles: [trader]}", "{comp-id: BROKER1, addresses: [10.0.0.0/8]}");
      default -> configure("{name: tom, roles: [trader]}", "BROKER1");
    }

    assertThat(client.receive().only(35, 58)).isEqualTo("35=5|58=Logged out by the venue");
    assertThat(client.ask(limit("X", BUY, 10, "9.99")).only(35, 380)).isEqualTo("35=j|380=6");
    client.send("35=5");
    assertThat(client.isDropped()).isTrue();
  }

  @Test
  void shouldLetInAgainWhoIsAllowedAgain() throws Exception {
    configure("{name: ann, roles: [trader], enabled: no}", "BROKER1");
    assertThat(client.receive().get(35)).isEqualTo("5");
    client.send("35=5");
    assertThat(client.isDropped()).isTrue();
    try (RawClient refused = RawClient.connect(exchange.port(), "BROKER1").from(3)) {
      assertThat(refused.ask("35=A|98=0|108=30").get(58)).isEqualTo("Logon refused");
    }
    configure("{name: ann, roles: [trader]}", "BROKER1");

    await()
        .atMost(20, SECONDS)
        .until(
            () -> {
              try (RawClient again = RawClient.connect(exchange.port(), "BROKER1").from(3)) {
                return again.ask("35=A|98=0|108=30").get(35).equals("A");
              }
            });
  }

  @Test
  void shouldAuditEachDifference() throws Exception {
    exchange.withParticipants(
        "  - name: ONE",
        "    sessions: [BROKER1]",
        "    users: [{name: ann, roles: [trader, market-data]}]",
        "    limits: {max-order-quantity: 500}",
        OTHERS);

    Path log = exchange.data().resolve("audit.log");
    await().atMost(20, SECONDS).until(() -> Files.exists(log) && lines(log).size() == 2);
    assertThat(lines(log).get(0))
        .contains("\"what\":\"setting changed\",\"setting\":\"ONE.limits.max-order-quantity\"")
        .endsWith("\"is\":\"500\"}");
    assertThat(lines(log).get(1))
        .contains("\"setting\":\"ONE.users.ann.roles\",\"was\":\"[trader]\"")
        .endsWith("\"is\":\"[trader, market-data]\"}");
    client.expectSilence();
  }

  @Test
  void shouldTakeRoleAwayAtOnce() throws Exception {
    configure("{name: ann, roles: [market-data]}", "BROKER1");

    await()
        .atMost(20, SECONDS)
        .until(() -> client.ask(limit("X", BUY, 10, "9.99")).get(35).equals("j"));
  }

  @Test
  void shouldGoOnWithWhatItHasWhereTheFileIsFaulty() throws Exception {
    configure("{name: ann, roles: [trader], enabled: perhaps}", "BROKER1");
    configureLater();

    assertThat(client.receive().get(35)).isEqualTo("5");
    List<String> audit = lines(exchange.data().resolve("audit.log"));
    assertThat(audit).singleElement().asString().contains("ann.enabled");
  }

  @Test
  void shouldRefuseSessionThatMovesOrIsNoneOfTheStart() throws Exception {
    exchange.withParticipants(
        "  - {name: ONE, sessions: [BROKER2]}", "  - {name: TWO, sessions: [BROKER1, BROKER3]}");
    configureLater();

    assertThat(client.receive().get(35)).isEqualTo("5");
    assertThat(lines(exchange.data().resolve("audit.log"))).hasSize(1);
  }

  /** After the file was looked at, disables the user: what was in it before had no effect. */
  private void configureLater() throws IOException {
    long from = System.nanoTime();
    await().atMost(20, SECONDS).until(() -> System.nanoTime() - from > SECONDS.toNanos(2));
    configure("{name: ann, roles: [trader], enabled: no}", "BROKER1");
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file);
  }
}
