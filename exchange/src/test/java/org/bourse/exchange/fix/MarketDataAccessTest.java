package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;

import java.nio.file.Path;
import org.bourse.exchange.RunningExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may have market data, and on which sessions. */
class MarketDataAccessTest {
  private static final String SUBSCRIBE =
      "35=V|262=S|263=1|264=0|265=1|267=3|269=0|269=1|269=2|146=1|55=ABC";

  private RunningExchange exchange;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    exchange = RunningExchange.in(folder);
    configure("market-data");
    exchange.start();
  }

  private void configure(String role) throws Exception {
    exchange.withParticipants(
        "  - {name: ONE, sessions: [BROKER1], users: [{name: ann, roles: [trader]}]}",
        "  - {name: TWO, sessions: [BROKER2], market-data-fields: standard, instruments: [ABC],",
        "     users: [{name: bob, roles: [" + role + "]}]}",
        "  - {name: THREE, sessions: [BROKER3]}");
  }

  @AfterEach
  void close() throws Exception {
    exchange.close();
  }

  @Test
  void shouldServeSessionThatIsForMarketDataAlone() throws Exception {
    try (RawClient reader = RawClient.loggedOn(exchange.port(), "BROKER2")) {
      assertThat(reader.ask(SUBSCRIBE).get(35)).isEqualTo("W");
      assertThat(reader.ask(limit("O", BUY, 1, "1.00")).only(35, 380)).isEqualTo("35=j|380=6");
    }
  }

  @Test
  void shouldRefuseWhoMayOnlyTrade() throws Exception {
    try (RawClient trader = RawClient.loggedOn(exchange.port(), "BROKER1")) {
      assertThat(trader.ask(SUBSCRIBE).only(35, 262, 281)).isEqualTo("35=Y|262=S|281=3");
    }
  }

  @Test
  void shouldRefuseInstrumentThatIsNotGranted() throws Exception {
    try (RawClient reader = RawClient.loggedOn(exchange.port(), "BROKER2")) {
      FixText refusal = reader.ask(SUBSCRIBE.replace("55=ABC", "55=XYZ"));
      assertThat(refusal.only(35, 262, 281)).isEqualTo("35=Y|262=S|281=3");
    }
  }

  /** RawClient holds each message against the plain FIX 4.4 dictionary. */
  @Test
  void shouldSendOnlyWhatThePlainDictionaryHasWhereAskedSo() throws Exception {
    try (RawClient reader = RawClient.loggedOn(exchange.port(), "BROKER2");
        RawClient both = RawClient.loggedOn(exchange.port(), "BROKER1")) {
      assertThat(reader.ask(SUBSCRIBE).body()).isEqualTo("35=W|262=S|55=ABC|268=0");
      both.ask(limit("B", BUY, 10, "10.00"));
      assertThat(reader.receive().body())
          .isEqualTo("35=X|262=S|268=1|279=0|269=0|55=ABC|270=10.00|271=10|346=1|290=1");
      both.ask(limit("S", SELL, 10, "10.00"));
      assertThat(reader.receive().bodyWithout(272, 273))
          .isEqualTo(
              "35=X|262=S|268=2|279=2|269=0|55=ABC|270=10.00|290=1"
                  + "|279=0|269=2|278=1|55=ABC|270=10.00|271=10");
      reader.send("35=V|262=O|263=0|264=0|266=N|267=1|269=0|146=1|55=ABC");
      assertThat(reader.receive().get(35)).isEqualTo("W");
    }
  }

  @Test
  void shouldTradeAndSubscribeOnOneSession() throws Exception {
    try (FeedSubscriber both = FeedSubscriber.loggedOn(exchange.port(), "BROKER3")) {
      both.send("V", SUBSCRIBE.substring(5));
      both.next("W");
      String order = limit("B", BUY, 10, "10.00");
      both.send("D", order.substring(5));
      String types = both.next().type() + both.next().type();
      assertThat(types).isIn("8X", "X8");
      assertThat(both.book("ABC").sides()).isEqualTo("[10@10.00/1] []");
    }
  }

  @Test
  void shouldEndSubscriptionOfWhomItIsTakenFrom() throws Exception {
    try (RawClient reader = RawClient.loggedOn(exchange.port(), "BROKER2")) {
      assertThat(reader.ask(SUBSCRIBE).get(35)).isEqualTo("W");
      configure("drop-copy");

      assertThat(reader.receive().only(35, 262, 281)).isEqualTo("35=Y|262=S|281=3");
      reader.expectSilence();
    }
  }
}
