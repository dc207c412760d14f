package org.bourse.client.scenario.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bourse.client.fix.Dictionary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireSessionTest {
  private static final Dictionary DICTIONARY = Dictionary.fix44();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final WireLog SILENT =
      new WireLog() {
        @Override
        public void sent(SessionId session, WireMessage message) {}

        @Override
        public void received(SessionId session, WireMessage message) {}
      };

  private Acceptor acceptor;
  private WireSession session;

  @BeforeEach
  void logOn() throws Exception {
    acceptor = new Acceptor();
    SessionId id = new SessionId("A", "127.0.0.1", acceptor.port(), "ME", "YOU");
    session = new WireSession(id, DICTIONARY, SILENT);
    logOn("30");
  }

  @AfterEach
  void close() throws IOException {
    session.close();
    acceptor.close();
  }

  @Test
  void shouldFillInHeaderAndTrailer() throws Exception {
    session.send(Outgoing.plain("D", new WireField(11, "X")));

    assertThat(acceptor.next().toString())
        .matches(
            "8=FIX.4.4\\|9=\\d+\\|35=D\\|49=ME\\|56=YOU\\|34=2\\|52=\\d{8}-[\\d:.]{12}\\|11=X"
                + "\\|10=\\d{3}\\|");
  }

  @Test
  void shouldSendHeaderAsItIsSaid() throws Exception {
    List<WireField> header =
        List.of(new WireField(34, "99"), new WireField(97, "Y"), new WireField(9, "9"));
    session.send(new Outgoing("D", header, List.of(), Set.of(49, 10)));
    session.send(Outgoing.plain("0"));

    assertThat(acceptor.readUntil("|35=0|"))
        .startsWith("8=FIX.4.4|9=9|35=D|56=YOU|34=99|")
        .contains("|97=Y|8=FIX.4.4|");
  }

  @Test
  void shouldAskForWhatIsMissing() throws Exception {
    acceptor.send("35=8|34=4|11=X");

    WireMessage request = acceptor.next();
    assertThat(request.toString()).contains("|35=2|", "|7=2|16=3|");
    acceptor.send("35=8|34=2|43=Y|11=V");
    acceptor.send("35=4|34=3|43=Y|123=Y|36=4");
    assertThat(received(4)).containsExactly("A", "V", "4", "X");
  }

  @Test
  void shouldTellRepeatedMessageApart() throws Exception {
    acceptor.send("35=8|34=2|11=X");
    acceptor.send("35=8|34=2|43=Y|11=X");

    received(2);
    assertThat(session.inbox().next(PATIENCE)).isInstanceOf(Arrival.Repeated.class);
  }

  @Test
  void shouldLeaveGapsToScriptThatHasSetTheNumber() throws Exception {
    session.nextIn(2);
    acceptor.send("35=8|34=9|11=X");
    acceptor.send("35=1|34=10|112=t");

    assertThat(received(3)).containsExactly("A", "X", "1");
    assertThat(acceptor.next().type()).isEqualTo("0");
  }

  @Test
  void shouldFollowSequenceReset() throws Exception {
    acceptor.send("35=4|34=2|36=20");
    acceptor.send("35=8|34=20|11=X");

    assertThat(received(3)).containsExactly("A", "4", "X");
  }

  @Test
  void shouldSendAgainWhatIsAskedFor() throws Exception {
    session.send(Outgoing.plain("0"));
    session.send(Outgoing.plain("D", new WireField(11, "X")));
    session.send(new RawMessage("8=FIX.4.4|9=auto|35=D|49=ME|56=YOU|34=auto|11=Y|10=auto"));
    session.send(Outgoing.plain("0"));
    for (int i = 0; i < 4; i++) {
      acceptor.next();
    }

    acceptor.send("35=2|34=2|7=1|16=0");

    assertThat(acceptor.next().toString()).contains("|35=4|", "|34=1|", "|123=Y|36=3|");
    assertThat(acceptor.next().toString()).contains("|35=D|", "|34=3|", "|43=Y|122=", "|11=X|");
    assertThat(acceptor.next().toString()).contains("|35=D|", "|34=4|", "|43=Y|122=", "|11=Y|");
    assertThat(acceptor.next().toString()).contains("|35=4|", "|34=5|", "|123=Y|36=6|");
  }

  @Test
  void shouldNotSendGarbledBytesAgain() throws Exception {
    session.send(new RawMessage("8=FIX.4.4|9=auto|35=D|34=auto|11=Y|10=000"));
    acceptor.send("35=2|34=2|7=2|16=0");

    assertThat(acceptor.readUntil("|36=3|")).containsOnlyOnce("|11=Y|").contains("|35=4|");
  }

  @Test
  void shouldAnswerTestRequest() throws Exception {
    acceptor.send("35=1|34=2|112=ping");

    assertThat(acceptor.next().toString()).contains("|35=0|", "|112=ping|");
  }

  @Test
  void shouldNotAnswerTestRequestWhileMuted() throws Exception {
    session.mute(PATIENCE);
    acceptor.send("35=1|34=2|112=ping");
    received(2);
    session.send(Outgoing.plain("D"));

    assertThat(acceptor.next().type()).isEqualTo("D");
  }

  @Test
  void shouldSendHeartbeats() throws Exception {
    session.disconnect();
    logOn("1");

    assertThat(acceptor.next().type()).isEqualTo("0");
  }

  @Test
  void shouldReadNothingForAWhile() throws Exception {
    session.stopReading(Duration.ofMillis(500));
    long begin = System.nanoTime();
    acceptor.send("35=8|34=2|11=X");
    received(2);

    assertThat(System.nanoTime() - begin).isGreaterThan(Duration.ofMillis(300).toNanos());
  }

  @Test
  void shouldTellGarbledBytes() throws Exception {
    acceptor.sendBytes("8=FIX.4.4|9=5|35=0|10=000|");

    received(1);
    assertThat(session.inbox().next(PATIENCE)).isInstanceOf(Arrival.Garbled.class);
  }

  @Test
  void shouldTellThatConnectionEnded() throws Exception {
    acceptor.send("35=5|34=2|58=bye");
    acceptor.next();
    acceptor.close();

    assertThat(received(2)).containsExactly("A", "5");
    assertThat(session.inbox().next(PATIENCE)).isEqualTo(new Arrival.Ended("Logout: bye"));
    assertThat(session.isConnected()).isFalse();
    assertThatThrownBy(() -> session.send(Outgoing.plain("0")))
        .hasMessage("not connected: Logout: bye");
  }

  @Test
  void shouldGoOnWithItsNumbersOnAnotherConnection() throws Exception {
    session.send(Outgoing.plain("0"));
    session.disconnect();
    session.connect();
    acceptor.accept();
    session.send(Outgoing.plain("A", new WireField(108, "30")));

    assertThat(acceptor.next().toString()).contains("|35=A|", "|34=3|");
  }

  /** On a new connection, or the first. */
  private void logOn(String heartBtInt) throws Exception {
    session.connect();
    acceptor.accept();
    session.send(Outgoing.plain("A", new WireField(108, heartBtInt), new WireField(141, "Y")));
    acceptor.next();
    acceptor.send("35=A|34=1|141=Y");
    assertThat(session.progress().awaitLogon(PATIENCE)).isEqualTo(LogonState.LOGGED_ON);
  }

  /** ClOrdIDs, or types, of the next messages. */
  private List<String> received(int count) throws InterruptedException {
    List<String> received = new ArrayList<>();
    while (received.size() < count) {
      Arrival arrival = Objects.requireNonNull(session.inbox().next(PATIENCE));
      WireMessage message = ((Arrival.Received) arrival).message();
      String clOrdId = message.get(11);
      received.add(clOrdId == null ? message.type() : clOrdId);
    }
    return received;
  }
}
