package org.bourse.client.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bourse.client.Client;
import org.bourse.client.venue.Faults;
import org.bourse.client.venue.Venue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** QuickFIX acceptance scripts, against a QuickFIX/J acceptor. */
class QuickFixScriptTest {
  private static final String LOGON =
      """
      # A comment.
      iCONNECT
      I8=FIX.4.4|35=A|34=1|49=BROKER1|52=<TIME>|56=BOURSE|98=0|108=30|141=Y|
      E8=FIX.4.4|9=61|35=A|34=1|49=BOURSE|52=00000000-00:00:00.000|56=BROKER1|98=0|108=30|141=Y|10=0|
      """;
  private static final String LOGOUT =
      """
      I8=FIX.4.4|35=5|34=3|49=BROKER1|52=<TIME>|56=BOURSE|
      E8=FIX.4.4|35=5|34=3|49=BOURSE|52=00000000-00:00:00.000|56=BROKER1|
      eDISCONNECT
      """;

  private final Path folder;
  private Venue venue;

  QuickFixScriptTest(@TempDir Path folder) {
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
  void shouldPassWhereAcceptorAnswersSo() throws IOException {
    Client.Result result =
        run(
            LOGON
                + """
                I8=FIX.4.4|9=5|35=1|34=2|49=BROKER1|52=<TIME>|56=BOURSE|112=garbled|10=0|
                I8=FIX.4.4|35=1|34=2|49=BROKER1|52=<TIME-5>|56=BOURSE|112=HELLO|
                E8=FIX.4.4|35=0|34=2|49=BOURSE|52=00000000-00:00:00.000|56=BROKER1|112=HELLO|
                """
                + LOGOUT);

    assertThat(result.out()).contains("PASS  script (9 steps, ");
    assertThat(result.status()).as(result.out()).isZero();
  }

  @Test
  void shouldTellConnectionsApart() throws IOException {
    Client.Result result =
        run(
            LOGON.replaceAll("(?m)^([IE])8", "$11,8").replace("iCONNECT", "i1,CONNECT")
                + """
                i2,CONNECT
                I2,8=FIX.4.4|35=A|34=1|49=BROKER1|52=<TIME>|56=BOURSE|98=0|108=30|
                e2,DISCONNECT
                i1,DISCONNECT
                """);

    assertThat(result.status()).as(result.out()).isZero();
  }

  @Test
  void shouldFailWhereFieldIsDifferent() throws IOException {
    Client.Result result = run(LOGON.replace("|108=30|141=Y|10=0", "|108=29|141=Y|10=0"));

    assertThat(result.out())
        .contains("script.def:4: another message than expected", "* HeartBtInt(108)");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void shouldFailWhereFieldWasNotExpected() throws IOException {
    Client.Result result = run(LOGON.replace("|108=30|141=Y|10=0", "|108=30|10=0"));

    assertThat(result.out()).contains("* ResetSeqNumFlag(141)  (none)");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void shouldTellLineThatIsNone() throws IOException {
    Client.Result result = run(LOGON + "iSET_SESSION PersistMessages=Y\n");

    assertThat(result.err())
        .endsWith(
            "script.def:5: 'iSET_SESSION PersistMessages=Y' is no line of a QuickFIX acceptance"
                + " script\n");
    assertThat(result.status()).isEqualTo(2);
  }

  private Client.Result run(String script) throws IOException {
    Files.writeString(folder.resolve("script.def"), script.replace('|', '\001'));
    return Client.run("scenario", folder.toString(), "--port", Integer.toString(venue.port()));
  }
}
