package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.change;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.model.TradingRules;
import org.junit.jupiter.api.Test;

/** MinQty, post-only, market-to-limit and the protection of market orders: what counts on entry. */
class EntryTermsTest extends OneVenue {
  private static final TradingRules REPRICED = new TradingRules(0, 0, 0, 0, 0, false, true);
  private static final TradingRules PROTECTED = new TradingRules(0, 0, 0, 0, 100, false, false);
  private static final int[] STATE = {11, 150, 39, 40, 44, 14, 151, 31};

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return super.prepared(plain).withTrading("FRAC", REPRICED).withTrading("XYZ", PROTECTED);
  }

  @Test
  void shouldTradeAtLeastMinQtyAndRestTheRemainder() throws Exception {
    rest(broker2, limit("S", SELL, 5, "10.00"));

    FixText taken = broker1.ask(order("X", "ABC", BUY, "10", "|40=2|44=10.00|110=5"));

    assertThat(taken.only(150, 39, 110)).isEqualTo("150=0|39=0|110=5");
    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 14, 151, 110))
        .containsExactly("11=X|150=F|39=1|14=5|151=5|110=5");
    broker2.ask(limit("S2", SELL, 1, "10.00"));
    assertThat(broker1.receive().only(150, 39, 32)).isEqualTo("150=F|39=1|32=1");
  }

  @Test
  void shouldNotTradeWhereThereIsLessThanMinQty() throws Exception {
    rest(broker2, limit("S", SELL, 4, "10.00"));

    broker1.ask(order("X", "ABC", BUY, "10", "|40=2|44=10.00|110=5|59=3"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 14, 151))
        .containsExactly("11=X|150=4|39=4|14=0|151=0");
    assertThat(broker2.reports()).isEmpty();
  }

  @Test
  void shouldRefuseOtherMinQtyOnReplace() throws Exception {
    rest(broker2, limit("S", SELL, 5, "10.00"));
    broker1.ask(order("X", "ABC", BUY, "10", "|40=2|44=10.00|110=5"));
    broker1.reports();

    assertThat(broker1.ask(change("Y", "X", BUY, 10, "|40=2|44=9.99|110=6")).only(35, 102))
        .isEqualTo("35=9|102=2");
    assertThat(broker1.ask(change("Z", "X", BUY, 10, "|40=2|44=9.99|110=5")).only(150, 39, 44, 110))
        .isEqualTo("150=5|39=1|44=9.99|110=5");
  }

  @Test
  void shouldRestPostOnlyThatDoesNotTrade() throws Exception {
    rest(broker2, limit("S", SELL, 10, "10.01"));

    FixText taken = rest(broker1, order("X", "ABC", BUY, "10", "|40=2|44=10.00|18=6"));

    assertThat(taken.only(18, 44)).isEqualTo("18=6|44=10.00");
    broker2.ask(limit("S2", SELL, 10, "10.00"));
    assertThat(broker1.receive().only(150, 39, 851)).isEqualTo("150=F|39=2|851=1");
  }

  @Test
  void shouldGivePostOnlyTheNextPriceWhereTheInstrumentSaysSo() throws Exception {
    rest(broker2, order("S", "FRAC", SELL, "1", "|40=2|44=10.0000"));

    rest(broker1, order("X", "FRAC", BUY, "1", "|40=2|44=10.0005|18=6"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 378, 44, 151))
        .containsExactly("11=X|150=D|39=0|378=3|44=9.9999|151=1.000");
    assertThat(broker2.reports()).isEmpty();
  }

  @Test
  void shouldRefuseReplaceThatWouldHavePostOnlyTrade() throws Exception {
    rest(broker2, limit("S", SELL, 10, "10.01"));
    rest(broker1, order("X", "ABC", BUY, "10", "|40=2|44=10.00|18=6"));

    assertThat(broker1.ask(change("Y", "X", BUY, 10, "|40=2|44=10.01|18=6")).only(35, 39, 102))
        .isEqualTo("35=9|39=0|102=2");
    assertThat(broker1.ask(change("Z", "X", BUY, 10, "|40=2|44=10.01")).only(35, 150))
        .isEqualTo("35=8|150=5");
    assertThat(broker1.receive().only(150, 39, 31)).isEqualTo("150=F|39=2|31=10.01");
  }

  @Test
  void shouldRestWhatIsLeftOfMarketToLimitAtTheLastPrice() throws Exception {
    rest(broker2, limit("S1", SELL, 4, "10.00"));
    rest(broker2, limit("S2", SELL, 4, "10.01"));

    rest(broker1, order("X", "ABC", BUY, "10", "|40=K"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(STATE))
        .last()
        .isEqualTo("11=X|150=D|39=1|40=2|44=10.01|14=8|151=2");
    broker2.ask(limit("S3", SELL, 2, "10.00"));
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("11=X|150=F|39=2|40=2|44=10.01|14=10|151=0|31=10.01");
  }

  @Test
  void shouldCancelMarketToLimitThatFindsNobody() throws Exception {
    rest(broker1, order("X", "ABC", BUY, "10", "|40=K"));

    assertThat(broker1.receive().only(150, 39, 14, 151)).isEqualTo("150=4|39=4|14=0|151=0");
  }

  @Test
  void shouldKeepMarketOrderWithinTheProtection() throws Exception {
    rest(broker2, order("S1", "XYZ", SELL, "100", "|40=2|44=10.00"));
    rest(broker2, order("S2", "XYZ", SELL, "100", "|40=2|44=10.10"));
    rest(broker2, order("S3", "XYZ", SELL, "100", "|40=2|44=10.15"));

    broker1.ask(order("X", "XYZ", BUY, "300", "|40=1"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(150, 39, 31, 14, 151))
        .containsExactly(
            "150=F|39=1|31=10.00|14=100|151=200",
            "150=F|39=1|31=10.10|14=200|151=100",
            "150=4|39=4|14=200|151=0");
  }
}
