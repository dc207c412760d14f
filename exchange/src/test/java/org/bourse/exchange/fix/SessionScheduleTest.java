package org.bourse.exchange.fix;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.status;
import static org.bourse.exchange.fix.SessionClients.LOGON;
import static org.bourse.exchange.fix.SessionClients.fill;
import static org.bourse.exchange.fix.SessionClients.first;
import static org.bourse.exchange.fix.SessionClients.possResends;
import static org.bourse.exchange.fix.SessionClients.reports;
import static org.bourse.exchange.fix.SessionClients.retry;
import static org.bourse.exchange.fix.SessionClients.trades;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session with hours, BROKER1's, beside one that has none. What QuickFIX/J documents of
 * StartTime, EndTime, StartDay, EndDay, TimeZone and NonStopSession.
 */
@SuppressWarnings("NullAway.Init")
class SessionScheduleTest {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int CLOSES = 8;
  private static final int OPENS = 11;

  private Path settings;
  private RunningExchange exchange;
  private RawClient broker1;
  private RawClient broker2;

  @BeforeEach
  void prepare(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    settings = folder.resolve("config").resolve("fix.cfg");
  }

  @AfterEach
  void close() throws Exception {
    exchange.close();
    if (broker1 != null) {
      broker1.close();
    }
    broker2.close();
  }

  @Test
  void shouldRefuseLogonOutsideHours() throws Exception {
    start(hours(3600, 7200));

    assertRefused();
    broker2.expectSilence();
  }

  @Test
  void shouldTakeHoursInTimeZone() throws Exception {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo");
    String hours = times(tokyo, -3600, 3600);
    start(hours + "TimeZone=UTC\n");
    assertRefused();
    restart(hours + "TimeZone=Asia/Tokyo\n");

    broker1 = SessionClients.reset(exchange.port(), "BROKER1");
    rest();
  }

  @Test
  void shouldBeginAnewEachDay() throws Exception {
    start("StartTime=00:00:00\nEndTime=00:00:00\n");
    stop(); // a first stop takes long, hours are of now
    start(hours(OPENS, CLOSES));

    tradeOverEndOfHours();
  }

  @Test
  void shouldBeginAnewEachWeek() throws Exception {
    start("StartTime=00:00:00\nEndTime=00:00:00\n");
    stop();
    start(hours(OPENS, CLOSES) + "StartDay=" + day(OPENS) + "\nEndDay=" + day(CLOSES) + "\n");

    tradeOverEndOfHours();
  }

  @Test
  void shouldNotBeOpenOnOtherDayOfWeek() throws Exception {
    int day = 24 * 3600;
    start(hours(-60, 60) + "StartDay=" + day(2 * day) + "\nEndDay=" + day(3 * day) + "\n");

    assertRefused();
  }

  private void tradeOverEndOfHours() throws Exception {
    broker1 = first(exchange.port(), "BROKER1");
    FixText taken = rest();
    fill(broker2, "S", 1);
    reports(broker1, 3, 1);

    FixText logout = broker1.receive();
    assertThat(logout.get(35)).isEqualTo("5");
    broker1.send("35=5");
    assertThat(broker1.isDropped()).isTrue();
    List<String> trades = fill(broker2, "T", 3);
    assertRefused();
    broker1 = retry(() -> first(exchange.port(), "BROKER1"));

    List<FixText> reports = reports(broker1, 2, 3);
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(possResends(reports)).containsExactly("", "", "");
    assertThat(broker1.ask(status("X", BUY)).only(34, 37, 14))
        .isEqualTo("34=5|37=" + taken.get(37) + "|14=4");
    broker1.expectSilence();
  }

  @Test
  void shouldKeepReportsOverRestartBetweenSessions() throws Exception {
    start(hours(-3600, 3600));
    broker1 = first(exchange.port(), "BROKER1");
    rest();
    broker1.logOut();
    List<String> trades = fill(broker2, "R", 1);
    restart(hours(3600, 7200));
    trades.addAll(fill(broker2, "S", 2));
    broker2.logOut();
    exchange.continueOnCopy();
    exchange.stop();
    start(hours(3600, 7200));
    trades.addAll(fill(broker2, "T", 1));
    restart(hours(-1, 3600));

    broker1 = first(exchange.port(), "BROKER1");

    List<FixText> reports = reports(broker1, 2, 4);
    assertThat(trades(reports)).isEqualTo(trades);
    assertThat(possResends(reports)).containsOnly("");
    broker1.expectSilence();
  }

  @Test
  void shouldSendWhatVanishedClientMayHaveHadInNextSession() throws Exception {
    start(hours(-3600, 3600));
    broker1 = first(exchange.port(), "BROKER1");
    FixText taken = rest();
    broker1.vanish();
    restart(hours(3600, 7200));
    List<String> trades = fill(broker2, "S", 1);
    restart(hours(-1, 3600));

    broker1 = first(exchange.port(), "BROKER1");

    List<FixText> reports = reports(broker1, 2, 2);
    assertThat(reports.get(0).only(97, 17)).isEqualTo("97=Y|17=" + taken.get(17));
    assertThat(possResends(reports)).containsExactly("Y", "");
    assertThat(trades(reports.subList(1, 2))).isEqualTo(trades);
  }

  @Test
  void shouldNotWriteMuchWhileClosed() throws Exception {
    start(hours(-3600, 3600));
    broker1 = first(exchange.port(), "BROKER1");
    rest();
    broker1.logOut();
    restart(hours(3600, 7200));
    fill(broker2, "S", 10);
    await().pollDelay(4000, MILLISECONDS).until(() -> true);
    exchange.stop();

    Path log = exchange.data().resolve("fix");
    try (Journal journal = Journal.open(log, 1 << 20, Storage.disk())) {
      assertThat(journal.nextSequence()).isLessThan(80);
    }
  }

  private FixText rest() throws Exception {
    FixText taken = broker1.ask(limit("X", BUY, 1000, "9.99"));
    assertThat(taken.only(35, 34, 150)).isEqualTo("35=8|34=2|150=0");
    return taken;
  }

  private void assertRefused() throws Exception {
    try (RawClient early = RawClient.connect(exchange.port(), "BROKER1")) {
      assertThat(early.ask(LOGON).get(35)).isEqualTo("5");
      assertThat(early.isDropped()).isTrue();
    }
  }

  private void start(String hours) throws Exception {
    String sessions = RunningExchange.sessions("BROKER2", "BROKER3");
    Files.writeString(
        settings, sessions + "[SESSION]\nTargetCompID=BROKER1\nNonStopSession=N\n" + hours);
    exchange.start();
    broker2 = SessionClients.reset(exchange.port(), "BROKER2");
  }

  private void restart(String hours) throws Exception {
    stop();
    start(hours);
  }

  private void stop() throws Exception {
    broker2.logOut();
    exchange.stop();
  }

  /** Hours that begin and end so many seconds from now. */
  private static String hours(int start, int end) {
    return times(ZoneOffset.UTC, start, end);
  }

  private static String times(ZoneId zone, int start, int end) {
    ZonedDateTime now = ZonedDateTime.now(zone);
    return "StartTime="
        + TIME.format(now.plusSeconds(start))
        + "\nEndTime="
        + TIME.format(now.plusSeconds(end))
        + "\n";
  }

  private static String day(int seconds) {
    return ZonedDateTime.now(ZoneOffset.UTC)
        .plusSeconds(seconds)
        .getDayOfWeek()
        .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }
}
