package org.bourse.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.bourse.exchange.fix.FixText;
import org.bourse.exchange.fix.OrderText;
import org.bourse.exchange.fix.SteadyClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of a day, and started in the next. */
class KilledTradingDayTest {
  private static final String SCHEDULE =
      """
      groups:
        main:
          time-zone: America/New_York
          phases:
            - {at: 08:00, phase: opening-auction}
            - {at: 09:30, phase: continuous}
            - {at: 15:55, phase: closing-auction}
            - {at: 16:00, phase: closed}
      """;

  @Test
  void shouldCloseTheDayAndBeginTheNext(@TempDir Path folder) throws Exception {
    ProcessFolder files = ProcessFolder.in(folder);
    files.instruments("{symbol: ABC, tick: 0.01, group: main}");
    Files.writeString(files.config().resolve("schedule.yaml"), SCHEDULE);
    try (ExchangeProcess first = ExchangeProcess.open(files)) {
      assertThat(first.terminate()).isZero();
    }
    BusinessTime.set(files.data(), "2030-01-07T13:30:00Z"); // Monday, 08:30 in New York
    try (SteadyClient buyer = new SteadyClient("FIRM1");
        SteadyClient seller = new SteadyClient("FIRM2")) {
      try (ExchangeProcess killed = ExchangeProcess.open(files)) {
        buyer.connect(files.port());
        seller.connect(files.port());
        enter(buyer, "auction", BUY, "|44=10.02");
        enter(buyer, "day", BUY, "|44=10.00");
        enter(buyer, "gtc", BUY, "|44=10.01|59=1");
        enter(seller, "offer", SELL, "|44=10.02");
        killed.kill();
      }
      buyer.close();
      seller.close();
      BusinessTime.pass(files.data(), Duration.ofHours(25)); // Tuesday, 09:30

      try (ExchangeProcess second = ExchangeProcess.open(files)) {
        buyer.connect(files.port());
        seller.connect(files.port());

        assertThat(report(buyer, "auction", "F").get(31)).isEqualTo("10.02");
        assertThat(report(seller, "offer", "F").get(31)).isEqualTo("10.02");
        assertThat(report(buyer, "day", "C").get(39)).isEqualTo("C");
        FixText restated = report(buyer, "gtc", "D");
        assertThat(restated.get(378)).isEqualTo("1");
        assertThat(restated.get(424)).isEqualTo("10");
        enter(seller, "hit", SELL, "|44=10.01");
        assertThat(report(buyer, "gtc", "F").get(31)).isEqualTo("10.01");
        assertThat(second.err()).isEmpty();
      }
    }
  }

  private static void enter(SteadyClient client, String clOrdId, String side, String terms)
      throws IOException {
    client.send(OrderText.order(clOrdId, "ABC", side, "10", "|40=2" + terms));
    assertThat(new Orders(client).answerTo(clOrdId).get(150)).as(clOrdId).isEqualTo("0");
  }

  private static FixText report(SteadyClient client, String clOrdId, String execType) {
    return client.await(
        "report " + execType + " on " + clOrdId,
        m -> m.get(11).equals(clOrdId) && m.get(150).equals(execType));
  }
}
