package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.change;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import org.bourse.exchange.RunningExchange;
import org.bourse.exchange.model.TradingRules;
import org.junit.jupiter.api.Test;

/** Stop and stop-limit orders: what their owner is told, and when they trade. */
class StopOrderTest extends OneVenue {
  private static final int[] STATE = {11, 150, 39, 378, 40, 44, 99, 14, 151, 31};
  private static final TradingRules BY_QUOTE = new TradingRules(0, 0, 0, 0, 0, true, false);

  @Override
  RunningExchange prepared(RunningExchange plain) throws Exception {
    return super.prepared(plain).withTrading("FRAC", BY_QUOTE);
  }

  private static String stop(String clOrdId, String side, String stopPx) {
    return order(clOrdId, "ABC", side, "10", "|40=3|99=" + stopPx);
  }

  /** Has broker 2 trade 1 with itself at a price. */
  private void tradeAt(String price) throws Exception {
    String name = "T" + broker2.nextOut();
    broker2.ask(limit(name + "s", SELL, 1, price));
    broker2.ask(limit(name + "b", BUY, 1, price));
    broker2.reports();
  }

  @Test
  void shouldWaitUntilATradeReachesTheStopPrice() throws Exception {
    rest(broker2, limit("S", SELL, 10, "10.10"));
    rest(broker1, stop("X", BUY, "10.05"));
    tradeAt("10.04");
    assertThat(broker1.reports()).isEmpty();

    tradeAt("10.05");

    assertThat(broker1.reports())
        .extracting(report -> report.only(STATE))
        .containsExactly(
            "11=X|150=D|39=0|378=99|40=3|99=10.05|14=0|151=10",
            "11=X|150=F|39=2|40=3|99=10.05|14=10|151=0|31=10.10");
  }

  @Test
  void shouldTriggerSellStopByTradeBelow() throws Exception {
    rest(broker2, limit("B", BUY, 10, "9.80"));
    rest(broker1, stop("X", SELL, "9.95"));

    tradeAt("9.94");

    assertThat(broker1.reports())
        .extracting(report -> report.only(STATE))
        .containsExactly(
            "11=X|150=D|39=0|378=99|40=3|99=9.95|14=0|151=10",
            "11=X|150=F|39=2|40=3|99=9.95|14=10|151=0|31=9.80");
  }

  @Test
  void shouldTriggerAtOnceWhatIsReachedAlready() throws Exception {
    tradeAt("10.05");
    rest(broker2, limit("S", SELL, 10, "10.10"));

    rest(broker1, stop("X", BUY, "10.05"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39))
        .containsExactly("11=X|150=D|39=0", "11=X|150=F|39=2");
  }

  @Test
  void shouldCancelWhatATriggeredStopDoesNotFind() throws Exception {
    rest(broker1, stop("X", BUY, "10.05"));

    tradeAt("10.05");

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 151))
        .containsExactly("11=X|150=D|39=0|151=10", "11=X|150=4|39=4|151=0");
  }

  @Test
  void shouldRestTriggeredStopLimitAtItsLimit() throws Exception {
    rest(broker1, order("X", "ABC", BUY, "10", "|40=4|44=10.06|99=10.05"));
    rest(broker2, limit("S", SELL, 4, "10.06"));

    tradeAt("10.05");

    assertThat(broker1.reports())
        .extracting(report -> report.only(STATE))
        .containsExactly(
            "11=X|150=D|39=0|378=99|40=4|44=10.06|99=10.05|14=0|151=10",
            "11=X|150=F|39=1|40=4|44=10.06|99=10.05|14=4|151=6|31=10.06");
    broker2.ask(limit("S2", SELL, 6, "10.00"));
    assertThat(broker1.receive().only(11, 150, 39, 31)).isEqualTo("11=X|150=F|39=2|31=10.06");
  }

  @Test
  void shouldTriggerInTheOrderOfTimeAndThenWhatThoseTrigger() throws Exception {
    rest(broker1, stop("LATER", BUY, "10.06"));
    rest(broker1, stop("FIRST", BUY, "10.05"));
    rest(broker1, stop("SECOND", BUY, "10.05"));
    rest(broker2, limit("S1", SELL, 10, "10.06"));
    rest(broker2, limit("S2", SELL, 20, "10.07"));

    tradeAt("10.05");

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 31))
        .containsExactly(
            "11=FIRST|150=D",
            "11=FIRST|150=F|31=10.06",
            "11=SECOND|150=D",
            "11=SECOND|150=F|31=10.07",
            "11=LATER|150=D",
            "11=LATER|150=F|31=10.07");
  }

  @Test
  void shouldCancelStopThatWaits() throws Exception {
    rest(broker1, stop("X", BUY, "10.05"));
    assertThat(broker1.ask(cancel("C", "X", BUY)).only(11, 41, 150, 39, 99, 151))
        .isEqualTo("11=C|41=X|150=4|39=4|99=10.05|151=0");

    tradeAt("10.05");

    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldWaitForTheStopPriceOfTheReplace() throws Exception {
    rest(broker1, stop("X", BUY, "10.05"));
    assertThat(broker1.ask(change("Y", "X", BUY, 10, "|40=3|99=10.20")).only(STATE))
        .isEqualTo("11=Y|150=5|39=0|40=3|99=10.20|14=0|151=10");

    tradeAt("10.10");

    assertThat(broker1.reports()).isEmpty();
  }

  @Test
  void shouldNotChangeTheStopPriceOfATriggeredOrder() throws Exception {
    rest(broker1, order("X", "ABC", BUY, "10", "|40=4|44=10.06|99=10.05"));
    tradeAt("10.05");
    broker1.reports();

    assertThat(broker1.ask(change("Y", "X", BUY, 10, "|40=4|44=10.06|99=10.04")).only(35, 102))
        .isEqualTo("35=9|102=2");
    assertThat(broker1.ask(change("Z", "X", BUY, 10, "|40=4|44=10.07|99=10.05")).only(35, 150, 44))
        .isEqualTo("35=8|150=5|44=10.07");
  }

  @Test
  void shouldTriggerByTheBestPriceOfTheOtherSideWhereTheInstrumentSaysSo() throws Exception {
    rest(broker1, order("X", "FRAC", BUY, "1", "|40=3|99=10.05"));

    broker2.ask(order("S", "FRAC", SELL, "1", "|40=2|44=10.05"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 150, 39, 31))
        .containsExactly("11=X|150=D|39=0", "11=X|150=F|39=2|31=10.0500");
  }
}
