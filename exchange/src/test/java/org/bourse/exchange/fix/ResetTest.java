package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.status;
import static org.bourse.exchange.fix.SessionClients.LOGON;
import static org.bourse.exchange.fix.SessionClients.RESET;
import static org.bourse.exchange.fix.SessionClients.fill;
import static org.bourse.exchange.fix.SessionClients.first;
import static org.bourse.exchange.fix.SessionClients.possResends;
import static org.bourse.exchange.fix.SessionClients.reports;
import static org.bourse.exchange.fix.SessionClients.retry;
import static org.bourse.exchange.fix.SessionClients.trades;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers that begin again forget messages, never orders, and no report that is not delivered. */
class ResetTest extends OneExchange {
  private FixText taken;

  @BeforeEach
  void rest() throws Exception {
    taken = rest(broker1, limit("X", BUY, 5000, "9.99"));
  }

  @Test
  void shouldSendReportsOfTimeAwayFirstAfterReset() throws Exception {
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 2);

    reset();

    List<FixText> reports = reports(broker1, 2, 2);
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(possResends(reports)).containsExactly("", "");
    assertThat(reports.get(1).only(37, 11, 150, 39, 32, 14))
        .isEqualTo("37=" + taken.get(37) + "|11=X|150=F|39=1|32=1|14=2");
    broker1.expectSilence();
  }

  @Test
  void shouldStillBeSureLongAfterReportWasMade() throws Exception {
    broker1.logOut();
    fill(broker2, "S", 1);
    awaitMillis(1500);

    reset();

    assertThat(possResends(reports(broker1, 2, 1))).containsExactly("");
  }

  @Test
  void shouldSendItOnce() throws Exception {
    broker1.logOut();
    fill(broker2, "S", 2);
    reset();
    reports(broker1, 2, 2);
    broker1.logOut();

    for (int i = 0; i < 3; i++) {
      reset();
      broker1.expectSilence();
      broker1.logOut();
    }
  }

  @Test
  void shouldSendAgainWhatResetsHaveCutOff() throws Exception {
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 3);
    reset();
    List<FixText> first = reports(broker1, 2, 3);

    for (int i = 0; i < 3; i++) {
      broker1.vanish();
      reset();
      List<FixText> again = reports(broker1, 2, 3);
      assertThat(trades(again)).isEqualTo(trades);
      assertThat(again.get(0).get(17)).isEqualTo(first.get(0).get(17));
      assertThat(possResends(again)).containsExactly("Y", "Y", "Y");
    }
  }

  @Test
  void shouldOweOverCrashBeforeReset() throws Exception {
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 3);
    crash();

    reset();

    List<FixText> reports = reports(broker1, 2, 3);
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(possResends(reports)).containsExactly("", "", "");
  }

  @Test
  void shouldOweOverCrashAfterReset() throws Exception {
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 3);
    reset();
    FixText second = reports(broker1, 2, 3).get(1);
    crash();

    reset();

    List<FixText> reports = reports(broker1, 2, 3);
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(reports.get(1).only(97, 17)).isEqualTo("97=Y|17=" + second.get(17));
    broker1.expectSilence();
  }

  @Test
  void shouldSendNothingAgainAfterLogout() throws Exception {
    fill(broker2, "S", 2);
    broker1.receive();
    broker1.receive();
    broker1.logOut();

    reset();

    broker1.expectSilence();
  }

  @Test
  void shouldSendNothingAgainAfterCloseOfWhatWasRead() throws Exception {
    fill(broker2, "S", 2);
    broker1.receive();
    broker1.receive();
    awaitMillis(300);
    broker1.close();

    reset();

    broker1.expectSilence();
  }

  @Test
  void shouldSendAgainWhatVanishedClientMayHaveHad() throws Exception {
    List<String> trades = fill(broker2, "S", 2);
    broker1.vanish();

    reset();

    List<FixText> reports = reports(broker1, 2, 3);
    assertThat(possResends(reports)).containsExactly("Y", "Y", "Y");
    assertThat(reports.get(0).inAnyOrder()).isEqualTo(taken.inAnyOrder());
    assertThat(trades(reports.subList(1, 3))).isEqualTo(trades);
    broker1.expectSilence();
  }

  @Test
  void shouldSendOldReportsBeforeNewOnes() throws Exception {
    List<String> trades = fill(broker2, "S", 2);
    broker1.vanish();
    awaitMillis(300);
    trades.addAll(fill(broker2, "T", 2));

    reset();
    trades.addAll(fill(broker2, "U", 2));

    List<FixText> reports = reports(broker1, 2, 7);
    assertThat(trades(reports.subList(1, 7))).isEqualTo(trades);
    assertThat(possResends(reports)).containsExactly("Y", "Y", "Y", "", "", "", "");
  }

  @Test
  void shouldOweWhatClientHasNotAskedFor() throws Exception {
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 2);
    broker1 = RawClient.loggedOn(exchange.port(), "BROKER1", broker1.nextOut());
    broker1.logOut();

    reset();

    assertThat(trades(reports(broker1, 2, 2))).isEqualTo(trades);
  }

  @Test
  void shouldResetInMiddleOfSession() throws Exception {
    List<String> trades = fill(broker2, "S", 2);
    broker1.receive();
    broker1.receive();

    assertThat(broker1.from(1).ask(RESET).only(35, 34, 141)).isEqualTo("35=A|34=1|141=Y");

    List<FixText> reports = reports(broker1, 2, 3);
    assertThat(possResends(reports)).containsExactly("Y", "Y", "Y");
    assertThat(trades(reports.subList(1, 3))).isEqualTo(trades);
    assertThat(broker1.ask(status("X", BUY)).only(34, 37, 14))
        .isEqualTo("34=5|37=" + taken.get(37) + "|14=2");
  }

  @Test
  void shouldGoOnWithNumberOfSequenceReset() throws Exception {
    broker1.send("35=4|36=100");
    broker1.from(100);
    rest(broker1, limit("Y", BUY, 1, "9.98"));
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 1);

    reset();

    assertThat(trades(reports(broker1, 2, 1))).isEqualTo(trades);
    assertThat(broker1.ask(status("Y", BUY)).only(34, 39)).isEqualTo("34=3|39=0");
  }

  @Test
  void shouldKeepReportsOfSessionThatIsTakenOut() throws Exception {
    broker1.logOut();
    int next = broker1.nextOut();
    restartWith(RunningExchange.sessions("BROKER2", "BROKER3"));
    List<String> trades = fill(broker2, "S", 2);
    restartWith(RunningExchange.sessions("BROKER1", "BROKER2", "BROKER3"));
    trades.addAll(fill(broker2, "T", 1));

    broker1 = RawClient.connect(exchange.port(), "BROKER1").from(next);
    assertThat(broker1.ask(LOGON).only(35, 34)).isEqualTo("35=A|34=4");

    assertThat(broker1.receive().only(35, 34)).isEqualTo("35=2|34=5"); // a Logout is not journaled
    assertThat(trades(reports(broker1, 6, 3))).isEqualTo(trades);
  }

  @Test
  void shouldBeginAnewWithEachLogonWhereSet() throws Exception {
    broker1.logOut();
    restartWith(settings("ResetOnLogon"));
    broker1 = first(exchange.port(), "BROKER1");
    rest(broker1, limit("Y", BUY, 1, "9.98"));
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 2);

    broker1 = first(exchange.port(), "BROKER1");

    assertThat(trades(reports(broker1, 2, 2))).isEqualTo(trades);
    broker1.expectSilence();
  }

  @Test
  void shouldBeginAnewAfterLogoutWhereSet() throws Exception {
    restartWith(settings("ResetOnLogout"));
    reset();
    reports(broker1, 2, 1);
    rest(broker1, limit("Y", BUY, 1, "9.98"));
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 2);

    broker1 = first(exchange.port(), "BROKER1");

    List<FixText> reports = reports(broker1, 2, 2);
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(possResends(reports)).containsExactly("", "");
    broker1.expectSilence();
  }

  @Test
  void shouldBeginAnewAfterDisconnectWhereSet() throws Exception {
    broker1.logOut();
    restartWith(settings("ResetOnDisconnect"));
    reset();
    FixText other = rest(broker1, limit("Y", BUY, 1, "9.98"));
    broker1.vanish();
    awaitMillis(300);
    List<String> trades = fill(broker2, "S", 2);

    broker1 = retry(() -> first(exchange.port(), "BROKER1"));

    List<FixText> reports = reports(broker1, 2, 3);
    assertThat(reports.get(0).only(97, 17)).isEqualTo("97=Y|17=" + other.get(17));
    assertThat(possResends(reports)).containsExactly("Y", "", "");
    assertThat(trades(reports.subList(1, 3))).isEqualTo(trades);
    broker1.expectSilence();
  }

  @Test
  void shouldSendManyInOrderWhileOthersTrade() throws Exception {
    broker1.logOut();
    List<String> trades = fill(broker2, "S", 1000);
    CompletableFuture<List<String>> more =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return fill(broker2, "T", 300);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });

    reset();

    List<FixText> reports = reports(broker1, 2, 1300);
    trades.addAll(more.join());
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(possResends(reports)).containsOnly("");
    assertThat(broker2.ask(limit("Z", SELL, 1, "10.01")).get(150)).isEqualTo("0");
  }

  private void reset() {
    broker1 = retry(() -> SessionClients.reset(exchange.port(), "BROKER1"));
  }

  private void crash() throws Exception {
    exchange.continueOnCopy();
    exchange.stop();
    exchange.start();
  }

  private static void awaitMillis(long millis) {
    await().pollDelay(millis, MILLISECONDS).until(() -> true);
  }

  private static String settings(String key) throws Exception {
    return RunningExchange.sessions("BROKER1", "BROKER2", "BROKER3")
        .replace(key + "=N", key + "=Y");
  }

  private void restartWith(String settings) throws Exception {
    Path file = exchange.data().resolveSibling("config").resolve("fix.cfg");
    broker2.logOut();
    exchange.stop();
    Files.writeString(file, settings);
    exchange.start();
    broker2 = SessionClients.reset(exchange.port(), "BROKER2");
  }
}
