package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.replace;
import static org.bourse.exchange.fix.OrderText.status;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.VenueControls;
import org.bourse.exchange.access.PasswordHash;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Somebody who is nobody here, or asks for more than is his, beside a broker who trades: he sees
 * nothing, he changes nothing, and the broker does not notice him.
 */
class IntruderTest {
  private static final String LOGON = "35=A|98=0|108=30";
  private static final String ANN = "|553=ann|554=right horse";
  private static final int SMALL_BUFFER = 4096;
  private static final int TRADES = 2_000;
  private static final int QUESTIONS = 10_000;

  private RunningExchange exchange;
  private RawClient broker;
  private RawClient other;
  private RawClient intruder;
  private String orderId;
  private int heard;
  private int bought;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    String hash = PasswordHash.of("right horse", PasswordHash.LEAST_ITERATIONS).text();
    exchange =
        RunningExchange.in(folder)
            .withHttp()
            .withSessions("BROKER", "OTHER", "INTRUDER", "COPIES")
            .withParticipants(
                "  - name: ONE",
                "    sessions: [BROKER]",
                "    addresses: [127.0.0.1]",
                "    users: [{name: ann, password: " + hash + ", roles: [trader]}]",
                "  - {name: TWO, sessions: [OTHER]}",
                "  - name: THREE",
                "    sessions: [INTRUDER]",
                "    drop-copy-of: [ONE]",
                "    users: [{name: eve, password: " + hash + ", roles: [trader, market-data]}]",
                "  - name: FOUR",
                "    sessions: [COPIES]",
                "    drop-copy-of: [ONE]",
                "    users: [{name: dan, roles: [drop-copy]}]",
                "  - name: VENUE",
                "    users: [{name: olga, password: " + hash + ", roles: [operator]}]");
    exchange.start();
    broker = loggedOn("BROKER", ANN);
    other = loggedOn("OTHER", "");
    intruder = loggedOn("INTRUDER", "|553=eve|554=right horse");
    FixText taken = OneExchange.rest(broker, limit("MINE", BUY, 1_000_000, "9.99"));
    orderId = taken.get(37);
    heard = taken.number(34);
  }

  @AfterEach
  void close() throws Exception {
    broker.close();
    other.close();
    intruder.close();
    exchange.close();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, BROKER, |553=ann|554=wrong",
    "127.0.0.1, BROKER, |553=ann|554=wrong|141=Y",
    "127.0.0.2, BROKER, |553=ann|554=right horse",
    "127.0.0.1, COPIES, |553=ann|554=right horse",
    "127.0.0.1, INTRUDER, |553=ann|554=right horse",
    "127.0.0.1, NOBODY, |553=ann|554=right horse",
  })
  void shouldNotLetInStranger(String address, String compId, String credentials) throws Exception {
    try (RawClient stranger = RawClient.connectFrom(address, exchange.port(), compId)) {
      stranger.send(LOGON + credentials);
      stranger.send(cancel("X", "MINE", BUY) + "|37=" + orderId);

      if (!compId.equals("NOBODY")) {
        assertThat(stranger.receive().only(35, 34, 58)).isEqualTo("35=5|34=0|58=Logon refused");
      }
      assertThat(stranger.isDropped()).isTrue();
    }
    assertNothingNoticed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "35=F|11=X1|41=NAME|55=ABC|54=1|60=20260105-12:00:00.000|38=1",
        "35=F|11=X1|41=NAME|37=ID|55=ABC|54=1|60=20260105-12:00:00.000|38=1",
        "35=F|11=NAME|41=NAME|55=ABC|54=1|60=20260105-12:00:00.000|38=1",
        "35=F|11=X1|41=NAME|37=ID|55=XYZ|54=2|60=20260105-12:00:00.000|38=1",
        "35=G|11=X1|41=NAME|55=ABC|54=1|60=20260105-12:00:00.000|38=5|40=2|44=9.98",
        "35=G|11=X1|41=NAME|37=ID|55=ABC|54=1|60=20260105-12:00:00.000|38=5|40=2|44=9.98",
        "35=G|11=NAME|41=NAME|55=ABC|54=1|60=20260105-12:00:00.000|38=5|40=2|44=9.98",
        "35=H|11=NAME|55=ABC|54=1",
        "35=H|11=NAME|37=ID|55=ABC|54=1|790=Q",
        "35=H|11=X1|37=ID|55=ABC|54=1",
        "35=q|11=NAME|530=7|60=20260105-12:00:00.000",
        "35=q|11=NAME|530=1|55=ABC|54=1|60=20260105-12:00:00.000",
        "35=AF|584=NAME|585=7",
        "35=AF|584=NAME|585=1|55=ABC",
      })
  void shouldAnswerForAnothersOrderAsForNone(String request) throws Exception {
    String another = answer(request, "MINE", orderId);
    String none = answer(request, "NONE-SUCH", "4711471147114711");

    assertThat(another).isEqualTo(none);
    intruder.expectSilence();
    assertNothingNoticed();
  }

  /** An answer, with what was made up for the question and what is new each time taken out. */
  private String answer(String request, String name, String id) throws Exception {
    FixText answer = intruder.ask(request.replace("NAME", name).replace("ID", id));
    String body = answer.bodyWithout(60).replace("=" + name, "=NAME");
    return answer.get(35).equals("r") ? body.replaceAll("\\|?37=\\d+", "") : body;
  }

  @Test
  void shouldTakeNameThatAnotherUsesAsItsOwn() throws Exception {
    OneExchange.rest(intruder, limit("MINE", BUY, 7, "9.00"));

    assertThat(intruder.ask(cancel("X", "MINE", BUY)).only(150, 38)).isEqualTo("150=4|38=7");
    assertNothingNoticed();
  }

  @Test
  void shouldCopyReportsOnlyToWhoHasTheRole() throws Exception {
    try (RawClient copies = loggedOn("COPIES", "")) {
      trade();

      assertThat(List.of(copies.receive(), copies.receive()))
          .extracting(report -> report.only(35, 37, 150, 32))
          .containsExactly("35=8|37=" + orderId + "|150=0", "35=8|37=" + orderId + "|150=F|32=1");
    }
    intruder.expectSilence();
    assertThat(intruder.ask("35=AD|568=T|569=0").only(35, 568, 748, 749))
        .isEqualTo("35=AQ|568=T|748=0|749=0");
    assertNothingNoticed();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 401",
    "olga:wrong, 401",
    "nobody:right horse, 401",
    "ann:right horse, 403",
    "eve:right horse, 403",
    "dan:, 401",
  })
  void shouldLeaveControlsToOperators(String credentials, int status) throws Exception {
    VenueControls operator = exchange.controls().as("olga:right horse");
    String before = stateOf(operator);
    VenueControls intruding = exchange.controls().as(credentials);

    assertThat(intruding.venue().statusCode()).isEqualTo(status);
    assertThat(intruding.ask("halt", "symbol", "ABC").statusCode()).isEqualTo(status);
    assertThat(intruding.ask("cancel", "order", orderId).statusCode()).isEqualTo(status);
    assertThat(intruding.ask("kill-switch", "participant", "ONE", "on", "on").statusCode())
        .isEqualTo(status);
    assertThat(intruding.ask("no-such-control").statusCode()).isEqualTo(status);
    assertThat(stateOf(operator)).isEqualTo(before);
    assertNothingNoticed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api//venue/halt",
        "/api/venue;x=y/halt",
        "/api;x/venue/halt",
        "/api/./venue/halt",
        "/api/x/../venue/halt",
        "/api/%76enue/halt",
        "/api/x/%2e%2e/venue/halt",
        "/api/venue%2fhalt",
        "/API/Venue/halt",
        "/api/venue/halt/",
        "/api/venue/halt?user=olga",
      })
  void shouldFindNoWayAround(String path) throws Exception {
    VenueControls intruding = exchange.controls().as("eve:right horse");

    assertThat(intruding.ask(path, "symbol", "ABC").statusCode()).isBetween(400, 499);
    assertNothingNoticed();
  }

  @Test
  void shouldNotKeepOthersWaitingForOneWhoNeverReads() throws Exception {
    intruder.logOut();
    intruder.close();
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(SMALL_BUFFER);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), exchange.port()));
      RawClient deaf = RawClient.over(socket, "INTRUDER").from(3);
      deaf.send(LOGON + "|553=eve|554=right horse");
      deaf.send(limit("OFFER", SELL, 1_000_000, "10.01"));
      for (int i = 0; i < QUESTIONS; i++) {
        deaf.send(status("OFFER", SELL));
      }
      for (int i = 0; i < TRADES; i++) {
        assertThat(buy(i).only(150, 32)).isEqualTo("150=F|32=1");
        assertThat(trade().only(150, 32)).isEqualTo("150=F|32=1");
      }
    }
    assertNothingNoticed();
  }

  /** What there is to be seen but the time. */
  private static String stateOf(VenueControls operator) throws Exception {
    return operator.venue().body().replaceAll("\"time\":\"[^\"]*\"", "");
  }

  /** Hits what the one who never reads has there, once it is. */
  private FixText buy(int number) throws Exception {
    String terms = "|40=2|44=10.01|59=3";
    FixText report = ioc("B" + number, terms);
    for (int i = 0; number == 0 && report.get(150).equals("4"); i++) {
      report = ioc("R" + i, terms);
    }
    return report;
  }

  private FixText ioc(String clOrdId, String terms) throws Exception {
    other.send(OrderText.order(clOrdId, "ABC", BUY, "1", terms));
    assertThat(other.receive().only(11, 150)).isEqualTo("11=" + clOrdId + "|150=0");
    return other.receive();
  }

  /** Trades 1 with the broker, and gives back what the broker is told. */
  private FixText trade() throws Exception {
    other.send(limit("S" + ++bought, SELL, 1, "9.99"));
    FixText report = broker.receive();
    assertThat(report.only(34, 37, 11, 14))
        .isEqualTo("34=" + ++heard + "|37=" + orderId + "|11=MINE|14=" + bought);
    assertThat(List.of(other.receive().get(150), other.receive().get(150)))
        .isEqualTo(List.of("0", "F"));
    return report;
  }

  /** The broker's order is as it was, he was told nothing, and he may trade and change it. */
  private void assertNothingNoticed() throws Exception {
    FixText state = broker.ask(status("MINE", BUY));
    assertThat(state.only(34, 37, 11, 150, 38, 14, 44))
        .isEqualTo(
            "34="
                + ++heard
                + "|37="
                + orderId
                + "|11=MINE|150=I|38=1000000|14="
                + bought
                + "|44=9.99");
    trade();
    FixText replaced = broker.ask(replace("NEXT", "MINE", BUY, 999_999, "9.99"));
    assertThat(replaced.only(34, 37, 11, 150))
        .isEqualTo("34=" + ++heard + "|37=" + orderId + "|11=NEXT|150=5");
  }

  private RawClient loggedOn(String compId, String credentials) throws Exception {
    RawClient client = RawClient.connect(exchange.port(), compId);
    FixText answer = client.ask(LOGON + credentials);
    if (!answer.get(35).equals("A")) {
      throw new IOException("not logged on: " + answer);
    }
    return client;
  }
}
