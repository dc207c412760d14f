package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private record Moment(long time, long orderId) {}

  @Test
  void shouldGiveTheEarliestFirstAndOfThoseTheLowestOrder() {
    SplittableRandom random = new SplittableRandom(7);
    Moments moments = new Moments();
    List<Moment> expected = new ArrayList<>();
    for (long orderId = 1; orderId <= 1_000; orderId++) {
      Moment moment = new Moment(random.nextInt(50), orderId);
      expected.add(random.nextInt(expected.size() + 1), moment);
    }
    expected.forEach(moment -> moments.add(moment.time(), moment.orderId()));
    expected.sort(Comparator.comparingLong(Moment::time).thenComparingLong(Moment::orderId));

    List<Moment> actual = new ArrayList<>();
    while (moments.first() != Moments.NEVER) {
      long time = moments.first();
      actual.add(new Moment(time, moments.remove()));
    }
    assertThat(actual).isEqualTo(expected);
  }
}
