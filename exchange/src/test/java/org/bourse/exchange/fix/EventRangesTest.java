package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventRangesTest {
  private final EventRanges ranges = new EventRanges();

  private EventRanges with(long... events) {
    for (long event : events) {
      ranges.add(event);
    }
    return ranges;
  }

  @Test
  void shouldNameASingleEvent() {
    assertThat(with(2332).text()).isEqualTo("event 2332");
  }

  @Test
  void shouldNameARangeOnce() {
    assertThat(with(2332, 2340, 2961).text()).isEqualTo("events 2332 to 2961 (3 of them)");
  }

  @Test
  void shouldNameEachRange() {
    with(5).end();

    assertThat(with(8, 20).text()).isEqualTo("events 5, 8 to 20 (2 of them)");
  }

  @Test
  void shouldCountRangesThatNobodyWouldRead() {
    for (int event = 1; event <= 12; event++) {
      with(event).end();
    }

    assertThat(ranges.text())
        .isEqualTo("events 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2 ranges more up to 12");
  }
}
