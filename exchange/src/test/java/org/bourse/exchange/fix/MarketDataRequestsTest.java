package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarketDataRequestsTest {
  private final MarketDataRequests requests = new MarketDataRequests();

  private static MarketDataRequests.Asked end(String id) {
    return new MarketDataRequests.End(id);
  }

  @Test
  void shouldGiveRequestOnce() {
    requests.park(0, 5, end("A"));

    assertThat(requests.take(0, 5)).isEqualTo(end("A"));
    assertThat(requests.take(0, 5)).isNull();
  }

  @Test
  void shouldGiveRequestsInTheirTurn() {
    requests.park(0, 5, end("A"));
    requests.park(0, 7, end("B"));

    assertThat(requests.take(0, 5)).isEqualTo(end("A"));
    assertThat(requests.take(0, 6)).isNull();
    assertThat(requests.take(0, 7)).isEqualTo(end("B"));
  }

  @Test
  void shouldTellNumberingsApart() {
    requests.park(1, 5, end("after the reset"));

    assertThat(requests.take(0, 5)).isNull();
    assertThat(requests.take(1, 5)).isEqualTo(end("after the reset"));
  }

  @Test
  void shouldDropThoseWhoseTurnNeverCame() {
    requests.park(0, 900, end("A"));
    requests.park(1, 5, end("B"));
    requests.take(1, 6);

    assertThat(requests.take(0, 900)).isNull();
    assertThat(requests.take(1, 5)).isNull();
  }

  @Test
  void shouldTakeNoMoreThanItHolds() {
    for (int i = 1; i <= MarketDataRequests.MOST; i++) {
      assertThat(requests.park(0, i, end("A"))).isTrue();
    }
    assertThat(requests.park(0, 9_999, end("A"))).isFalse();
    requests.take(0, 1);
    assertThat(requests.park(0, 9_999, end("A"))).isTrue();
  }

  @Test
  void shouldForgetAllWhenTheClientIsGone() {
    requests.park(0, 5, end("A"));
    requests.clear();

    assertThat(requests.take(0, 5)).isNull();
  }
}
