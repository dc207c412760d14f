package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.fix.OrderText.BUY;
import static org.bourse.exchange.fix.OrderText.SELL;
import static org.bourse.exchange.fix.OrderText.cancel;
import static org.bourse.exchange.fix.OrderText.limit;
import static org.bourse.exchange.fix.OrderText.order;
import static org.bourse.exchange.fix.OrderText.replace;

import org.junit.jupiter.api.Test;

/** FIX 4.4 Vol. 4, order state change matrices C and D: replaces. */
class ReplaceTest extends OneExchange {
  private static final int[] STATE = {35, 11, 41, 150, 39, 38, 14, 151, 32};
  private static final int[] REJECT = {35, 37, 11, 41, 39, 434, 102};

  @Test
  void shouldIncreaseZeroFilledOrderAsMatrixC1a() throws Exception {
    FixText taken = rest(broker1, limit("X", BUY, 10_000, "10.01"));

    FixText replaced = broker1.ask(replace("Y", "X", BUY, 11_000, "10.01"));
    broker2.send(limit("S", SELL, 1000, "10.01"));
    broker2.send(limit("T", SELL, 2000, "10.01"));

    assertThat(replaced.only(STATE)).isEqualTo("35=8|11=Y|41=X|150=5|39=0|38=11000|14=0|151=11000");
    assertThat(replaced.get(37)).isEqualTo(taken.get(37));
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Y|150=F|39=1|38=11000|14=1000|151=10000|32=1000");
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Y|150=F|39=1|38=11000|14=3000|151=8000|32=2000");
  }

  @Test
  void shouldIncreasePartFilledOrder() throws Exception {
    partFilled("X", 10_000, 1000);

    assertThat(broker1.ask(replace("Y", "X", BUY, 12_000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=1|38=12000|14=1000|151=11000");
  }

  @Test
  void shouldRefuseReplaceOfFilledOrderAsMatrixC2a() throws Exception {
    FixText taken = partFilled("X", 10_000, 10_000);

    assertThat(broker1.ask(replace("Y", "X", BUY, 10_000, "10.02")).only(REJECT))
        .isEqualTo("35=9|37=" + taken.get(37) + "|11=Y|41=X|39=2|434=2|102=0");
  }

  @Test
  void shouldNotReopenFilledOrder() throws Exception {
    partFilled("X", 10_000, 10_000);

    assertThat(broker1.ask(replace("Y", "X", BUY, 12_000, "10.01")).only(35, 39, 102))
        .isEqualTo("35=9|39=2|102=0");
  }

  @Test
  void shouldDecreaseToMoreThanWasFilledAsMatrixC3a() throws Exception {
    partFilled("X", 10_000, 1600);

    assertThat(broker1.ask(replace("Y", "X", BUY, 8000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=1|38=8000|14=1600|151=6400");
    broker2.send(limit("T", SELL, 6400, "10.01"));
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Y|150=F|39=2|38=8000|14=8000|151=0|32=6400");
  }

  @Test
  void shouldEndOrderDecreasedToWhatWasFilledAsMatrixC3b() throws Exception {
    partFilled("X", 10_000, 7000);

    assertThat(broker1.ask(replace("Y", "X", BUY, 7000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=2|38=7000|14=7000|151=0");
  }

  @Test
  void shouldEndOrderDecreasedBelowWhatWasFilledAsMatrixC3c() throws Exception {
    partFilled("X", 10_000, 8000);

    assertThat(broker1.ask(replace("Y", "X", BUY, 7000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=2|38=8000|14=8000|151=0");
    assertThat(broker2.ask(order("Q", "ABC", SELL, "1", "|40=1")).only(150)).isEqualTo("150=0");
    assertThat(broker2.receive().only(150, 39, 14)).isEqualTo("150=4|39=4|14=0");
  }

  @Test
  void shouldAcceptTwoReplacesOneAfterTheOtherAsMatrixD1a() throws Exception {
    partFilled("X", 10_000, 1500);

    assertThat(broker1.ask(replace("Y", "X", BUY, 8000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=1|38=8000|14=1500|151=6500");
    broker2.send(limit("T", SELL, 2500, "10.01"));
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Y|150=F|39=1|38=8000|14=4000|151=4000|32=2500");
    assertThat(broker1.ask(replace("Z", "Y", BUY, 6000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Z|41=Y|150=5|39=1|38=6000|14=4000|151=2000");
  }

  @Test
  void shouldAcceptReplaceAfterRejectedOneAsMatrixD1b() throws Exception {
    partFilled("X", 10_000, 3500);
    assertThat(broker1.ask(replace("Y", "X", BUY, 8000, "10.015")).only(35, 11, 41, 39, 102))
        .isEqualTo("35=9|11=Y|41=X|39=1|102=2");

    assertThat(broker1.ask(replace("Z", "X", BUY, 6000, "10.01")).only(STATE))
        .isEqualTo("35=8|11=Z|41=X|150=5|39=1|38=6000|14=3500|151=2500");
  }

  @Test
  void shouldCarryOutChainedReplacesInOrderAsMatrixD2a() throws Exception {
    partFilled("X", 10_000, 1000);
    broker1.send(replace("Y", "X", BUY, 8000, "10.01"));
    broker1.send(replace("Z", "Y", BUY, 7000, "10.01"));

    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=1|38=8000|14=1000|151=7000");
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Z|41=Y|150=5|39=1|38=7000|14=1000|151=6000");
    broker2.send(limit("T", SELL, 6000, "10.01"));
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=Z|150=F|39=2|38=7000|14=7000|151=0|32=6000");
  }

  @Test
  void shouldNameLastAcceptedOrderWhereChainedReplacesAreRejectedAsMatrixD2c() throws Exception {
    FixText taken = partFilled("X", 10_000, 1000);
    broker1.send(replace("Y", "X", SELL, 8000, "10.01"));
    broker1.send(replace("Z", "Y", SELL, 7000, "10.01"));

    String orderId = taken.get(37);
    assertThat(broker1.receive().only(REJECT))
        .isEqualTo("35=9|37=" + orderId + "|11=Y|41=X|39=1|434=2|102=2");
    assertThat(broker1.receive().only(REJECT))
        .isEqualTo("35=9|37=" + orderId + "|11=Z|41=X|39=1|434=2|102=2");
    broker2.send(limit("T", SELL, 6000, "10.01"));
    assertThat(broker1.receive().only(STATE))
        .isEqualTo("35=8|11=X|150=F|39=1|38=10000|14=7000|151=3000|32=6000");
  }

  @Test
  void shouldTakeAnyNameOfChain() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));
    broker1.ask(replace("Y", "X", BUY, 20, "10.01"));

    assertThat(broker1.ask(cancel("Z", "X", BUY)).only(STATE))
        .isEqualTo("35=8|11=Z|41=Y|150=4|39=4|38=20|14=0|151=0");
  }

  @Test
  void shouldTradeAtOnceWhereReplaceCrosses() throws Exception {
    rest(broker2, limit("S", SELL, 5, "10.05"));
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(replace("Y", "X", BUY, 10, "10.06")).only(STATE))
        .isEqualTo("35=8|11=Y|41=X|150=5|39=0|38=10|14=0|151=10");
    assertThat(broker1.receive().only(11, 150, 39, 31, 32, 851))
        .isEqualTo("11=Y|150=F|39=1|31=10.05|32=5|851=2");
  }

  @Test
  void shouldRefuseReplaceToOrderThatMayNotRest() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));

    assertThat(broker1.ask(replace("Y", "X", BUY, 10, "10.01") + "|59=3").only(35, 39, 434, 102))
        .isEqualTo("35=9|39=0|434=2|102=2");
  }

  @Test
  void shouldRefuseReplaceToMarketOrder() throws Exception {
    rest(broker1, limit("X", BUY, 10, "10.01"));
    String toMarket = replace("Y", "X", BUY, 10, "0").replace("|40=2|44=0", "|40=1");

    assertThat(broker1.ask(toMarket).only(35, 39, 434, 102)).isEqualTo("35=9|39=0|434=2|102=2");
  }

  /** An order of ABC at 10.01 for which some came already. */
  private FixText partFilled(String clOrdId, long quantity, long filled) throws Exception {
    FixText taken = rest(broker1, limit(clOrdId, BUY, quantity, "10.01"));
    broker2.send(limit("first", SELL, filled, "10.01"));
    broker2.receive();
    broker2.receive();
    broker1.receive();
    return taken;
  }
}
