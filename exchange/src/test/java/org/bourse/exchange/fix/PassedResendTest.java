package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets that asks for messages again, some of which are not kept. */
@SuppressWarnings("NullAway.Init")
class PassedResendTest {
  private static final String CLIENT = "BROKER1";

  private Path folder;
  private int port;
  private SendingPort sending;
  private SendingPort.Sender sender;
  private RawClient client;
  private int next;
  private int skipped; // by QuickFIX/J's timer, which may use a number while it handles the Logon

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    port = FreePort.next();
  }

  @AfterEach
  void close() throws Exception {
    client.close();
    sending.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldSendReportsAgainAndFillTheRest(boolean withFiles) throws Exception {
    begin(withFiles);
    marketData(3); // 2 to 4
    report(); // 5
    marketData(2); // 6, 7
    report(); // 8
    marketData(1); // 9
    receive(8);

    assertThat(resent(1, 0, 5))
        .containsExactly(
            "35=4|43=Y|34=1|36=5",
            "35=h|43=Y|34=5",
            "35=4|43=Y|34=6|36=8",
            "35=h|43=Y|34=8",
            "35=4|43=Y|34=9|36=10");
    report();
    assertThat(received()).isEqualTo("35=h|34=10");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFillRangeToItsEndBehindAdminMessage(boolean withFiles) throws Exception {
    begin(withFiles);
    report(); // 2
    client.send("35=1|112=X");
    receive(2); // 3: Heartbeat
    marketData(3); // 4 to 6
    receive(3);

    assertThat(resent(2, 0, 2)).containsExactly("35=h|43=Y|34=2", "35=4|43=Y|34=3|36=7");
    client.send("35=1|112=Y");
    assertThat(received()).isEqualTo("35=0|34=7");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFillRangeOfWhichNothingIsKept(boolean withFiles) throws Exception {
    begin(withFiles);
    marketData(2000);
    receive(2000);

    assertThat(resent(100, 1500, 1)).containsExactly("35=4|43=Y|34=100|36=1501");
    client.send("35=1|112=Y");
    assertThat(received()).isEqualTo("35=0|34=2002");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldGoOnAfterKill(boolean withFiles) throws Exception {
    begin(withFiles);
    report(); // 2
    marketData(50); // 3 to 52
    receive(51);
    Path killed = folder.resolveSibling(folder.getFileName() + "-killed");
    FolderCopy.of(folder, killed);
    close();
    folder = killed;
    listen(withFiles);
    next = sending.session(CLIENT).record().nextSender();
    assertThat(next).isBetween(53 + skipped, 53 + skipped + SenderMarks.BLOCK);
    client = RawClient.connect(port, CLIENT);
    assertThat(client.ask("35=A|98=0|108=30").only(35, 34)).isEqualTo("35=A|34=" + next);

    assertThat(resent(2, 0, 2))
        .containsExactly("35=h|43=Y|34=2", "35=4|43=Y|34=3|36=" + (next - skipped + 1));
    report();
    assertThat(received()).isEqualTo("35=h|34=" + (next - skipped + 1));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldGoOnExactlyAfterOrderlyEnd(boolean withFiles) throws Exception {
    begin(withFiles);
    report();
    marketData(50);
    receive(51);
    client.logOut();
    sending.close();
    next++; // behind the Logout
    if (withFiles) {
      Path numbers = folder.resolve("fix/store/FIX.4.4-BOURSE-BROKER1.senderseqnums");
      assertThat(Files.readString(numbers)).endsWith(String.valueOf(next));
    }
    listen(withFiles);

    assertThat(sending.session(CLIENT).record().nextSender()).isEqualTo(next);
  }

  private void begin(boolean withFiles) throws Exception {
    listen(withFiles);
    client = RawClient.connect(port, CLIENT);
    next = client.ask("35=A|98=0|108=30").number(34) + 1;
    skipped = next - 2;
  }

  private void listen(boolean withFiles) throws Exception {
    sending = new SendingPort(folder, port, withFiles, CLIENT);
    sender = sending.new Sender();
  }

  private void report() throws IOException {
    sending.cork().hold();
    assertThat(sender.report(CLIENT, sending.log().cursor() + 1)).isTrue();
    sending.cork().flush();
  }

  private void marketData(int count) throws IOException {
    sending.cork().hold();
    for (int i = 0; i < count; i++) {
      assertThat(sender.marketData(CLIENT)).isTrue();
    }
    sending.cork().flush();
  }

  /** Receives what comes behind the Logon. */
  private void receive(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      FixText received = client.receive();
      assertThat(received.number(34)).as("%s", received).isEqualTo(next++);
    }
  }

  /** What comes for a range, an end of 0: all. Numbers as if the Logon had been 1. */
  private List<String> resent(int first, int end, int count) throws Exception {
    client.send("35=2|7=" + (first + skipped) + "|16=" + (end == 0 ? 0 : end + skipped));
    List<String> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FixText received = client.receive();
      String newNumber = received.has(36) ? "|36=" + (received.number(36) - skipped) : "";
      found.add(received.only(35, 43) + "|34=" + (received.number(34) - skipped) + newNumber);
    }
    return found;
  }

  /** The type and number of what comes next. */
  private String received() throws Exception {
    FixText received = client.receive();
    return received.only(35) + "|34=" + (received.number(34) - skipped);
  }
}
