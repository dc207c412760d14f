package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.replace;

import org.junit.jupiter.api.Test;

/** Who trades first, and at which price. */
class PriorityTest extends OneExchange {

  @Test
  void shouldTradeWithBestPriceFirst() throws Exception {
    rest(broker1, limit("A", BUY, 10, "10.01"));
    rest(broker1, limit("B", BUY, 10, "10.03"));
    rest(broker1, limit("C", BUY, 10, "10.02"));
    broker2.send(limit("S", SELL, 30, "10.01"));

    assertThat(broker1.receive().only(11, 31)).isEqualTo("11=B|31=10.03");
    assertThat(broker1.receive().only(11, 31)).isEqualTo("11=C|31=10.02");
    assertThat(broker1.receive().only(11, 31)).isEqualTo("11=A|31=10.01");
  }

  @Test
  void shouldTradeWithEarlierOrderFirst() throws Exception {
    restInOrder();

    assertFirstToTrade(broker1, "A");
  }

  @Test
  void shouldKeepPriorityWhereOnlyQuantityFalls() throws Exception {
    restInOrder();
    broker1.ask(replace("A2", "A", BUY, 5, "10.01"));

    assertFirstToTrade(broker1, "A2");
  }

  @Test
  void shouldKeepPriorityWhereNothingChanges() throws Exception {
    restInOrder();
    broker1.ask(replace("A2", "A", BUY, 10, "10.010"));

    assertFirstToTrade(broker1, "A2");
  }

  @Test
  void shouldLosePriorityWhereQuantityRises() throws Exception {
    restInOrder();
    broker1.ask(replace("A2", "A", BUY, 11, "10.01"));

    assertFirstToTrade(broker2, "B");
  }

  @Test
  void shouldLosePriorityWherePriceChangesAndReturns() throws Exception {
    restInOrder();
    broker1.ask(replace("A2", "A", BUY, 10, "10.00"));
    broker1.ask(replace("A3", "A2", BUY, 10, "10.01"));

    assertFirstToTrade(broker2, "B");
  }

  @Test
  void shouldTradeAtRestingPrice() throws Exception {
    rest(broker1, limit("A", BUY, 10, "10.03"));
    rest(broker2, limit("S", SELL, 10, "9.50"));

    assertThat(broker2.receive().only(11, 31, 6, 851)).isEqualTo("11=S|31=10.03|6=10.03|851=2");
    assertThat(broker1.receive().only(11, 31, 6, 851)).isEqualTo("11=A|31=10.03|6=10.03|851=1");
  }

  @Test
  void shouldNameOneMatchToBothSides() throws Exception {
    rest(broker1, limit("A", BUY, 10, "10.01"));
    rest(broker2, limit("S", SELL, 10, "10.01"));
    FixText bought = broker1.receive();
    FixText sold = broker2.receive();

    assertThat(bought.get(527)).isNotEmpty().isEqualTo(sold.get(527));
    assertThat(bought.get(17)).isNotEqualTo(sold.get(17));
  }

  private void restInOrder() throws Exception {
    rest(broker1, limit("A", BUY, 10, "10.01"));
    rest(broker2, limit("B", BUY, 10, "10.01"));
  }

  private void assertFirstToTrade(RawClient owner, String clOrdId) throws Exception {
    try (RawClient broker3 = RawClient.loggedOn(exchange.port(), "BROKER3")) {
      rest(broker3, order("S", "ABC", SELL, "1", "|40=1"));
      assertThat(broker3.receive().only(150, 32)).isEqualTo("150=F|32=1");
      assertThat(owner.receive().only(11, 150, 32)).isEqualTo("11=" + clOrdId + "|150=F|32=1");
    }
  }
}
