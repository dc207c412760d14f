package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.model.TradingRules;
import org.junit.jupiter.api.Test;

/** Orders that are collected, and what is told of the auction and its trades. */
class AuctionTest extends OneVenue {
  private static final int[] FILL = {11, 150, 39, 31, 32, 14, 151};
  private static final TradingRules VOLATILE = new TradingRules(1000, 0, 500, 200, 0, false, false);

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return super.prepared(plain).withTrading("XYZ", VOLATILE);
  }

  private static String terms(String clOrdId, String side, int quantity, String terms) {
    return order(clOrdId, "ABC", side, Integer.toString(quantity), terms);
  }

  @Test
  void shouldTradeAllAtOnePrice() throws Exception {
    controls.phase("ABC", "opening-auction");
    rest(broker1, limit("B1", BUY, 10, "10.10"));
    rest(broker1, limit("B2", BUY, 10, "10.05"));
    rest(broker2, limit("S1", SELL, 10, "10.00"));
    rest(broker2, limit("S2", SELL, 5, "10.05"));
    assertThat(broker1.reports()).isEmpty();

    controls.phase("ABC", "continuous");

    assertThat(broker1.reports())
        .extracting(report -> report.only(FILL))
        .containsExactly(
            "11=B1|150=F|39=2|31=10.05|32=10|14=10|151=0",
            "11=B2|150=F|39=1|31=10.05|32=5|14=5|151=5");
    assertThat(broker2.reports())
        .extracting(report -> report.only(FILL))
        .containsExactly(
            "11=S1|150=F|39=2|31=10.05|32=10|14=10|151=0",
            "11=S2|150=F|39=2|31=10.05|32=5|14=5|151=0");
  }

  @Test
  void shouldNotSayWhoWasFirst() throws Exception {
    controls.phase("ABC", "intraday-auction");
    rest(broker1, limit("B", BUY, 10, "10.00"));
    rest(broker2, limit("S", SELL, 10, "10.00"));

    controls.phase("ABC", "continuous");

    FixText bought = broker1.receive();
    FixText sold = broker2.receive();
    assertThat(bought.has(851)).isFalse();
    assertThat(sold.has(851)).isFalse();
    assertThat(bought.get(527)).isNotEmpty().isEqualTo(sold.get(527));
  }

  @Test
  void shouldTradeMarketOrdersFirstAndCancelWhatIsLeftOfThem() throws Exception {
    controls.phase("ABC", "opening-auction");
    rest(broker1, limit("LIMIT", BUY, 10, "10.00"));
    rest(broker1, terms("MARKET", BUY, 10, "|40=1"));
    rest(broker1, terms("NOBODY", BUY, 10, "|40=1"));
    rest(broker2, limit("S", SELL, 15, "10.00"));

    controls.phase("ABC", "continuous");

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 31, 14, 151))
        .containsExactly(
            "11=MARKET|150=F|39=2|31=10.00|14=10|151=0",
            "11=NOBODY|150=F|39=1|31=10.00|14=5|151=5",
            "11=NOBODY|150=4|39=4|14=5|151=0");
    assertThat(broker1.ask(cancel("C", "LIMIT", BUY)).only(150, 39)).isEqualTo("150=4|39=4");
  }

  @Test
  void shouldGiveWhatIsLeftOfMarketToLimitThePriceOfTheAuction() throws Exception {
    controls.phase("ABC", "opening-auction");
    rest(broker1, terms("X", BUY, 10, "|40=K"));
    rest(broker2, limit("S", SELL, 4, "10.00"));

    controls.phase("ABC", "continuous");

    assertThat(broker1.reports())
        .extracting(report -> report.only(150, 39, 40, 44, 151))
        .containsExactly("150=F|39=1|40=K|151=6", "150=D|39=1|40=2|44=10.00|151=6");
  }

  @Test
  void shouldEndWhatIsForTheOpeningWithTheOpening() throws Exception {
    controls.phase("ABC", "pre-open");
    rest(broker1, terms("X", BUY, 10, "|40=2|44=10.00|59=2"));
    rest(broker2, limit("S", SELL, 4, "10.00"));
    controls.phase("ABC", "opening-auction");
    assertThat(broker1.reports()).isEmpty();

    controls.phase("ABC", "continuous");

    assertThat(broker1.reports())
        .extracting(report -> report.only(150, 39, 59, 14, 151))
        .containsExactly("150=F|39=1|59=2|14=4|151=6", "150=4|39=4|59=2|14=4|151=0");
  }

  @Test
  void shouldKeepWhatIsForTheCloseOutOfTheBookUntilThen() throws Exception {
    rest(broker1, terms("X", BUY, 10, "|40=1|59=7"));
    broker2.ask(terms("NOW", SELL, 10, "|40=2|44=10.00|59=3"));
    assertThat(broker2.receive().only(11, 150)).isEqualTo("11=NOW|150=4");
    controls.phase("ABC", "closing-auction");
    rest(broker2, limit("S", SELL, 4, "10.00"));

    controls.phase("ABC", "closed");

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 31, 14, 151))
        .containsExactly("11=X|150=F|39=1|31=10.00|14=4|151=6", "11=X|150=4|39=4|14=4|151=0");
  }

  @Test
  void shouldTellSubscribersWhatTheAuctionWouldGive() throws Exception {
    controls.phase("ABC", "opening-auction");
    assertThat(broker1.ask("35=e|324=Q|55=ABC|263=1").only(35, 324, 55, 325, 326))
        .isEqualTo("35=f|324=Q|55=ABC|325=N|326=22");
    rest(broker2, limit("B", BUY, 10, "10.10"));
    rest(broker2, limit("S", SELL, 4, "10.00"));

    FixText indication = broker1.receive();
    while (indication.get(330).isEmpty()) {
      indication = broker1.receive();
    }

    assertThat(indication.only(35, 324, 325, 326, 330, 331, 332, 333))
        .isEqualTo("35=f|324=Q|325=Y|326=5|330=4|331=4|332=10.10|333=10.10");
  }

  @Test
  void shouldTellSubscribersOfThePhases() throws Exception {
    broker1.ask("35=e|324=Q|55=ABC|263=1");

    controls.phase("ABC", "halted");
    controls.post("resume", "symbol", "ABC");

    assertThat(broker1.reports())
        .extracting(report -> report.only(35, 324, 325, 326))
        .containsExactly("35=f|324=Q|325=Y|326=2", "35=f|324=Q|325=Y|326=17");
  }

  @Test
  void shouldHoldAnAuctionInsteadOfATradeFarFromTheLast() throws Exception {
    rest(broker2, order("S1", "XYZ", SELL, "100", "|40=2|44=10.00"));
    rest(broker2, order("S2", "XYZ", SELL, "100", "|40=2|44=10.55"));
    broker1.ask("35=e|324=Q|55=XYZ|263=1");

    broker1.ask(order("B", "XYZ", BUY, "200", "|40=2|44=10.55"));

    List<FixText> told = new ArrayList<>();
    await()
        .until(
            () -> {
              told.addAll(broker1.reports());
              return told.stream().anyMatch(report -> report.get(326).equals("17"));
            });
    assertThat(told)
        .filteredOn(report -> report.get(35).equals("8"))
        .extracting(report -> report.only(11, 150, 39, 31, 14))
        .containsExactly("11=B|150=F|39=1|31=10.00|14=100", "11=B|150=F|39=2|31=10.55|14=200");
    assertThat(told)
        .filteredOn(report -> report.get(35).equals("f"))
        .extracting(report -> report.get(326))
        .startsWith("5")
        .endsWith("17");
  }
}
