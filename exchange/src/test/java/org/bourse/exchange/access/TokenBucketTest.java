package org.bourse.exchange.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenBucketTest {
  private final long start = Long.parseLong("9223372036854775800"); // and then it overflows
  private final TokenBucket bucket = new TokenBucket(10, 3, start);

  @Test
  void shouldGiveItsBurstAndNoMore() {
    assertThat(taken(start, 5)).isEqualTo(3);
  }

  @Test
  void shouldGiveOneAgainOnceItIsDue() {
    taken(start, 3);

    assertThat(taken(start + 9, 1)).isZero();
    assertThat(taken(start + 10, 2)).isEqualTo(1);
    assertThat(taken(start + 30, 3)).isEqualTo(2);
  }

  @Test
  void shouldNotSaveMoreThanItsBurst() {
    assertThat(taken(start + 1_000_000, 5)).isEqualTo(3);
  }

  @Test
  void shouldWaitLongerForWhatItWasCharged() {
    taken(start, 1);
    bucket.charge(4);

    assertThat(bucket.isEmpty(start + 29)).isTrue();
    assertThat(bucket.isEmpty(start + 30)).isFalse();
  }

  private int taken(long now, int times) {
    int taken = 0;
    for (int i = 0; i < times; i++) {
      taken += bucket.take(now) ? 1 : 0;
    }
    return taken;
  }
}
