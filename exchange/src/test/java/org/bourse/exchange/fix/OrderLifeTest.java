package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.replace;

import org.junit.jupiter.api.Test;

/** FIX 4.4 Vol. 4, order state change matrices A and B, and the terms that end an order early. */
class OrderLifeTest extends OneExchange {
  private static final int[] STATE = {35, 11, 41, 150, 39, 38, 14, 151, 32};

  @Test
  void shouldReportFillsAsMatrixA1a() throws Exception {
    assertThat(broker1.ask(limit("X", BUY, 10_000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=X|150=0|39=0|38=10000|14=0|151=10000");
    for (int quantity : new int[] {2000, 1000, 7000}) {
      broker2.send(limit("S" + quantity, SELL, quantity, "10.01"));
    }

    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=X|150=F|39=1|38=10000|14=2000|151=8000|32=2000");
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=X|150=F|39=1|38=10000|14=3000|151=7000|32=1000");
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=X|150=F|39=2|38=10000|14=10000|151=0|32=7000");
  }

  @Test
  void shouldGiveAllFieldsOfTheReports() throws Exception {
    FixText taken = broker1.ask(limit("X", BUY, 10, "10.01") + "|1=ACC|58=a remark");
    broker2.ask(limit("Y", SELL, 4, "10.00"));
    FixText fill = broker1.receive();

    String orderId = taken.get(37);
    assertThat(taken.bodyWithout(17, 60))
        .isEqualTo(
            "35=8|37="
                + orderId
                + "|11=X|150=0|39=0|1=ACC|55=ABC|54=1|40=2|59=0|38=10|44=10.01|151=10|14=0|6=0");
    assertThat(fill.bodyWithout(17, 60, 527))
        .isEqualTo(
            "35=8|37="
                + orderId
                + "|11=X|150=F|39=1|1=ACC|55=ABC|54=1|40=2|59=0|38=10|44=10.01"
                + "|32=4|31=10.01|851=1|151=6|14=4|6=10.01");
  }

  @Test
  void shouldCancelZeroFilledOrderAsMatrixB1a() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10_000, "10.01"));

    FixText canceled = broker1.ask(cancel("Y", "X", BUY));

    assertThat(canceled.only(STATE)).isEqualTo("35=8|11=Y|41=X|150=4|39=4|38=10000|14=0|151=0");
    assertThat(canceled.get(37)).isEqualTo(taken.get(37));
  }

  @Test
  void shouldCancelPartFilledOrderAsMatrixB1b() throws Exception {
    rest(broker1, limit("X", BUY, 10_000, "10.01"));
    broker2.send(limit("S", SELL, 6000, "10.01"));
    broker1.receive();

    assertThat(broker1.ask(cancel("Y", "X", BUY)).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=4|39=4|38=10000|14=6000|151=0");
  }

  @Test
  void shouldRefuseCancelOfFilledOrderAsMatrixB1c() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10_000, "10.01"));
    broker2.send(limit("S", SELL, 10_000, "10.01"));
    broker1.receive();

    assertThat(broker1.ask(cancel("Y", "X", BUY)).only(35, 37, 11, 41, 39, 434, 102))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=Y|41=X|39=2|434=1|102=0");
  }

  @Test
  void shouldRefuseCancelOfCanceledOrder() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));
    broker1.ask(cancel("Y", "X", BUY));

    assertThat(broker1.ask(cancel("Z", "Y", BUY)).only(35, 11, 41, 39, 434, 102))
        .isEqualTo("35=9|11=Z|41=Y|39=4|434=1|102=0");
  }

  @Test
  void shouldRefuseChangeOfRejectedOrder() throws Exception {
    broker1.ask(limit("X", BUY, 10, "10.015"));

    assertThat(broker1.ask(replace("Y", "X", BUY, 10, "10.01")).only(35, 11, 41, 39, 434, 102))
        .isEqualTo("35=9|11=Y|41=X|39=8|434=2|102=0");
  }

  @Test
  void shouldCancelFillOrKillThatCannotBeFilledAsMatrixI1a() throws Exception {
    rest(broker2, limit("S", SELL, 9999, "10.01"));

    assertThat(broker1.ask(order("X", "ABC", BUY, "10000", "|40=2|44=10.01|59=4")).only(STATE))
        .isEqualTo("35=8|11=X|150=0|39=0|38=10000|14=0|151=10000");
    assertThat(broker1.receive().only(STATE)).isEqualTo("35=8|11=X|150=4|39=4|38=10000|14=0|151=0");
    broker2.expectSilence();
  }

  @Test
  void shouldFillFillOrKillInFull() throws Exception {
    rest(broker2, limit("S", SELL, 10, "10.01"));
    rest(broker2, limit("T", SELL, 10, "10.02"));
    rest(broker1, order("X", "ABC", BUY, "15", "|40=2|44=10.02|59=4"));

    assertThat(broker1.receive().only(150, 39, 31, 32)).isEqualTo("150=F|39=1|31=10.01|32=10");
    assertThat(broker1.receive().only(150, 39, 31, 32)).isEqualTo("150=F|39=2|31=10.02|32=5");
  }

  @Test
  void shouldCancelRemainderOfImmediateOrCancel() throws Exception {
    rest(broker2, limit("S", SELL, 4, "10.01"));
    rest(broker1, order("X", "ABC", BUY, "10", "|40=2|44=10.05|59=3"));

    assertThat(broker1.receive().only(150, 39, 14, 151, 31))
        .isEqualTo("150=F|39=1|14=4|151=6|31=10.01");
    assertThat(broker1.receive().only(STATE)).isEqualTo("35=8|11=X|150=4|39=4|38=10|14=4|151=0");
  }

  @Test
  void shouldCancelRemainderOfMarketOrder() throws Exception {
    rest(broker2, limit("S", SELL, 4, "99999.99"));
    FixText taken = rest(broker1, order("X", "ABC", BUY, "10", "|40=1"));

    assertThat(taken.has(44)).isFalse();
    assertThat(broker1.receive().only(150, 39, 14, 151, 31))
        .isEqualTo("150=F|39=1|14=4|151=6|31=99999.99");
    assertThat(broker1.receive().only(STATE)).isEqualTo("35=8|11=X|150=4|39=4|38=10|14=4|151=0");
  }

  @Test
  void shouldCancelMarketOrderThatFindsNothing() throws Exception {
    rest(broker1, order("X", "ABC", SELL, "10", "|40=1"));

    assertThat(broker1.receive().only(STATE)).isEqualTo("35=8|11=X|150=4|39=4|38=10|14=0|151=0");
  }
}
