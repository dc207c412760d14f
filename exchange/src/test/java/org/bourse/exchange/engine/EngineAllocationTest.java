package org.bourse.exchange.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.CancelOrder;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.ReplaceOrder;
import org.junit.jupiter.api.Test;

class EngineAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ROUND = 20_000;
  private static final int ROUNDS = 4;

  /** What the compiler and the measuring may take; less than a byte a command. */
  private static final long BOUND = 16_384;

  private final MatchingEngine engine = new MatchingEngine(ROUND, 8 * ROUND);
  private final EngineRig rig = new EngineRig(engine);
  private final UnsafeBuffer[] commands = new UnsafeBuffer[ROUND * ROUNDS];
  private long bytes;

  @Test
  void shouldAllocateNothingForACommand() {
    assertThat(rig.engine()).isSameAs(engine);
    for (int i = 0; i < commands.length; i++) {
      commands[i] = encoded(command(i + 1));
    }
    for (int round = 0; round < ROUNDS - 1; round++) {
      run(round);
    }
    long before = allocated();
    run(ROUNDS - 1);

    assertThat(allocated() - before).isLessThan(BOUND);
    assertThat(bytes).isPositive();
  }

  private void run(int round) {
    EventSink sink = (buffer, offset, length) -> bytes += length;
    for (int i = round * ROUND; i < (round + 1) * ROUND; i++) {
      engine.apply(i + 10L, i, commands[i], 0, commands[i].capacity(), sink);
    }
  }

  /** Two sells that rest, a change of the first, its cancel, and a buy that takes the other. */
  private static Command command(int number) {
    return switch (number % 5) {
      case 1, 2 -> EngineRig.order(number, '2', 1_000 + number % 50, 2);
      case 3 ->
          new ReplaceOrder(
              0,
              0,
              number,
              0,
              1_020,
              3,
              0,
              '2',
              '2',
              '0',
              false,
              "C" + number,
              "C" + (number - 2),
              "");
      case 4 -> new CancelOrder(0, 0, number, 0, 0, '2', false, "C" + number, "C" + (number - 1));
      default -> EngineRig.order(number, '1', 2_000, 2);
    };
  }

  private static UnsafeBuffer encoded(Command command) {
    UnsafeBuffer scratch = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
    int length = Commands.encode(command, scratch, 0);
    byte[] exact = new byte[length];
    scratch.getBytes(0, exact);
    return new UnsafeBuffer(exact);
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
