package org.bourse.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.client.Client;
import org.bourse.client.scenario.venue.AdminServer;
import org.bourse.client.venue.Faults;
import org.bourse.client.venue.Venue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a FIX acceptor that is not Bourse. */
class ScenarioCommandTest {
  private static final String PASSING =
      """
      scenario one  rests
      session A sender=BROKER1
      A > D 11=X 55=ABC 54=1 38=100 40=2 44=10
      A < 8 11=X 150=0 37=?order
      A > F 11=Y 41=X 55=ABC 54=1 38=100
      A < 8 11=Y 41=X 37=$order 150=4
      """;
  private static final String FAILING =
      """
      scenario two  is | wrong
      session A sender=BROKER1
      A > D 11=X 55=ABC 54=1 38=100 40=2 44=10
      A < 8 11=X 39=2
      A < none
      """;
  private static final String SESSION = "scenario s\nsession A sender=BROKER1\n";
  private static final String ORDER = SESSION + "A > D 11=X 55=ABC 54=1 38=100 40=2 44=10\n";

  private final Path folder;
  private Venue venue;

  ScenarioCommandTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws Exception {
    venue = Venue.started(folder.resolve("store"), new Faults());
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void shouldPrintLineForScenarioThatPasses() throws IOException {
    Client.Result result = run(PASSING);

    assertThat(result.out())
        .matches("PASS  one  rests \\(4 steps, \\d+ ms\\)\n1 scenarios: 1 passed\n");
    assertThat(result.status()).as(result.err()).isZero();
  }

  @Test
  void shouldPrintStepThatFailsAndExitWithOne() throws IOException {
    Client.Result result = run(PASSING + FAILING);

    assertThat(result.out())
        .contains(
            "PASS  one",
            "FAIL  two  is | wrong (3 steps, ",
            "one.scn:10: another message than expected\n    A < 8 11=X 39=2\n",
            "* OrdStatus(39)   Filled(2)           New(0)\n",
            "A < 2 ExecutionReport ExecType=New",
            "2 scenarios: 1 passed, 1 failed\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void shouldFailWhereNothingComes() throws IOException {
    Client.Result result = run(SESSION + "A < 8 within=100ms");

    assertThat(result.out()).contains("one.scn:3: nothing came within 100ms");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void shouldFailWhereSomethingComesThatShouldNot() throws IOException {
    Client.Result result = run(ORDER + "A < none 2s");

    assertThat(result.out()).contains("one.scn:4: nothing was to come, but ExecutionReport(8) did");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void shouldFailWhereConnectionDoesNotEnd() throws IOException {
    Client.Result result = run(SESSION + "A expect disconnect within=100ms");

    assertThat(result.out()).contains("one.scn:3: the connection did not end within 100ms");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void shouldLeaveUncalledForOptionalMessageToNextStep() throws IOException {
    Client.Result result = run(ORDER + "A < 8 optional 39=2\nA < 8 39=0");

    assertThat(result.status()).as(result.out()).isZero();
  }

  @Test
  void shouldSayThatLogonWasRefused() throws IOException {
    venue.refuseLogon("not today");

    Client.Result result = run(PASSING);

    assertThat(result.out())
        .contains("ERROR one", "session A: the Logon was refused: Logout: not today");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldLetScriptLookAtRefusalOfItsLogon() throws IOException {
    venue.refuseLogon("not today");

    Client.Result result =
        run(SESSION + "A logon\nA < 5 58=\"not today\"\n" + "A expect disconnect");

    assertThat(result.status()).as(result.out()).isZero();
  }

  @Test
  void shouldNotRunWithoutConnection() throws IOException {
    venue.close();

    Client.Result result = run(PASSING);

    assertThat(result.out()).contains("ERROR one", "no connection to 127.0.0.1:" + venue.port());
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldNotRunWhereExchangeWouldHaveToBeItsOwn() throws IOException {
    Client.Result result = run("scenario s\nvenue kill");

    assertThat(result.out()).contains("one.scn:2: 'venue kill' needs --exchange");
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void shouldRunNothingWhereScriptIsWrong() throws IOException {
    Client.Result result = run(PASSING + "A < 8 39");

    assertThat(result.err()).endsWith("one.scn:7: '39' is no field: tag=value\n");
    assertThat(result.out()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
    assertThat(venue.logons()).isEmpty();
  }

  @Test
  void shouldOnlyReadWhereOnlyChecked() throws IOException {
    Client.Result result = run(FAILING, "--check");

    assertThat(result.out()).isEqualTo("1 scenarios in 1 files\n");
    assertThat(result.status()).isZero();
    assertThat(venue.logons()).isEmpty();
  }

  @Test
  void shouldPrintEveryMessageWhereAskedTo() throws IOException {
    assertThat(run(PASSING, "--verbose").out())
        .contains("    A > 2 NewOrderSingle ", "    A < 2 ExecutionReport ", "    A > 4 Logout");
  }

  @Test
  void shouldCancelWhatIsLeftOpenWhereAskedTo() throws IOException {
    run(PASSING.replaceAll("A > F.*\n.*\n", ""), "--clean");

    assertThat(venue.requests())
        .extracting(request -> request.getHeader().getString(35))
        .containsExactly("D", "q", "F");
    assertThat(venue.requests().get(2).toRawString()).contains("\00137=1\001", "\00138=100\001");
  }

  @Test
  void shouldSpeakToVenue() throws Exception {
    try (AdminServer admin = new AdminServer()) {
      Client.Result result =
          run(
              """
              scenario s
              session A sender=BROKER1
              venue hold G session=A symbol=ABC
              A > D 11=X 55=ABC 54=1 38=100 40=2 44=10
              A < 8 37=?order
              venue fill $order 50 @10
              """,
              "--venue",
              admin.url().toString());

      assertThat(admin.requests())
          .containsExactly(
              "POST /api/venue/reset {}",
              "POST /api/venue/hold"
                  + " {\"type\":\"G\",\"session\":\"BROKER1\",\"symbol\":\"ABC\"}",
              "POST /api/venue/fill {\"order\":\"1\",\"quantity\":\"50\",\"price\":\"10\"}",
              "POST /api/venue/reset {}");
      assertThat(result.status()).as(result.out()).isZero();
    }
  }

  @Test
  void shouldWriteJunitReport() throws IOException {
    Path report = folder.resolve("report.xml");

    run(PASSING + FAILING, "--junit", report.toString());

    assertThat(report)
        .content()
        .contains(
            "tests=\"2\" failures=\"1\" errors=\"0\"",
            "name=\"one rests\"",
            "<failure message=\"" + folder.resolve("one.scn") + ":10: another message",
            "* OrdStatus(39)");
  }

  @Test
  void shouldWriteTable() throws IOException {
    Path table = folder.resolve("table.md");

    run(PASSING + FAILING, "--table", table.toString());

    assertThat(table)
        .content()
        .isEqualTo(
            """
            | id | title | steps | result |
            |---|---|---:|---|
            | one | rests | 4 | pass |
            | two | is \\| wrong | 3 | fail |
            """);
  }

  private Client.Result run(String script, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("one.scn"), script);
    List<String> args = new ArrayList<>(List.of("scenario", file.toString()));
    args.addAll(List.of("--port", Integer.toString(venue.port())));
    args.addAll(List.of(options));
    return Client.run(args.toArray(String[]::new));
  }
}
