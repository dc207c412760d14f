package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.replace;
import static org.bourse.exchange.fix.OrderText.status;

import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Path;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one who is in may do: roles, instruments, accounts, and how much. */
class EntitlementTest {
  private RunningExchange exchange;
  private RawClient trader;
  private RawClient watcher;
  private RawClient slow;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    exchange =
        RunningExchange.in(folder)
            .withParticipants(
                "  - name: ONE",
                "    sessions: [BROKER1]",
                "    users: [{name: ann, roles: [trader]}]",
                "    instruments: [ABC]",
                "    accounts: [A1, A2]",
                "  - name: TWO",
                "    sessions: [BROKER2]",
                "    users: [{name: bob, roles: [market-data, operator]}]",
                "  - name: THREE",
                "    sessions: [BROKER3]",
                "    limits: {message-rate: 1, message-burst: 5}");
    exchange.start();
    trader = RawClient.loggedOn(exchange.port(), "BROKER1");
    watcher = RawClient.loggedOn(exchange.port(), "BROKER2");
    slow = RawClient.loggedOn(exchange.port(), "BROKER3");
  }

  @AfterEach
  void close() throws Exception {
    trader.close();
    watcher.close();
    slow.close();
    exchange.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"D", "G", "F"})
  void shouldRefuseWhoIsNoTrader(String msgType) throws Exception {
    String request =
        switch (msgType) {
          case "D" -> limit("X", BUY, 10, "9.99");
          case "G" -> replace("Y", "X", BUY, 10, "9.99");
          default -> cancel("Y", "X", BUY);
        };

    assertThat(watcher.ask(request).only(35, 45, 372, 380, 58))
        .isEqualTo(
            "35=j|45=2|372="
                + msgType
                + "|380=6|58=Not authorized: the user has not the role trader");
  }

  @Test
  void shouldRefuseToShowOrdersToWhoIsNeitherTraderNorDropCopy() throws Exception {
    assertThat(watcher.ask(status("X", BUY)).only(35, 372, 380)).isEqualTo("35=j|372=H|380=6");
  }

  @Test
  void shouldRefuseInstrumentThatIsNotGranted() throws Exception {
    assertThat(trader.ask(order("X", "XYZ", BUY, "100", "|40=2|44=5|1=A1")).only(35, 380, 58))
        .isEqualTo("35=j|380=6|58=Not authorized: instrument XYZ");
  }

  @Test
  void shouldCallUnknownSymbolUnknownWhateverIsGranted() throws Exception {
    assertThat(trader.ask(order("X", "NONE", BUY, "100", "|40=2|44=5|1=A1")).only(35, 150, 103))
        .isEqualTo("35=8|150=8|103=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "|1=A3"})
  void shouldRejectOrderOfUnknownAccount(String account) throws Exception {
    assertThat(trader.ask(limit("X", BUY, 10, "9.99") + account).only(35, 11, 150, 39, 103))
        .isEqualTo("35=8|11=X|150=8|39=8|103=15");
  }

  @Test
  void shouldRejectReplaceToUnknownAccount() throws Exception {
    OneExchange.rest(trader, limit("X", BUY, 10, "9.99") + "|1=A1");

    assertThat(trader.ask(replace("Y", "X", BUY, 20, "9.99") + "|1=A3").only(35, 11, 41, 102, 434))
        .isEqualTo("35=9|11=Y|41=X|102=2|434=2");
  }

  @Test
  void shouldTakeOrderOfKnownAccount() throws Exception {
    assertThat(OneExchange.rest(trader, limit("X", BUY, 10, "9.99") + "|1=A2").get(1))
        .isEqualTo("A2");
  }

  @Test
  void shouldRefuseWhatIsSentTooFastAndNoMore() throws Exception {
    for (int i = 0; i < 5; i++) {
      OneExchange.rest(slow, limit("X" + i, BUY, 10, "9.99"));
    }
    FixText answer = slow.ask(limit("X5", BUY, 10, "9.99"));

    assertThat(answer.only(35, 372, 379, 380, 58))
        .isEqualTo("35=j|372=D|379=X5|380=0|58=Throttled: at most 1 messages a second, 5 at once");
    OneExchange.rest(trader, limit("X", BUY, 10, "9.99") + "|1=A1");
  }

  @Test
  void shouldTakeMessagesAgainOnceTheRateAllows() throws Exception {
    for (int i = 0; i < 5; i++) {
      slow.ask(limit("X" + i, BUY, 10, "9.99"));
    }
    assertThat(slow.ask(limit("Y", BUY, 10, "9.99")).get(35)).isEqualTo("j");

    await()
        .atMost(10, SECONDS)
        .pollInterval(300, MILLISECONDS)
        .until(() -> slow.ask(limit("Y", BUY, 10, "9.99")).get(35).equals("8"));
  }

  @Test
  void shouldLogOutWhoSendsFarTooMuch() throws Exception {
    try {
      for (int i = 0; i < 60; i++) {
        slow.send(limit("X" + i, BUY, 10, "9.99"));
      }
    } catch (IOException alreadyOut) {
      assertThat(alreadyOut).isInstanceOf(SocketException.class);
    }
    FixText answer = slow.receive();
    int refused = 0;
    while (!answer.get(35).equals("5")) {
      refused += answer.get(35).equals("j") ? 1 : 0;
      answer = slow.receive();
    }
    assertThat(refused).isLessThanOrEqualTo(50); // those that the Logout overtakes come after it
    assertThat(answer.get(58)).startsWith("Throttled");
    assertThat(slow.isDropped()).isTrue();
    OneExchange.rest(trader, limit("X", BUY, 10, "9.99") + "|1=A1");
  }

  @Test
  void shouldLetBackInWhoWasLoggedOutForSendingTooMuch() throws Exception {
    shouldLogOutWhoSendsFarTooMuch();
    try (RawClient again = RawClient.connect(exchange.port(), "BROKER3").from(100)) {
      assertThat(again.ask("35=A|98=0|108=30").get(35)).isEqualTo("A");
    }
  }
}
