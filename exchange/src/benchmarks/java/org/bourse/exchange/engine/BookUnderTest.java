package org.bourse.exchange.engine;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** An order book with ids from outside, 1, 2, 3 and so on, each kept with the slot of its order while it rests. */
public final class BookUnderTest implements OrderBook.FillListener {
  /** Receives every fill. */
  public interface Trades {
    void trade(long makerId, long takerId, long price, long quantity);
  }

  private static final int SELL = 1 << 31;

  private final RestingOrders orders = new RestingOrders(1 << 20);
  private final OrderBook book = new OrderBook(orders);
  private final Trades trades;
  private int[] slots = new int[1 << 21];
  private long taker;

  /** A book that tells its fills. */
  public BookUnderTest(Trades trades) {
    this.trades = trades;
  }

  /**
   * Runs a book in, for about a second. A million commands take it some 40 ms, so the three passes of the yardstick's warm-up
   * are over before the JIT compiler is through with it; what is measured is to be the compiled book.
   */
  public static void runIn() {
    long traded = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    for (int seed = 0; System.nanoTime() < end; seed++) {
      long[] volume = new long[1];
      BookUnderTest book =
          new BookUnderTest((maker, taker, price, quantity) -> volume[0] += quantity);
      book.randomCommands(new SplittableRandom(seed));
      traded += volume[0];
    }
    if (traded == 0) {
      throw new IllegalStateException("nothing traded");
    }
  }

  private void randomCommands(SplittableRandom random) {
    long id = 0;
    for (int i = 0; i < 200_000; i++) {
      int dice = i < 1_000 ? 0 : random.nextInt(100);
      boolean buy = random.nextBoolean();
      long away = dice >= 95 ? -20 : random.nextInt(40) == 0 ? -2 : 1 + random.nextInt(60);
      long price = buy ? 1_000_000 - away : 1_000_000 + away;
      if (dice < 50 || dice >= 95) {
        enter(++id, buy, price, 1 + random.nextInt(100), dice >= 95);
      } else if (dice < 85) {
        cancel(1 + random.nextLong(id));
      } else {
        reprice(1 + random.nextLong(id), price);
      }
    }
  }

  /** A limit order; with ioc, what does not trade at once is gone. */
  public void enter(long id, boolean buy, long price, long quantity, boolean ioc) {
    if (id >= slots.length) {
      slots = Arrays.copyOf(slots, slots.length * 2);
    }
    taker = id;
    long left = book.match(buy, price, quantity, this);
    if (left > 0 && !ioc) {
      slots[(int) id] = book.rest(buy, id, price, left) | (buy ? 0 : SELL);
    }
  }

  /** True when the order was resting. */
  public boolean cancel(long id) {
    int entry = id < slots.length ? slots[(int) id] : 0;
    if (entry == 0) {
      return false;
    }
    slots[(int) id] = 0;
    book.remove(entry > 0, entry & ~SELL);
    return true;
  }

  /** A new price for what is left of the order, at the end of the queue. False when it was not resting. */
  public boolean reprice(long id, long price) {
    int entry = id < slots.length ? slots[(int) id] : 0;
    if (entry == 0) {
      return false;
    }
    boolean buy = entry > 0;
    int slot = entry & ~SELL;
    long quantity = orders.quantity(slot);
    slots[(int) id] = 0;
    book.remove(buy, slot);
    enter(id, buy, price, quantity, false);
    return true;
  }

  @Override
  public void onFill(long restingOrderId, long ticks, long quantity, long left) {
    if (left == 0) {
      slots[(int) restingOrderId] = 0;
    }
    trades.trade(restingOrderId, taker, ticks, quantity);
  }
}
