package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderBookTest {
  private record Fill(long orderId, long ticks, long quantity, long left) {}

  private record Resting(long orderId, int slot, long quantity) {}

  private final OrderBook book = new OrderBook(new RestingOrders(4));
  private final List<Fill> fills = new ArrayList<>();
  private final TreeMap<Long, List<Resting>> offers = new TreeMap<>();

  @Test
  void shouldFillTheOldestAtTheBestPriceFirst() {
    book.rest(false, 1, 101, 5);
    book.rest(false, 2, 100, 5);
    book.rest(false, 3, 100, 5);

    assertThat(book.match(true, 101, 12, this::fill)).isZero();
    assertThat(fills)
        .containsExactly(new Fill(2, 100, 5, 0), new Fill(3, 100, 5, 0), new Fill(1, 101, 2, 3));
  }

  @Test
  void shouldNotFillBeyondTheLimit() {
    book.rest(true, 1, 100, 5);
    book.rest(true, 2, 99, 5);

    assertThat(book.match(false, 100, 8, this::fill)).isEqualTo(3);
    assertThat(fills).containsExactly(new Fill(1, 100, 5, 0));
  }

  @Test
  void shouldKeepThePlaceOfAReducedOrder() {
    int first = book.rest(true, 1, 100, 5);
    book.rest(true, 2, 100, 5);
    book.reduce(true, first, 2);
    book.match(false, 100, 3, this::fill);

    assertThat(fills).containsExactly(new Fill(1, 100, 2, 0), new Fill(2, 100, 1, 4));
  }

  @Test
  void shouldSayWhetherAQuantityIsThereWithinALimit() {
    book.rest(false, 1, 100, 5);
    book.rest(false, 2, 101, 5);

    assertThat(book.canFill(true, 101, 10)).isTrue();
    assertThat(book.canFill(true, 101, 11)).isFalse();
    assertThat(book.canFill(true, 100, 6)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldKeepEachQueueInTheOrderOfArrival(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 1; i <= 20_000; i++) {
      long ticks = 100L + random.nextInt(8);
      switch (random.nextInt(5)) {
        case 0, 1 -> rest(i, ticks, 1L + random.nextInt(9));
        case 2 -> removeOne(random, ticks);
        case 3 -> reduceOne(random, ticks);
        default -> assertThat(taken(ticks, 1L + random.nextInt(15))).isEqualTo(fills);
      }
      checkLevels();
    }
  }

  private void rest(long orderId, long ticks, long quantity) {
    int slot = book.rest(false, orderId, ticks, quantity);
    offers
        .computeIfAbsent(ticks, price -> new ArrayList<>())
        .add(new Resting(orderId, slot, quantity));
  }

  private void removeOne(SplittableRandom random, long ticks) {
    List<Resting> queue = offers.get(ticks);
    if (queue != null) {
      book.remove(false, queue.remove(random.nextInt(queue.size())).slot());
      if (queue.isEmpty()) {
        offers.remove(ticks);
      }
    }
  }

  private void reduceOne(SplittableRandom random, long ticks) {
    List<Resting> queue = offers.get(ticks);
    if (queue != null) {
      int place = random.nextInt(queue.size());
      Resting order = queue.get(place);
      long quantity = 1L + random.nextLong(order.quantity());
      book.reduce(false, order.slot(), quantity);
      queue.set(place, new Resting(order.orderId(), order.slot(), quantity));
    }
  }

  /** Matches in the book and in the lists, and gives what the lists say. */
  private List<Fill> taken(long limit, long quantity) {
    fills.clear();
    book.match(true, limit, quantity, this::fill);
    List<Fill> expected = new ArrayList<>();
    long left = quantity;
    while (left > 0 && !offers.isEmpty() && offers.firstKey() <= limit) {
      Map.Entry<Long, List<Resting>> best = offers.firstEntry();
      Resting order = best.getValue().remove(0);
      long fill = Math.min(left, order.quantity());
      left -= fill;
      long rest = order.quantity() - fill;
      expected.add(new Fill(order.orderId(), best.getKey(), fill, rest));
      if (rest > 0) {
        best.getValue().add(0, new Resting(order.orderId(), order.slot(), rest));
      } else if (best.getValue().isEmpty()) {
        offers.pollFirstEntry();
      }
    }
    return expected;
  }

  private void checkLevels() {
    PriceLevels levels = book.offers();
    int level = levels.best();
    for (Map.Entry<Long, List<Resting>> expected : offers.entrySet()) {
      assertThat(levels.ticks(level)).isEqualTo(expected.getKey());
      assertThat(levels.orderCount(level)).isEqualTo(expected.getValue().size());
      assertThat(levels.quantity(level))
          .isEqualTo(expected.getValue().stream().mapToLong(Resting::quantity).sum());
      assertThat(levels.first(level)).isEqualTo(expected.getValue().get(0).slot());
      level = levels.worse(level);
    }
    assertThat(level).isZero();
  }

  private void fill(long orderId, long ticks, long quantity, long left) {
    fills.add(new Fill(orderId, ticks, quantity, left));
  }
}
