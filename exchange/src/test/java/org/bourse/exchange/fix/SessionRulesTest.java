package org.bourse.exchange.fix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.replace;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FIX 4.4 Vol. 2: who may connect, and what becomes of messages that are out of order. */
class SessionRulesTest extends OneExchange {
  @ParameterizedTest
  @CsvSource({"STRANGER, BOURSE", "BROKER3, ELSEWHERE", "BOURSE, BROKER3"})
  void shouldDropWrongCompIdWithoutWord(String sender, String target) throws Exception {
    try (RawClient stranger = RawClient.connect(exchange.port(), sender)) {
      stranger.sendBytes(
          WireText.framed(
              "35=A|34=1|49="
                  + sender
                  + "|52="
                  + RawClient.now()
                  + "|56="
                  + target
                  + "|98=0|108=30"));

      assertThat(stranger.isDropped()).isTrue();
    }
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldDropConnectionThatDoesNotBeginWithLogon() throws Exception {
    try (RawClient rude = RawClient.connect(exchange.port(), "BROKER3")) {
      rude.send(limit("X", BUY, 10, "9.99"));

      assertThat(rude.isDropped()).isTrue();
    }
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldDropConnectionThatDoesNotLogOnInTime() throws Exception {
    try (RawClient silent = RawClient.connect(exchange.port(), "BROKER3")) {
      assertThat(silent.isDropped()).isTrue();
    }
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldRefuseSecondConnectionOfSession() throws Exception {
    try (RawClient second = RawClient.connect(exchange.port(), "BROKER1").from(2)) {
      second.send("35=A|98=0|108=30");

      assertThat(second.isDropped()).isTrue();
    }
    assertThat(rest(broker1, limit("X", BUY, 10, "9.99")).number(34)).isEqualTo(2);
  }

  @Test
  void shouldPassOverGarbageBetweenMessages() throws Exception {
    broker1.sendBytes("\u0000\u00ff8=FI garbage 8=\u0001".getBytes(ISO_8859_1));

    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldServeOthersWhileConnectionSpeaksNoFix() throws Exception {
    try (RawClient browser = RawClient.connect(exchange.port(), "BROKER3")) {
      browser.sendBytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(ISO_8859_1));

      rest(broker1, limit("X", BUY, 10, "9.99"));
    }
  }

  @Test
  void shouldAskAgainForMessageWithBadCheckSum() throws Exception {
    int lost = broker1.nextOut();
    byte[] bytes = WireText.framed(broker1.fields(lost, limit("A", BUY, 10, "9.99"), ""));
    bytes[bytes.length - 2] = (byte) (bytes[bytes.length - 2] == '0' ? '1' : '0');
    broker1.sendBytes(bytes);

    assertAskedAgain(lost);
  }

  @ParameterizedTest
  @CsvSource({"-3", "3"})
  void shouldAskAgainForMessageWithBadBodyLength(int off) throws Exception {
    int lost = broker1.nextOut();
    String body =
        broker1.fields(lost, limit("A", BUY, 10, "9.99"), "").replace('|', '\u0001') + '\u0001';
    broker1.sendBytes(WireText.framed(body, body.length() + off));

    assertAskedAgain(lost);
  }

  @Test
  void shouldAskAgainForMissingMessage() throws Exception {
    assertAskedAgain(broker1.nextOut());
  }

  /** Sends what comes after the lost message, and the lost one when it is asked for. */
  private void assertAskedAgain(int lost) throws Exception {
    broker1.from(lost + 1).send(limit("B", BUY, 20, "9.99"));
    assertThat(broker1.receive().only(35, 7, 16)).isEqualTo("35=2|7=" + lost + "|16=0");
    resend(lost, limit("A", BUY, 10, "9.99"));
    resend(lost + 1, limit("B", BUY, 20, "9.99"));

    assertThat(broker1.receive().only(35, 11, 150)).isEqualTo("35=8|11=A|150=0");
    assertThat(broker1.receive().only(35, 11, 150)).isEqualTo("35=8|11=B|150=0");
    broker1.expectSilence();
  }

  @Test
  void shouldLogOutOnNumberTooLow() throws Exception {
    broker1.sendAs(1, limit("X", BUY, 10, "9.99"), "");

    FixText answer = broker1.receive();
    assertThat(answer.get(35)).isEqualTo("5");
    assertThat(answer.get(58)).contains("too low");
    assertThat(broker1.isDropped()).isTrue();
  }

  @Test
  void shouldHandlePossibleDuplicateOnce() throws Exception {
    int number = broker1.nextOut();
    rest(broker1, limit("X", BUY, 10, "9.99"));

    resend(number, limit("X", BUY, 10, "9.99"));
    resend(number, limit("Y", BUY, 10, "9.99"));

    broker1.expectSilence();
  }

  @Test
  void shouldAnswerPossibleResendOfKnownOrderWithItsState() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));

    broker1.sendAs(3, limit("X", BUY, 10, "9.99"), "|97=Y");

    assertThat(broker1.receive().only(35, 37, 11, 17, 150, 39))
        .isEqualTo("35=8|37=" + taken.get(37) + "|11=X|17=0|150=I|39=0");
  }

  @Test
  void shouldAnswerPossibleResendOfKnownReplaceWithStateOfOrder() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.ask(replace("Y", "X", BUY, 20, "9.99"));

    broker1.sendAs(4, replace("Y", "X", BUY, 20, "9.99"), "|97=Y");

    assertThat(broker1.receive().only(35, 37, 11, 17, 150, 39, 38))
        .isEqualTo("35=8|37=" + taken.get(37) + "|11=Y|17=0|150=I|39=0|38=20");
  }

  @Test
  void shouldAnswerPossibleResendOfKnownCancelWithStateOfOrder() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.ask(cancel("Y", "X", BUY));

    broker1.sendAs(4, cancel("Y", "X", BUY), "|97=Y");

    assertThat(broker1.receive().only(35, 37, 11, 17, 150, 39))
        .isEqualTo("35=8|37=" + taken.get(37) + "|11=Y|17=0|150=I|39=4");
  }

  @Test
  void shouldCarryOutPossibleResendOfUnknownReplace() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));

    broker1.sendAs(3, replace("Y", "X", BUY, 20, "9.99"), "|97=Y");

    assertThat(broker1.receive().only(35, 11, 41, 150, 39, 38))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=0|38=20");
  }

  @Test
  void shouldHandlePossibleDuplicateOfChangesOnce() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.ask(replace("Y", "X", BUY, 20, "9.99"));
    broker1.ask(cancel("Z", "Y", BUY));

    resend(3, replace("Y", "X", BUY, 20, "9.99"));
    resend(4, cancel("Z", "Y", BUY));

    broker1.expectSilence();
  }

  @Test
  void shouldCarryOutPossibleResendOfUnknownCancel() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));

    broker1.sendAs(3, cancel("Y", "X", BUY), "|97=Y");

    assertThat(broker1.receive().only(35, 11, 41, 150, 39)).isEqualTo("35=8|11=Y|41=X|150=4|39=4");
  }

  @Test
  void shouldTakePossibleResendOfUnknownOrder() throws Exception {
    broker1.sendAs(2, limit("X", BUY, 10, "9.99"), "|97=Y");

    assertThat(broker1.receive().only(35, 11, 150, 39)).isEqualTo("35=8|11=X|150=0|39=0");
  }

  @Test
  void shouldAnswerTestRequest() throws Exception {
    assertThat(broker1.ask("35=1|112=are you there").only(35, 112))
        .isEqualTo("35=0|112=are you there");
  }

  private void resend(int number, String message) throws Exception {
    broker1.sendAs(number, message, "|43=Y|122=" + RawClient.now());
  }
}
