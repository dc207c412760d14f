package org.bourse.exchange.engine;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;

/**
 * What a command costs, in CPU time and in heap: the order book alone, and the whole engine with its commands and reports as
 * bytes. The stream is seeded: half new orders, a third cancels, the rest replaces and orders that cross.
 *
 * <p>Arguments: how many orders rest (default 10000), how many commands are measured (default 500000).
 */
public final class EngineBenchmark {
  private static final long MIDDLE = 100_000;
  private static final ThreadMXBean THREADS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final byte[] kinds;
  private final long[] ids;
  private final boolean[] buys;
  private final long[] prices;
  private final int[] quantities;
  private final int depth;
  private long traded;

  /** The seam that both contenders have. */
  private interface Contender {
    void enter(long id, boolean buy, long price, long quantity);

    void cancel(long id);

    void reprice(long id, long price);
  }

  private EngineBenchmark(int depth, int commands, long seed) {
    this.depth = depth;
    int size = depth + commands;
    kinds = new byte[size];
    ids = new long[size];
    buys = new boolean[size];
    prices = new long[size];
    quantities = new int[size];
    SplittableRandom random = new SplittableRandom(seed);
    long id = 0;
    for (int i = 0; i < size; i++) {
      int dice = i < depth ? 0 : random.nextInt(100);
      kinds[i] = (byte) (dice < 50 ? 0 : dice < 85 ? 1 : dice < 95 ? 2 : 0);
      buys[i] = random.nextBoolean();
      long away = dice >= 95 ? -5 : 1 + random.nextInt(200);
      ids[i] = kinds[i] == 0 ? ++id : 1 + random.nextLong(id);
      prices[i] = buys[i] ? MIDDLE - away : MIDDLE + away;
      quantities[i] = 1 + random.nextInt(100);
    }
  }

  private void measure(String name, Contender contender) {
    run(contender, 0, depth);
    int half = depth + (kinds.length - depth) / 2;
    run(contender, depth, half); // warms up
    long cpu = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    run(contender, half, kinds.length);
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
    cpu = THREADS.getCurrentThreadCpuTime() - cpu;
    int commands = kinds.length - half;
    System.out.printf(
        "%-7s %,9d resting %,9d commands  %6.2f M commands a CPU second  %.4f bytes a command%n",
        name, depth, commands, commands * 1e3 / cpu, (double) bytes / commands);
  }

  private void run(Contender contender, int from, int to) {
    for (int i = from; i < to; i++) {
      switch (kinds[i]) {
        case 0 -> contender.enter(ids[i], buys[i], prices[i], quantities[i]);
        case 1 -> contender.cancel(ids[i]);
        default -> contender.reprice(ids[i], prices[i]);
      }
    }
  }

  private void count(long maker, long taker, long price, long quantity) {
    traded += quantity;
  }

  /** Runs both and prints a line for each. */
  public static void main(String[] args) {
    int depth = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int commands = 2 * (args.length > 1 ? Integer.parseInt(args[1]) : 500_000);
    for (int round = 0; round < 3; round++) {
      EngineBenchmark stream = new EngineBenchmark(depth, commands, round);
      BookUnderTest book = new BookUnderTest(stream::count);
      stream.measure("book", new Book(book));
      EngineUnderTest engine = new EngineUnderTest(stream::count);
      stream.measure("engine", new Whole(engine));
      if (stream.traded == 0) {
        throw new IllegalStateException("nothing traded");
      }
    }
  }

  private record Book(BookUnderTest book) implements Contender {
    @Override
    public void enter(long id, boolean buy, long price, long quantity) {
      book.enter(id, buy, price, quantity, false);
    }

    @Override
    public void cancel(long id) {
      book.cancel(id);
    }

    @Override
    public void reprice(long id, long price) {
      book.reprice(id, price);
    }
  }

  private record Whole(EngineUnderTest engine) implements Contender {
    @Override
    public void enter(long id, boolean buy, long price, long quantity) {
      engine.enter(id, buy, price, quantity, false);
    }

    @Override
    public void cancel(long id) {
      engine.cancel(id);
    }

    @Override
    public void reprice(long id, long price) {
      engine.reprice(id, price);
    }
  }
}
