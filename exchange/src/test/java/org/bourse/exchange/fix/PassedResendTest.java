package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
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

    assertThat(resent("35=2|7=1|16=0", 5))
        .containsExactly(
            "35=4|34=1|43=Y|36=5|123=Y",
            "35=h|34=5|43=Y",
            "35=4|34=6|43=Y|36=8|123=Y",
            "35=h|34=8|43=Y",
            "35=4|34=9|43=Y|36=10|123=Y");
    report();
    assertThat(client.receive().only(35, 34)).isEqualTo("35=h|34=10");
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

    assertThat(resent("35=2|7=2|16=0", 2))
        .containsExactly("35=h|34=2|43=Y", "35=4|34=3|43=Y|36=7|123=Y");
    client.send("35=1|112=Y");
    assertThat(client.receive().only(35, 34)).isEqualTo("35=0|34=7");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFillRangeOfWhichNothingIsKept(boolean withFiles) throws Exception {
    begin(withFiles);
    marketData(2000);
    receive(2000);

    assertThat(resent("35=2|7=100|16=1500", 1)).containsExactly("35=4|34=100|43=Y|36=1501|123=Y");
    client.send("35=1|112=Y");
    assertThat(client.receive().only(35, 34)).isEqualTo("35=0|34=2002");
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
    assertThat(next).isBetween(53, 53 + SenderMarks.BLOCK);
    client = RawClient.connect(port, CLIENT);
    assertThat(client.ask("35=A|98=0|108=30").only(35, 34)).isEqualTo("35=A|34=" + next);

    assertThat(resent("35=2|7=2|16=0", 2))
        .containsExactly("35=h|34=2|43=Y", "35=4|34=3|43=Y|36=" + (next + 1) + "|123=Y");
    report();
    assertThat(client.receive().only(35, 34)).isEqualTo("35=h|34=" + (next + 1));
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
    client = RawClient.loggedOn(port, CLIENT);
    next = 2;
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

  private List<String> resent(String request, int count) throws Exception {
    client.send(request);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      found.add(client.receive().only(35, 34, 43, 36, 123));
    }
    return found;
  }
}
