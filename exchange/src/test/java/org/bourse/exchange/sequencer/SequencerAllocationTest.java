package org.bourse.exchange.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SequencerAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int ORDERS = 50_000;

  /** What the compiler, a new segment and the measuring may take; less than a byte an order. */
  private static final long BOUND = 40_000;

  private final Path folder;

  SequencerAllocationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldAllocateNothingOnItsThreadForACommand() throws Exception {
    try (SequencerRig rig =
        new SequencerRig(folder, Storage.disk(), Durability.OS, 1024, 1 << 20).start()) {
      int next = enter(rig, 1);
      next = enter(rig, next);
      long before = allocated();
      enter(rig, next);

      assertThat(allocated() - before).isLessThan(BOUND);
    }
  }

  private static int enter(SequencerRig rig, int first) {
    int last = first + ORDERS - 1;
    for (int number = first; number <= last; number++) {
      rig.offer(SequencerRig.order(0, number));
    }
    new Consumer(rig.sequencer().events(SequencerRig.DEFINITIONS + last - 1)).take(1);
    return last + 1;
  }

  private static long allocated() {
    for (long id : THREADS.getAllThreadIds()) {
      if (THREADS.getThreadInfo(id).getThreadName().equals("sequencer")) {
        return THREADS.getThreadAllocatedBytes(id);
      }
    }
    throw new AssertionError("no sequencer's thread");
  }
}
