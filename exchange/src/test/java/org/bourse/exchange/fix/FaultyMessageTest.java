package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests that the dictionary does not allow: each is refused once, in its turn, whatever becomes
 * of the exchange.
 */
class FaultyMessageTest extends OneExchange {
  private static final String BODY =
      "|11=bad|55=ABC|54=1|60=20260105-12:00:00.000|38=10|40=2|44=9.99";
  private static final String HEADER = "35=D|34=#|49=BROKER1|52=now|56=BOURSE";

  /** What is sent, and the answer's fields. */
  private static final List<List<String>> FAULTS =
      List.of(
          List.of(HEADER + BODY + "|4999=X", "35=3|371=4999|372=D|373=0"),
          List.of(HEADER + BODY + "|-5=X", "35=3|371=-5|372=D|373=0"),
          List.of(
              HEADER + BODY.replace("|60=20260105-12:00:00.000", ""), "35=3|371=60|372=D|373=1"),
          List.of(HEADER.replace("|52=now", "") + BODY, "35=3|371=52|372=D|373=1"),
          List.of(HEADER.replace("|49=BROKER1", "") + BODY, "35=3|371=49|372=D|373=1"),
          List.of(HEADER + BODY + "|41=X", "35=3|371=41|372=D|373=2"),
          List.of(HEADER + BODY.replace("44=9.99", "44="), "35=3|371=44|372=D|373=4"),
          List.of(HEADER + "|50=" + BODY, "35=3|371=50|372=D|373=4"),
          List.of(HEADER + BODY.replace("54=1", "54=Z"), "35=3|371=54|372=D|373=5"),
          List.of(HEADER + BODY.replace("38=10", "38=ten"), "35=3|371=38|372=D|373=6"),
          List.of(HEADER.replace("52=now", "52=noon") + BODY, "35=3|371=52|372=D|373=6"),
          List.of(HEADER + "|43=maybe" + BODY, "35=3|371=43|372=D|373=6"),
          List.of(HEADER + "|43=Y" + BODY, "35=3|371=122|372=D|373=1"),
          List.of(HEADER + "|43=Y|122=noon" + BODY, "35=3|371=122|372=D|373=6"),
          List.of(HEADER + "|97=maybe" + BODY, "35=3|371=97|372=D|373=6"),
          List.of(HEADER + BODY + "|44=9.98", "35=3|371=44|372=D|373=13"),
          List.of(HEADER + BODY + "|50=DESK", "35=3|371=50|372=D|373=14"),
          List.of(HEADER.replace("|34=#", "") + BODY + "|34=#", "35=3|371=34|372=D|373=14"),
          List.of(
              HEADER.replace("|34=#|49=BROKER1", "") + BODY + "|49=BROKER1|34=#",
              "35=3|371=49|372=D|373=14"),
          List.of(HEADER + BODY + "|453=1|447=D|452=1", "35=3|371=447|372=D|373=15"),
          List.of(HEADER + BODY + "|453=2|448=P|447=D|452=1", "35=3|371=453|372=D|373=16"),
          List.of(HEADER.replace("35=D", "35=ZZ") + BODY, "35=3|371=35|372=ZZ|373=11"),
          List.of(
              HEADER.replace("35=D", "35=K") + "|66=list|60=20260105-12:00:00.000",
              "35=j|372=K|380=3"));

  @Test
  void shouldRefuseEachOnceThoughKilledAfterwards() throws Exception {
    refuseAll();
    exchange.continueOnCopy();
    exchange.stop();
    exchange.start();

    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", broker1.nextOut());
    broker1.expectSilence();
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  @Test
  void shouldNotAskAgainForRefusedAfterOrderlyStop() throws Exception {
    refuseAll();
    int logout = broker1.nextOut();
    broker1.logOut();
    exchange.stop();
    exchange.start();

    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", logout + 1);
    assertThat(broker1.receive().only(35, 7, 16)).isEqualTo("35=2|7=" + logout + "|16=0");
    String filled = "35=4|123=Y|36=" + broker1.nextOut();
    broker1.sendAs(logout, filled, "|43=Y|122=" + RawClient.now());
    broker1.expectSilence();
  }

  @Test
  void shouldSkipCopiesOfRefused() throws Exception {
    int first = broker1.nextOut();
    refuseAll();
    for (int i = 0; i < FAULTS.size(); i++) {
      sendCopy(first + i, FAULTS.get(i).get(0));
    }

    broker1.expectSilence();
  }

  @Test
  void shouldRefuseInTurnWhatCameTooEarly() throws Exception {
    int lost = broker1.nextOut();
    String order = limit("X", BUY, 10, "9.99");
    sendFaulty(lost + 1, FAULTS.get(0).get(0));
    assertThat(broker1.receive().only(35, 7)).isEqualTo("35=2|7=" + lost);

    broker1.sendAs(lost, order, "|43=Y|122=" + RawClient.now());

    assertThat(broker1.receive().only(35, 11, 150)).isEqualTo("35=8|11=X|150=0");
    assertThat(broker1.receive().only(35, 45, 373)).isEqualTo("35=3|45=" + (lost + 1) + "|373=0");
    broker1.from(lost + 2).expectSilence();
  }

  @Test
  void shouldStillRejectFaultyMessagesOfTheSession() throws Exception {
    assertThat(broker1.ask("35=1").only(35, 371, 372, 373)).isEqualTo("35=3|371=112|372=1|373=1");
    assertThat(broker1.ask("35=2|7=x|16=0").only(35, 371, 372, 373))
        .isEqualTo("35=3|371=7|372=2|373=6");
    broker1.expectSilence();
  }

  @Test
  void shouldLogOutWhoLogsOnWithFaultyLogonAndKeepNumbers() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    int number = broker1.nextOut();
    broker1.logOut();
    try (RawClient client = RawClient.connect(exchange.port(), "BROKER1").from(number + 1)) {
      FixText answer = client.ask("35=A|98=0|141=Y");

      assertThat(answer.get(35)).isEqualTo("5");
      assertThat(answer.get(58)).contains("Invalid Logon message", "108");
      assertThat(answer.number(34)).isGreaterThan(2);
      assertThat(client.isDropped()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ValidateIncomingMessage", "UseDataDictionary", "RejectInvalidMessage"})
  void shouldLetFaultsPassWhereSettingsSaySo(String setting) throws Exception {
    startWith(setting + "=Y", setting + "=N");

    assertThat(broker1.ask(limit("X", BUY, 10, "9.99") + "|4999=X").only(35, 11, 150))
        .isEqualTo("35=8|11=X|150=0");
  }

  @Test
  void shouldDisconnectOnFaultWhereSettingsSaySo() throws Exception {
    startWith("DisconnectOnError=N", "DisconnectOnError=Y");

    broker1.send(limit("X", BUY, 10, "9.99") + "|4999=X");

    assertThat(broker1.isDropped()).isTrue();
  }

  private void startWith(String shipped, String changed) throws Exception {
    Path file = exchange.data().resolveSibling("config").resolve("fix.cfg");
    exchange.stop();
    Files.writeString(file, Files.readString(file).replace(shipped, changed));
    exchange.start();
    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    broker1.ask("35=A|98=0|108=30|141=Y");
  }

  private void refuseAll() throws Exception {
    List<String> expected = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (List<String> fault : FAULTS) {
      int number = broker1.nextOut();
      sendFaulty(number, fault.get(0));
      FixText answer = broker1.from(number + 1).receive();
      assertThat(answer.get(58)).isNotEmpty();
      expected.add("45=" + number + "|" + fault.get(1));
      answers.add(answer.only(45, 35, 371, 372, 373, 380));
    }
    assertThat(answers).isEqualTo(expected);
  }

  private void sendFaulty(int number, String message) throws Exception {
    String text = message.replace("34=#", "34=" + number).replace("=now", "=" + RawClient.now());
    broker1.sendBytes(WireText.framed(text));
  }

  private void sendCopy(int number, String message) throws Exception {
    String original = message.replaceAll("\\|43=[^|]*|\\|122=[^|]*", "");
    sendFaulty(number, original.replace("34=#", "34=#|43=Y|122=" + RawClient.now()));
  }
}
