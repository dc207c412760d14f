package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTrieTest {
  private static final long HIGHEST = 1L << 45;

  private final LevelTrie trie = new LevelTrie();

  @Test
  void shouldFindNothingAtFirst() {
    assertThat(trie.find(0)).isZero();
    assertThat(trie.find(HIGHEST)).isZero();
  }

  @Test
  void shouldFindALevelAtItsPriceOnly() {
    trie.put(1_000, 7);

    assertThat(trie.find(1_000)).isEqualTo(7);
    assertThat(trie.find(1_001)).isZero();
    assertThat(trie.find(1_000 + 64)).isZero();
    assertThat(trie.find(1_000 + HIGHEST)).isZero();
  }

  @Test
  void shouldKeepLowPricesWhenTheRootGrows() {
    trie.put(3, 1);
    trie.put(HIGHEST, 2);
    trie.put(Long.MAX_VALUE, 3);

    assertThat(trie.find(3)).isEqualTo(1);
    assertThat(trie.above(3)).isEqualTo(2);
    assertThat(trie.below(Long.MAX_VALUE)).isEqualTo(2);
    assertThat(trie.below(HIGHEST)).isEqualTo(1);
  }

  @Test
  void shouldGrowTheRootWhereItHasBecomeEmpty() {
    trie.put(3, 1);
    trie.remove(3);
    trie.put(HIGHEST, 2);

    assertThat(trie.find(3)).isZero();
    assertThat(trie.below(HIGHEST)).isZero();
  }

  @Test
  void shouldForgetARemovedLevel() {
    trie.put(5, 1);
    trie.put(6, 2);
    trie.remove(5);

    assertThat(trie.find(5)).isZero();
    assertThat(trie.below(6)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1, 63", "2, 64", "3, 4096", "4, 300000", "5, 35184372088832", "6, 35184372088832"})
  void shouldDoAsATreeMapDoes(long seed, long bound) {
    SplittableRandom random = new SplittableRandom(seed);
    NavigableMap<Long, Integer> reference = new TreeMap<>();
    for (int i = 0; i < 20_000; i++) {
      long price = price(random, reference, bound);
      if (reference.remove(price) != null) {
        trie.remove(price);
      } else {
        reference.put(price, i + 1);
        trie.put(price, i + 1);
      }
      compare(reference, price(random, reference, bound));
    }
  }

  private void compare(NavigableMap<Long, Integer> reference, long price) {
    assertThat(trie.find(price)).isEqualTo(reference.getOrDefault(price, 0));
    if (reference.containsKey(price)) {
      assertThat(trie.above(price)).isEqualTo(level(reference.higherEntry(price)));
      assertThat(trie.below(price)).isEqualTo(level(reference.lowerEntry(price)));
    }
  }

  /** Half of them known, half of them scattered over all magnitudes. */
  private static long price(
      SplittableRandom random, NavigableMap<Long, Integer> known, long bound) {
    long any =
        random.nextLong(bound) >>> random.nextInt(Long.SIZE - Long.numberOfLeadingZeros(bound));
    Long near = random.nextBoolean() ? known.ceilingKey(any) : null;
    return near == null ? any : near;
  }

  private static int level(Map.@Nullable Entry<Long, Integer> entry) {
    return entry == null ? 0 : entry.getValue();
  }
}
