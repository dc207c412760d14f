package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.status;

import java.io.EOFException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** What a client finds when it comes back, and what it may ask for again. */
class ReconnectTest extends OneExchange {

  @Test
  void shouldTakeAClientBackWhoseConnectionEndsAtThatMoment() throws Exception {
    for (int round = 0; round < 300; round++) {
      int number = broker1.nextOut();
      broker1.vanish();
      broker1 = comeBack(number);
      assertThat(broker1.ask(status("none", BUY)).get(35)).as("round %s", round).isEqualTo("8");
    }
  }

  /** Tries until the former connection is gone. */
  private RawClient comeBack(int number) throws Exception {
    while (true) {
      RawClient client = RawClient.connect(exchange.port(), "BROKER1").from(number);
      try {
        FixText answer = client.ask("35=A|98=0|108=30");
        assertThat(answer.get(35)).as(answer.toString()).isEqualTo("A");
        return client;
      } catch (EOFException | SocketException e) {
        client.close();
      }
    }
  }

  @Test
  void shouldSendReportsAgain() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    FixText canceled = broker1.ask(cancel("Y", "X", BUY));

    assertSameAgain(broker1.ask("35=2|7=2|16=3"), taken);
    assertSameAgain(broker1.receive(), canceled);
  }

  @Test
  void shouldSendRefusalsAgain() throws Exception {
    FixText refused = broker1.ask(limit("X", BUY, 10, "9.995"));
    FixText unsupported = broker1.ask("35=AF|584=m|585=7");
    FixText unknown = broker1.ask(cancel("Z", "nothing", BUY));

    assertSameAgain(broker1.ask("35=2|7=2|16=0"), refused);
    assertSameAgain(broker1.receive(), unsupported);
    assertSameAgain(broker1.receive(), unknown);
  }

  @Test
  void shouldSendReportsAgainAsOftenAsAsked() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));

    for (int i = 0; i < 3; i++) {
      assertSameAgain(broker1.ask("35=2|7=2|16=2"), taken);
    }
  }

  @Test
  void shouldFillGapWhereNoReportWas() throws Exception {
    broker1.ask("35=1|112=a");
    rest(broker1, limit("X", BUY, 10, "9.99"));

    assertThat(broker1.ask("35=2|7=1|16=0").only(35, 34, 43, 123, 36))
        .isEqualTo("35=4|34=1|43=Y|123=Y|36=3");
    assertThat(broker1.receive().only(35, 34, 43)).isEqualTo("35=8|34=3|43=Y");
  }

  @Test
  void shouldGoOnWithNumbersAndOrdersAfterLogout() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();

    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", broker1.nextOut());

    FixText answer = broker1.ask(status("X", BUY));
    assertThat(answer.only(34, 37, 39)).isEqualTo("34=5|37=" + taken.get(37) + "|39=0");
  }

  @Test
  void shouldKeepOrdersWhereConnectionBreaks() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.close();
    broker2.send(limit("S", SELL, 10, "9.99"));

    broker2.receive();
    assertThat(broker2.receive().only(150, 39)).isEqualTo("150=F|39=2");
  }

  @Test
  void shouldSendReportsOfTimeAwayWhenAskedFor() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    broker2.ask(limit("S", SELL, 4, "9.99"));
    broker2.receive();
    broker2.ask(limit("T", SELL, 6, "9.99"));
    FixText lastSale = broker2.receive();

    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", broker1.nextOut());
    FixText first = broker1.ask("35=2|7=4|16=0");
    FixText second = broker1.receive();

    assertThat(first.only(35, 34, 43, 11, 150, 39, 32, 14))
        .isEqualTo("35=8|34=4|43=Y|11=X|150=F|39=1|32=4|14=4");
    assertThat(second.only(35, 34, 43, 11, 150, 39, 32, 14))
        .isEqualTo("35=8|34=5|43=Y|11=X|150=F|39=2|32=6|14=10");
    assertThat(second.get(527)).isEqualTo(lastSale.get(527));
    assertThat(broker1.receive().only(35, 34, 123, 36)).isEqualTo("35=4|34=6|123=Y|36=7");
    assertThat(broker1.ask("35=2|7=4|16=5").inAnyOrder()).isEqualTo(first.inAnyOrder());
    assertThat(broker1.receive().inAnyOrder()).isEqualTo(second.inAnyOrder());
  }

  @Test
  void shouldBeginAtOneAgainWithResetAndKeepOrders() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();

    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    FixText logon = broker1.ask("35=A|98=0|108=30|141=Y");

    assertThat(logon.only(35, 34, 141)).isEqualTo("35=A|34=1|141=Y");
    assertThat(broker1.ask(status("X", BUY)).only(34, 37, 39))
        .isEqualTo("34=2|37=" + taken.get(37) + "|39=0");
  }

  @Test
  void shouldSendNothingOfBeforeReset() throws Exception {
    rest(broker1, limit("X", BUY, 10, "9.99"));
    broker1.logOut();
    broker1 = RawClient.connect(exchange.port(), "BROKER1");
    broker1.ask("35=A|98=0|108=30|141=Y");

    assertThat(broker1.ask("35=2|7=1|16=0").only(35, 34, 123, 36))
        .isEqualTo("35=4|34=1|123=Y|36=2");
    broker1.expectSilence();
  }

  @Test
  void shouldAskForWhatClientSentUnheard() throws Exception {
    broker1.logOut();

    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", broker1.nextOut() + 1);

    assertThat(broker1.receive().only(35, 7, 16)).isEqualTo("35=2|7=3|16=0");
  }

  private static void assertSameAgain(FixText again, FixText first) {
    assertThat(again.only(34, 43, 122))
        .isEqualTo("34=" + first.get(34) + "|43=Y|122=" + first.get(52));
    assertThat(again.inAnyOrder()).isEqualTo(first.inAnyOrder());
  }
}
