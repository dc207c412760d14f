package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class OrdersTest {
  private final Orders orders = new Orders(1);

  @Test
  void shouldNumberOrdersFromOne() {
    assertThat(orders.has(1)).isFalse();
    assertThat(orders.add(0, 0, 0, (byte) '1', (byte) '2')).isEqualTo(1);
    assertThat(orders.add(0, 0, 0, (byte) '1', (byte) '2')).isEqualTo(2);
    assertThat(orders.has(2)).isTrue();
    assertThat(orders.has(3)).isFalse();
  }

  @Test
  void shouldKeepWhatSharesAWordApart() {
    long id = orders.add(Integer.MAX_VALUE, 5, 7, (byte) '2', (byte) '1');
    orders.timeInForce(id, (byte) '4');
    orders.state(id, OrdStatus.NEW);
    orders.slot(id, -3);
    orders.sessionId(id, 9);
    orders.clOrdId(id, -1);
    orders.account(id, -2);
    orders.symbol(id, -4);

    assertThat(
            new long[] {
              orders.instrumentId(id),
              orders.participantId(id),
              orders.sessionId(id),
              orders.slot(id),
              orders.clOrdId(id),
              orders.account(id),
              orders.symbol(id)
            })
        .containsExactly(Integer.MAX_VALUE, 5, 9, -3, -1, -2, -4);
    assertThat(new byte[] {orders.side(id), orders.ordType(id), orders.timeInForce(id)})
        .containsExactly('2', '1', '4');
  }

  @Test
  void shouldBeFilledOnceNothingIsLeft() {
    long id = order(10);
    orders.fill(id, 100, 4);
    assertThat(orders.status(id)).isEqualTo(OrdStatus.PARTIALLY_FILLED);
    assertThat(orders.leavesQty(id)).isEqualTo(6);

    orders.fill(id, 100, 6);
    assertThat(orders.status(id)).isEqualTo(OrdStatus.FILLED);
    assertThat(orders.leavesQty(id)).isZero();
  }

  @Test
  void shouldSumUpTheLargestFills() {
    long largest = 1_000_000_000_000_000L;
    long id = order(Long.MAX_VALUE);
    for (int i = 0; i < 9; i++) {
      orders.fill(id, largest, largest);
    }

    BigInteger sum =
        BigInteger.valueOf(orders.notionalHigh(id))
            .shiftLeft(64)
            .add(new BigInteger(Long.toUnsignedString(orders.notionalLow(id))));
    assertThat(sum).isEqualTo(BigInteger.TEN.pow(30).multiply(BigInteger.valueOf(9)));
  }

  @Test
  void shouldKeepOrdersOfManyChunks() {
    for (int i = 1; i <= 100_000; i++) {
      orders.price(orders.add(i, 0, 0, (byte) '1', (byte) '2'), i);
    }

    assertThat(orders.price(1)).isEqualTo(1);
    assertThat(orders.price(16_384)).isEqualTo(16_384);
    assertThat(orders.instrumentId(100_000)).isEqualTo(100_000);
  }

  private long order(long quantity) {
    long id = orders.add(0, 0, 0, (byte) '1', (byte) '2');
    orders.orderQty(id, quantity);
    orders.state(id, OrdStatus.NEW);
    return id;
  }
}
