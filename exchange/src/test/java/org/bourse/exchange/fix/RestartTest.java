package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.replace;
import static org.bourse.exchange.fix.OrderText.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.Test;

/** An exchange that stops and starts again on the same folder. */
class RestartTest extends OneExchange {

  /** The Logouts of a stop leave up to a second after it has begun. */
  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    Path settings = plain.data().resolveSibling("config").resolve("fix.cfg");
    String text = Files.readString(settings);
    Files.writeString(settings, text.replace("LogoutTimeout=1", "LogoutTimeout=2"));
    return plain;
  }

  @Test
  void shouldLogClientsOutAtStop() throws Exception {
    broker1.logOut();
    Thread stop = new Thread(this::stopExchange);
    stop.start();

    assertThat(broker2.receive().get(35)).isEqualTo("5");
    broker2.send("35=5");
    assertThat(broker2.isDropped()).isTrue();
    stop.join();
  }

  @Test
  void shouldNotStartWhereTheJournalIsMissing() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    exchange.stop();
    Files.move(exchange.data().resolve("snapshots"), exchange.data().resolve("snapshots-away"));
    Path journal = exchange.data().resolve("journal");
    Path away = exchange.data().resolve("away");
    Files.move(journal, away);

    assertThatThrownBy(() -> exchange.start())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("fix/journal-0000000000000001.log")
        .hasMessageContaining("the command journal is missing or was exchanged");
    try (Stream<Path> made = Files.walk(journal)) {
      for (Path file : made.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.move(away, journal);
    exchange.start();
  }

  @Test
  void shouldGoOnWithSameNumbers() throws Exception {
    FixText last = rest(broker1, limit("X", BUY, 10, "9.99"));
    int logout = last.number(34) + 1;
    restart();

    FixText logon = logOnAgain();

    assertThat(logon.only(35, 34)).isEqualTo("35=A|34=" + (logout + 1));
    assertThat(broker1.ask(limit("Y", BUY, 10, "9.99")).only(35, 150)).isEqualTo("35=8|150=0");
  }

  @Test
  void shouldHaveOrdersOpenUnderSameOrderId() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    FixText replaced = broker1.ask(replace("Y", "X", BUY, 20, "9.99"));
    restart();
    logOnAgain();

    assertThat(broker1.ask(status("Y", BUY)).only(37, 11, 150, 39, 38, 151))
        .isEqualTo("37=" + taken.get(37) + "|11=Y|150=I|39=0|38=20|151=20");
    assertThat(replaced.get(37)).isEqualTo(taken.get(37));
  }

  @Test
  void shouldTradeOrdersOfBefore() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    FixText taken = rest(broker1, limit("Y", BUY, 10, "9.99"));
    restart();
    logOnAgain();
    try (RawClient broker3 = RawClient.loggedOn(exchange.port(), "BROKER3")) {
      broker3.send(limit("S", SELL, 10, "9.99"));

      FixText fill = broker1.receive();
      assertThat(fill.only(11, 150, 39)).isEqualTo("11=X|150=F|39=2");
      assertThat(fill.number(17)).isGreaterThan(taken.number(17));
    }
  }

  @Test
  void shouldStillKnowClOrdIds() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    restart();
    logOnAgain();

    assertThat(broker1.ask(limit("X", BUY, 10, "9.99")).only(35, 37, 150, 39, 103))
        .isEqualTo("35=8|37=" + taken.get(37) + "|150=8|39=0|103=6");
  }

  @Test
  void shouldSendReportsOfBeforeAgain() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    restart();
    logOnAgain();

    FixText again = broker1.ask("35=2|7=2|16=2");

    assertThat(again.only(34, 43, 122)).isEqualTo("34=2|43=Y|122=" + taken.get(52));
    assertThat(again.inAnyOrder()).isEqualTo(taken.inAnyOrder());
  }

  @Test
  void shouldOweNothingAfterOrderlyStop() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    restart();

    assertThat(exchange.missedReports()).isZero();
  }

  @Test
  void shouldStayResetOverRestart() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    broker1.ask("35=A|98=0|108=30|141=Y");
    restart();

    assertThat(logOnAgain().only(35, 34)).isEqualTo("35=A|34=3");
    assertThat(broker1.ask(status("X", BUY)).only(34, 11, 39)).isEqualTo("34=5|11=X|39=0");
  }

  @Test
  void shouldGiveBackReportsThatMessageLogHasLost() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    broker2.logOut();
    exchange.stop();
    Files.move(exchange.data().resolve("fix"), exchange.data().resolveSibling("aside"));
    exchange.start();

    assertThat(exchange.missedReports()).isEqualTo(1);
    broker1 = RawClient.connect(exchange.port(), "BROKER1").from(broker1.nextOut());
    broker1.ask("35=A|98=0|108=30");
    broker1.receive();
    assertThat(broker1.ask("35=2|7=1|16=1").inAnyOrder()).isEqualTo(taken.inAnyOrder());
  }

  @Test
  void shouldGiveBackLostReportsOfAfterReset() throws Exception {
    broker1.logOut();
    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    broker1.ask("35=A|98=0|108=30|141=Y");
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    broker2.logOut();
    exchange.stop();
    Files.move(exchange.data().resolve("fix"), exchange.data().resolveSibling("aside"));
    exchange.start();

    broker1 = RawClient.connect(exchange.port(), "BROKER1").from(broker1.nextOut());
    broker1.ask("35=A|98=0|108=30");
    broker1.receive();
    assertThat(broker1.ask("35=2|7=1|16=1").inAnyOrder()).isEqualTo(taken.inAnyOrder());
  }

  @Test
  void shouldStartEmptyOnReplacedDataFolder() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    broker2.logOut();
    exchange.stop();
    Files.move(exchange.data(), exchange.data().resolveSibling("aside"));
    exchange.start();

    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    assertThat(broker1.ask("35=A|98=0|108=30").only(35, 34)).isEqualTo("35=A|34=1");
    assertThat(broker1.ask(status("X", BUY)).only(37, 150, 103)).isEqualTo("37=NONE|150=I|103=5");
    rest(broker1, limit("X", BUY, 10, "9.99"));
  }

  private void restart() throws Exception {
    broker1.logOut();
    broker2.logOut();
    exchange.stop();
    exchange.start();
  }

  /** Logs on and, as what was not journaled is asked for again, says that no order was in it. */
  private FixText logOnAgain() throws Exception {
    broker1 = RawClient.connect(exchange.port(), "BROKER1").from(broker1.nextOut());
    FixText logon = broker1.ask("35=A|98=0|108=30");
    FixText request = broker1.receive();
    assertThat(request.only(35, 16)).isEqualTo("35=2|16=0");
    broker1.sendAs(
        request.number(7), "35=4|123=Y|36=" + broker1.nextOut(), "|43=Y|122=" + RawClient.now());
    return logon;
  }

  private void stopExchange() {
    try {
      exchange.stop();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
