package org.bourse.exchange.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentMessagesTest {
  private final SentMessages sent = new SentMessages();

  @Test
  void shouldKeepNothingAtFirst() {
    assertThat(sent.size()).isZero();
    assertThat(sent.position(1)).isZero();
    assertThat(sent.sizeBelow(1)).isZero();
    assertThat(sent.sizeUpTo(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void shouldKnowNumbersFarApart() {
    sent.put(1, 10, 0);
    sent.put(2_000_000_000, 20, 7);
    sent.put(1_000_000, 30, 0);

    assertThat(sent.size()).isEqualTo(3);
    assertThat(sent.numberAt(1)).isEqualTo(1_000_000);
    assertThat(sent.position(2_000_000_000)).isEqualTo(20);
    assertThat(sent.eventSeq(2_000_000_000)).isEqualTo(7);
    assertThat(sent.position(999_999)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldKeepAsMapDoes(long seed) {
    Random random = new Random(seed);
    NavigableMap<Integer, Long> expected = new TreeMap<>();
    int next = 1;
    for (int step = 1; step <= 20_000; step++) {
      int what = random.nextInt(1000);
      if (what == 0) {
        sent.clear();
        expected.clear();
      } else if (what < 10) {
        int bound = next - random.nextInt(300);
        sent.dropBelow(bound);
        expected.headMap(bound).clear();
      } else {
        int number = what < 100 ? next - random.nextInt(200) : next;
        sent.put(number, step, 3L * step);
        expected.put(number, (long) step);
        next = Math.max(next, number) + (random.nextInt(5) == 0 ? random.nextInt(100) : 1);
      }
      assertSame(seed, expected, next - random.nextInt(400));
    }
    int index = 0;
    for (int number : expected.keySet()) {
      assertThat(sent.numberAt(index++)).as("seed %s", seed).isEqualTo(number);
    }
  }

  private void assertSame(long seed, NavigableMap<Integer, Long> expected, int number) {
    long position = expected.getOrDefault(number, 0L);
    int below = expected.headMap(number).size();
    if (sent.size() != expected.size()
        || sent.position(number) != position
        || sent.eventSeq(number) != 3 * position
        || sent.sizeBelow(number) != below
        || sent.sizeUpTo(number) != below + (position > 0 ? 1 : 0)) {
      throw new AssertionError("seed " + seed + ": otherwise at " + number);
    }
  }
}
