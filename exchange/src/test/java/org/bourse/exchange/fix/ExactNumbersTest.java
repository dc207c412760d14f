package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices and quantities come out as they went in, and averages to the last place. */
class ExactNumbersTest extends OneExchange {

  @ParameterizedTest
  @CsvSource({
    "ABC, 10.01, 10.01, 7, 7",
    "ABC, 10.010, 10.01, 7.000, 7",
    "ABC, 0010.01, 10.01, 0007, 7",
    "ABC, 10, 10.00, 7., 7",
    "ABC, .01, 0.01, 1, 1",
    "ABC, 1.1, 1.10, 1, 1",
    "ABC, 0.29, 0.29, 1, 1",
    "ABC, 999999.99, 999999.99, 999999999, 999999999",
    "FRAC, 0.0001, 0.0001, 0.001, 0.001",
    "FRAC, 0.3, 0.3000, 0.1, 0.100",
    "FRAC, 123456.7891, 123456.7891, 999999.999, 999999.999",
    "XYZ, 10.05, 10.05, 300, 300",
    "BIG, 999999999999999, 999999999999999, 999999999999999, 999999999999999",
  })
  void shouldRepeatPriceAndQuantityExactly(
      String symbol, String price, String shownPrice, String quantity, String shownQuantity)
      throws Exception {
    FixText taken = rest(broker1, order("X", symbol, BUY, quantity, "|40=2|44=" + price));

    assertThat(taken.only(44, 38, 151))
        .isEqualTo("44=" + shownPrice + "|38=" + shownQuantity + "|151=" + shownQuantity);
  }

  @ParameterizedTest
  @CsvSource({
    "10.01, 1, 10.02, 2, 10.01666667",
    "10.00, 1, 10.01, 2, 10.00666667",
    "10.01, 1, 10.02, 1, 10.015",
    "10.01, 3, 10.01, 4, 10.01",
    "0.01, 1, 0.02, 6, 0.01857143",
    "10.00, 1, 20.00, 1, 15.00",
  })
  void shouldAverageFillsAtDifferentPrices(
      String price1, long quantity1, String price2, long quantity2, String average)
      throws Exception {
    rest(broker2, limit("S", SELL, quantity1, price1));
    rest(broker2, limit("T", SELL, quantity2, price2));
    rest(broker1, limit("X", BUY, quantity1 + quantity2, price2));

    assertThat(broker1.receive().only(31, 32, 6))
        .isEqualTo("31=" + price1 + "|32=" + quantity1 + "|6=" + price1);
    assertThat(broker1.receive().only(31, 32, 6))
        .isEqualTo("31=" + price2 + "|32=" + quantity2 + "|6=" + average);
  }

  @Test
  void shouldAverageWhereSumTakesMoreThan64Bits() throws Exception {
    rest(broker2, order("S", "BIG", SELL, "333333333333333", "|40=2|44=999999999999998"));
    rest(broker2, order("T", "BIG", SELL, "333333333333333", "|40=2|44=999999999999999"));
    rest(broker1, order("X", "BIG", BUY, "666666666666666", "|40=2|44=999999999999999"));

    assertThat(broker1.receive().only(6)).isEqualTo("6=999999999999998");
    assertThat(broker1.receive().only(14, 6)).isEqualTo("14=666666666666666|6=999999999999998.5");
  }

  @Test
  void shouldCarryAverageOverReplace() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));
    broker2.send(limit("S", SELL, 1, "10.01"));
    broker1.receive();
    assertThat(broker1.ask(OrderText.replace("Y", "X", BUY, 10, "10.02")).only(6, 14))
        .isEqualTo("6=10.01|14=1");
    broker2.send(limit("T", SELL, 2, "10.02"));

    assertThat(broker1.receive().only(6, 14)).isEqualTo("6=10.01666667|14=3");
  }
}
