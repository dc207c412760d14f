package org.bourse.exchange;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.bourse.exchange.command.Control;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.model.ControlKind;
import org.bourse.exchange.model.TradingPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days that a schedule leads through, by a clock that is set forward. 2030-01-07 is a Monday. */
class TradingDayTest {
  private static final String MONDAY = "2030-01-07T";
  private static final String TUESDAY = "2030-01-08T";

  @Test
  void shouldRefuseOrdersWhileClosed(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "06:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);

      assertThat(venue.buy("early", "ABC", 1, "40=2|44=10.00").get(39)).isEqualTo("8");
    }
  }

  @Test
  void shouldAlwaysTradeWhatHasNoGroup(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "03:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);
      assertThat(venue.phase("24H")).isEqualTo(TradingPhase.CONTINUOUS);

      venue.buy("night", "24H", 1, "40=2|44=10.00");
      venue.sell("owl", "24H", 1, "40=2|44=10.00");

      assertThat(venue.boughtReport("night", "F").get(31)).isEqualTo("10.00");
    }
  }

  @Test
  void shouldTradeInTheOpeningAuctionWhatWasCollected(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "06:00:00Z")) {
      venue.setClock(MONDAY + "07:00:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.PRE_OPEN);
      assertThat(venue.buy("bid", "ABC", 100, "40=2|44=10.10").get(150)).isEqualTo("0");
      venue.setClock(MONDAY + "08:50:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.OPENING_AUCTION);
      assertThat(venue.sell("offer", "ABC", 60, "40=2|44=10.00|59=2").get(150)).isEqualTo("0");
      assertThat(venue.sell("ioc", "ABC", 60, "40=2|44=10.00|59=3").get(150)).isEqualTo("8");
      assertThat(venue.boughtReports("F")).isZero();

      venue.setClock(MONDAY + "09:00:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);

      FixText bought = venue.boughtReport("bid", "F");
      FixText sold = venue.soldReport("offer", "F");
      assertThat(values(bought, 31, 32, 39, 151)).isEqualTo("10.10 60 1 40");
      assertThat(values(sold, 31, 32, 39, 151)).isEqualTo("10.10 60 2 0");
      assertThat(bought.get(527)).isEqualTo(sold.get(527));
    }
  }

  @Test
  void shouldExpireDayOrdersAfterTheClosingAuction(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "09:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.buy("bid", "ABC", 100, "40=2|44=10.10");
      assertThat(venue.sell("at close", "ABC", 30, "40=1|59=7").get(150)).isEqualTo("0");
      venue.setClock(MONDAY + "17:30:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSING_AUCTION);
      assertThat(venue.boughtReports("F")).isZero();

      venue.setClock(MONDAY + "17:35:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);

      assertThat(values(venue.boughtReport("bid", "F"), 31, 32, 39)).isEqualTo("10.10 30 1");
      assertThat(values(venue.boughtReport("bid", "C"), 39, 14, 151)).isEqualTo("C 30 0");
      assertThat(venue.soldReport("at close", "F").get(39)).isEqualTo("2");
    }
  }

  @Test
  void shouldCarryGoodTillCanceledOrdersToTheNextDay(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "09:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.buy("gtc", "XYZ", 50, "40=2|44=9.50|59=1");
      venue.sell("today", "XYZ", 20, "40=2|44=9.50");
      venue.boughtReport("gtc", "F");
      venue.setClock(MONDAY + "17:35:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);

      venue.setClock(TUESDAY + "07:00:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.PRE_OPEN);

      FixText restated = venue.boughtReport("gtc", "D");
      assertThat(values(restated, 378, 39, 38, 14, 151)).isEqualTo("1 1 50 20 30");
      assertThat(values(restated, 424, 425, 426)).isEqualTo("30 0 0");
      assertThat(venue.state().businessDate()).isEqualTo(20300108);
      venue.setClock(TUESDAY + "09:00:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.sell("tomorrow", "XYZ", 10, "40=2|44=9.40");
      await()
          .atMost(20, SECONDS)
          .pollInterval(5, MILLISECONDS)
          .until(() -> venue.boughtReports("F") == 2);
      assertThat(venue.boughtReports("C")).isZero();
    }
  }

  @Test
  void shouldKeepAHaltUntilItIsResumedOrTheDayEnds(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "09:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.control(Control.of(ControlKind.PHASE).instrument(0).code(TradingPhase.HALTED.code()));

      venue.setClock(MONDAY + "17:30:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.HALTED);
      assertThat(venue.phase("XYZ")).isEqualTo(TradingPhase.CLOSING_AUCTION);

      venue.control(Control.of(ControlKind.RESUME).instrument(0));
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSING_AUCTION);
    }
  }

  @Test
  void shouldMakeUpAfterAKillForWhatWasDueMeanwhile(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "09:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.buy("day", "ABC", 10, "40=2|44=10.00");
      venue.buy("gtc", "ABC", 10, "40=2|44=10.00|59=1");
      venue.buy("gtd", "ABC", 10, "40=2|44=10.00|59=6|432=20300108");
      venue.kill();
      venue.stayDown(Duration.ofHours(49));

      venue.startAgain();

      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      assertThat(venue.state().businessDate()).isEqualTo(20300109);
      assertThat(venue.boughtReport("day", "C").get(39)).isEqualTo("C");
      assertThat(venue.boughtReport("gtd", "C").get(39)).isEqualTo("C");
      assertThat(values(venue.boughtReport("gtc", "D"), 378, 39, 424)).isEqualTo("1 0 10");
      venue.sell("offer", "ABC", 10, "40=2|44=10.00");
      assertThat(venue.boughtReport("gtc", "F").get(39)).isEqualTo("2");
      assertThat(venue.boughtReports("D")).isOne();
    }
  }

  @Test
  void shouldUncrossAfterAKillInTheAuctionThatWasMissed(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "08:50:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.OPENING_AUCTION);
      venue.buy("bid", "ABC", 10, "40=2|44=10.00");
      venue.sell("offer", "ABC", 10, "40=2|44=10.00");
      venue.kill();
      venue.stayDown(Duration.ofHours(1));

      venue.startAgain();

      assertThat(venue.boughtReport("bid", "F").get(31)).isEqualTo("10.00");
      assertThat(venue.soldReport("offer", "F").get(31)).isEqualTo("10.00");
    }
  }

  @Test
  void shouldKeepThePhaseOfAnOperatorOverARestart(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "09:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.control(
          Control.of(ControlKind.PHASE).instrument(0).code(TradingPhase.INTRADAY_AUCTION.code()));
      venue.kill();

      venue.startAgain();

      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.INTRADAY_AUCTION);
      assertThat(venue.phase("XYZ")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.setClock(MONDAY + "17:30:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSING_AUCTION);
    }
  }

  @Test
  void shouldGoBackWithTheClock(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "18:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);

      venue.setClock(MONDAY + "10:00:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      venue.setClock(MONDAY + "17:35:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);
      venue.setClock(TUESDAY + "09:00:00Z");
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
      assertThat(venue.state().businessDate()).isEqualTo(20300108);
    }
  }

  @Test
  void shouldAlwaysTradeWhereTheScheduleIsGone(@TempDir Path folder) throws Exception {
    try (ScheduledExchange venue = ScheduledExchange.startAt(folder, MONDAY + "06:00:00Z")) {
      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CLOSED);
      venue.kill();
      venue.forgetSchedule();

      venue.startAgain();

      assertThat(venue.phase("ABC")).isEqualTo(TradingPhase.CONTINUOUS);
    }
  }

  private static String values(FixText report, int... tags) {
    StringBuilder values = new StringBuilder();
    for (int tag : tags) {
      values.append(values.isEmpty() ? "" : " ").append(report.get(tag));
    }
    return values.toString();
  }
}
