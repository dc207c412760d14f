package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bourse.exchange.command.Conditions.NONE;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.Conditions;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.command.ReplaceOrder;
import org.bourse.exchange.model.ExecInst;
import org.junit.jupiter.api.Test;

class EngineAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM = 60_000;
  private static final int ROUND = 2_000;
  private static final int ROUNDS = 20;
  private static final int ALL = WARM + ROUNDS * ROUND;
  private static final long FAR = 1_000_000_000_000_000_000L;

  private final MatchingEngine engine = new MatchingEngine(ROUND, 2 * ALL);
  private final EngineRig rig = new EngineRig(engine);
  private final UnsafeBuffer[] commands = new UnsafeBuffer[ALL];
  private long bytes;

  /**
   * Whatever a command allocates is seen in every round. In some rounds a store grows, or the
   * compiler loads what a method names.
   */
  @Test
  void shouldAllocateNothingForACommand() {
    assertThat(rig.engine()).isSameAs(engine);
    for (int i = 0; i < ALL; i++) {
      commands[i] = encoded(command(i + 1));
    }
    run(0, WARM);
    long[] allocated = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      run(WARM + round * ROUND, ROUND);
      allocated[round] = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    assertThat(IntStream.range(0, ROUNDS).filter(round -> allocated[round] < ROUND / 10).count())
        .as("rounds of %d commands without an allocation: %s", ROUND, Arrays.toString(allocated))
        .isGreaterThan(ROUNDS / 4);
    assertThat(bytes).isPositive();
  }

  private void run(int first, int count) {
    EventSink sink = (buffer, offset, length) -> bytes += length;
    for (int i = first; i < first + count; i++) {
      engine.apply(i + 10L, i, commands[i], 0, commands[i].capacity(), sink);
    }
  }

  /** Orders of each kind come, change, trade and go; after each twenty the book is empty. */
  private static Command command(int number) {
    long price = 1_000L + number % 50;
    return switch (number % 20) {
      case 1, 2, 15 -> order(number, '2', '2', '0', price, 2, NONE);
      case 3 -> replace(number, number - 2, '2', 1_020, 3, '0', NONE);
      case 4 -> cancel(number, number - 1, '2');
      case 5 -> order(number, '1', '2', '0', 2_000, 2, NONE);
      case 6 -> order(number, '2', '2', '0', price, 10, NONE.withMaxFloor(2));
      case 7 -> order(number, '1', '2', '3', 2_000, 10, NONE.withMinQuantity(4));
      case 8 -> order(number, '2', '3', '1', 0, 2, NONE.withStopPrice(500));
      case 9 -> cancel(number, number - 1, '2');
      case 10 -> order(number, '2', '4', '0', 3_000, 2, NONE.withStopPrice(4_000));
      case 11 -> cancel(number, number - 1, '2');
      case 12 -> order(number, '2', '2', '6', 3_000, 2, NONE.withExpireTime(FAR + number));
      case 13 -> cancel(number, number - 1, '2');
      case 14 -> order(number, '1', '2', '4', 2_000, 2, NONE);
      case 16 -> order(number, '1', 'K', '0', 0, 3, NONE);
      case 17 -> cancel(number, number - 1, '1');
      case 18 -> order(number, '1', '2', '0', 10, 2, NONE.withExecInst(best()));
      case 19 -> replace(number, number - 1, '1', 11, 3, '0', NONE.withExecInst(best()));
      default -> cancel(number, number - 1, '1');
    };
  }

  private static int best() {
    return ExecInst.POST_ONLY | ExecInst.CANCEL_IF_NOT_BEST;
  }

  private static NewOrder order(
      int number,
      char side,
      char ordType,
      char timeInForce,
      long price,
      long quantity,
      Conditions asked) {
    String clOrdId = "C" + number;
    return new NewOrder(
        0, 0, number, 0, price, quantity, side, ordType, timeInForce, false, clOrdId, "", asked);
  }

  private static ReplaceOrder replace(
      int number,
      int named,
      char side,
      long price,
      long quantity,
      char timeInForce,
      Conditions asked) {
    return new ReplaceOrder(
        0,
        0,
        number,
        0,
        price,
        quantity,
        0,
        side,
        '2',
        timeInForce,
        false,
        "C" + number,
        "C" + named,
        "",
        asked,
        0);
  }

  private static CancelOrder cancel(int number, int named, char side) {
    return new CancelOrder(0, 0, number, 0, 0, side, false, "C" + number, "C" + named);
  }

  private static UnsafeBuffer encoded(Command command) {
    UnsafeBuffer scratch = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    int length = Commands.encode(command, scratch, 0);
    byte[] exact = new byte[length];
    scratch.getBytes(0, exact);
    return new UnsafeBuffer(exact);
  }
}
