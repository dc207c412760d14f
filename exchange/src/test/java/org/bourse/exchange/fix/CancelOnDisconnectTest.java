package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.status;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a client's open orders when its connection ends. */
class CancelOnDisconnectTest {
  private static final String LOGON = "35=A|98=0|108=30|141=Y";

  private RunningExchange exchange;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    configure("");
    exchange.start();
  }

  /** Another session of the same participant asks for the order. */
  private void configure(String keys) throws IOException {
    exchange.withParticipants(
        "  - {name: ONE, sessions: [{comp-id: BROKER1" + keys + "}, BROKER3]}",
        "  - {name: TWO, sessions: [BROKER2]}");
  }

  /**
   * Changes what is set while a client is there, and waits until it holds: of a change limits come
   * last, and one of them is seen.
   */
  private void configureLater(RawClient client, String keys) throws Exception {
    exchange.withParticipants(
        "  - name: ONE",
        "    limits: {max-order-quantity: 10}",
        "    sessions: [{comp-id: BROKER1" + keys + "}, BROKER3]",
        "  - {name: TWO, sessions: [BROKER2]}");
    AtomicInteger probes = new AtomicInteger();
    await()
        .atMost(20, SECONDS)
        .until(
            () -> {
              String probe = limit("P" + probes.incrementAndGet(), BUY, 11, "9.00");
              return client.ask(probe).get(39).equals("8");
            });
  }

  @AfterEach
  void close() throws Exception {
    exchange.close();
  }

  private RawClient logOnWithOrder(String logon) throws Exception {
    RawClient client = RawClient.connect(exchange.port(), "BROKER1");
    assertThat(client.ask(logon).get(35)).isEqualTo("A");
    OneExchange.rest(client, limit("X", BUY, 10, "9.99"));
    return client;
  }

  private String stateOfOrder(RawClient observer) throws Exception {
    return observer.ask(status("X", BUY)).get(39);
  }

  private void assertCanceled() throws Exception {
    try (RawClient observer = RawClient.loggedOn(exchange.port(), "BROKER3")) {
      await().atMost(20, SECONDS).until(() -> stateOfOrder(observer).equals("4"));
    }
  }

  /** The end of the connection is handled before a Logon that comes after it. */
  private void assertStaysOpen() throws Exception {
    try (RawClient again = RawClient.connect(exchange.port(), "BROKER1")) {
      await().atMost(20, SECONDS).until(() -> again.ask(LOGON).get(35).equals("A"));
      assertThat(stateOfOrder(again)).isEqualTo("0");
    }
  }

  @Test
  void shouldLeaveOrdersAloneOtherwise() throws Exception {
    logOnWithOrder(LOGON).close();

    assertStaysOpen();
  }

  @Test
  void shouldCancelOrders() throws Exception {
    exchange.stop();
    configure(", cancel-on-disconnect: yes");
    exchange.start();

    logOnWithOrder(LOGON).close();

    assertCanceled();
  }

  @Test
  void shouldTellTheClientWhenItIsBack() throws Exception {
    exchange.stop();
    configure(", cancel-on-disconnect: yes");
    exchange.start();
    logOnWithOrder(LOGON).close();
    assertCanceled();

    try (RawClient again = RawClient.connect(exchange.port(), "BROKER1")) {
      assertThat(again.ask(LOGON).get(35)).isEqualTo("A");
      assertThat(again.receive().only(11, 97, 150)).isEqualTo("11=X|97=Y|150=0");
      assertThat(again.receive().only(11, 97, 150, 39, 58))
          .isEqualTo("11=X|150=4|39=4|58=Canceled on disconnect");
    }
  }

  @Test
  void shouldLeaveOrdersOfOneThatIsBackInTime() throws Exception {
    exchange.stop();
    configure(", cancel-on-disconnect: yes, cancel-grace: 1h");
    exchange.start();

    logOnWithOrder(LOGON).close();

    assertStaysOpen();
  }

  @Test
  void shouldCancelOrdersOnceTheGraceIsOverThoughStoppedMeanwhile() throws Exception {
    exchange.stop();
    configure(", cancel-on-disconnect: yes, cancel-grace: 2s");
    exchange.start();
    logOnWithOrder(LOGON).close();
    exchange.stop();
    exchange.start();

    assertCanceled();
  }

  @Test
  void shouldCancelOrdersOfOneThatAsksForItAtItsLogon() throws Exception {
    exchange.stop();
    configure(", cancel-on-disconnect: on-request");
    exchange.start();

    logOnWithOrder(LOGON + "|8013=Y").close();

    assertCanceled();
  }

  @Test
  void shouldLeaveOrdersOfOneThatDoesNotAsk() throws Exception {
    exchange.stop();
    configure(", cancel-on-disconnect: on-request");
    exchange.start();

    logOnWithOrder(LOGON).close();

    assertStaysOpen();
  }

  @Test
  void shouldGoByWhatIsSetWhileTheClientIsLoggedOn() throws Exception {
    try (RawClient client = logOnWithOrder(LOGON)) {
      configureLater(client, ", cancel-on-disconnect: yes");
      assertThat(client.ask(status("X", BUY)).get(39)).isEqualTo("0");
    }

    assertCanceled();
  }
}
