package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.change;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;

import org.junit.jupiter.api.Test;

/** Orders that show less than they are: MaxFloor(111). */
class IcebergTest extends OneExchange {
  private static final int[] FILL = {11, 150, 39, 32, 14, 151, 111};

  private void restIceberg() throws Exception {
    FixText taken = rest(broker1, order("ICE", "ABC", SELL, "30", "|40=2|44=10.00|111=10"));
    assertThat(taken.only(38, 111, 151)).isEqualTo("38=30|111=10|151=30");
  }

  @Test
  void shouldPutTheRefilledPeakBehindAllOthersAtItsPrice() throws Exception {
    restIceberg();
    rest(broker1, limit("PLAIN", SELL, 10, "10.00"));

    broker2.ask(limit("B", BUY, 25, "10.00"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(FILL))
        .containsExactly(
            "11=ICE|150=F|39=1|32=10|14=10|151=20|111=10",
            "11=PLAIN|150=F|39=2|32=10|14=10|151=0",
            "11=ICE|150=F|39=1|32=5|14=15|151=15|111=10");
  }

  @Test
  void shouldKeepItsPlaceWhileThePeakLasts() throws Exception {
    restIceberg();
    rest(broker1, limit("PLAIN", SELL, 10, "10.00"));
    broker2.ask(limit("B1", BUY, 4, "10.00"));

    broker2.ask(limit("B2", BUY, 4, "10.00"));
    broker2.reports();

    assertThat(broker1.reports())
        .extracting(report -> report.only(FILL))
        .containsExactly(
            "11=ICE|150=F|39=1|32=4|14=4|151=26|111=10",
            "11=ICE|150=F|39=1|32=4|14=8|151=22|111=10");
  }

  @Test
  void shouldTradeAllThatItHidesWithOneOrder() throws Exception {
    restIceberg();

    broker2.ask(order("B", "ABC", BUY, "30", "|40=2|44=10.00|59=4"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(FILL))
        .containsExactly(
            "11=ICE|150=F|39=1|32=10|14=10|151=20|111=10",
            "11=ICE|150=F|39=1|32=10|14=20|151=10|111=10",
            "11=ICE|150=F|39=2|32=10|14=30|151=0|111=10");
  }

  @Test
  void shouldTradeAsAWholeWhenItComes() throws Exception {
    rest(broker2, limit("B", BUY, 25, "10.00"));
    restIceberg();

    assertThat(broker1.reports())
        .extracting(report -> report.only(FILL))
        .containsExactly("11=ICE|150=F|39=1|32=25|14=25|151=5|111=10");
  }

  @Test
  void shouldShowAsMuchAsAReplaceSays() throws Exception {
    restIceberg();
    assertThat(broker1.ask(change("ICE2", "ICE", SELL, 30, "|40=2|44=10.00|111=5")).only(FILL))
        .isEqualTo("11=ICE2|150=5|39=0|14=0|151=30|111=5");
    rest(broker1, limit("PLAIN", SELL, 10, "10.00"));

    broker2.ask(limit("B", BUY, 10, "10.00"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 32))
        .containsExactly("11=ICE2|32=5", "11=PLAIN|32=5");
  }

  @Test
  void shouldShowAllOfItselfAfterAReplaceWithoutMaxFloor() throws Exception {
    restIceberg();
    assertThat(broker1.ask(change("ICE2", "ICE", SELL, 30, "|40=2|44=10.00")).only(FILL))
        .isEqualTo("11=ICE2|150=5|39=0|14=0|151=30");
    rest(broker1, limit("PLAIN", SELL, 10, "10.00"));

    broker2.ask(limit("B", BUY, 30, "10.00"));

    assertThat(broker1.reports())
        .extracting(report -> report.only(11, 32))
        .containsExactly("11=ICE2|32=30");
  }
}
