package org.bourse.exchange.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 2_000;
  private static final int BATCH = 20;

  /** What the measuring and the compiler may take; less than a byte a record. */
  private static final long BOUND = 16_384;

  private final Path folder;
  private final UnsafeBuffer payload = new UnsafeBuffer(new byte[100]);
  private long sum;

  AllocationTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldAllocateNothingForARecordWrittenOrRead() throws IOException {
    try (Journal journal = Journal.open(folder, 64 << 20, Storage.disk());
        JournalReader reader = journal.read(1)) {
      RecordHandler handler =
          (sequence, time, buffer, offset, length) -> sum += buffer.getByte(offset) + length;
      write(journal);
      reader.read(handler, journal.nextSequence() - 1);

      long before = allocated();
      write(journal);
      long written = allocated();
      long read = reader.read(handler, journal.nextSequence() - 1);
      long after = allocated();

      assertThat(read).isEqualTo(BATCHES * BATCH);
      assertThat(written - before).isLessThan(BOUND);
      assertThat(after - written).isLessThan(BOUND);
      assertThat(sum).isEqualTo(2L * BATCHES * BATCH * 100);
    }
  }

  private void write(Journal journal) throws IOException {
    for (int batch = 0; batch < BATCHES; batch++) {
      for (int record = 0; record < BATCH; record++) {
        journal.append(record, payload, 0, 100);
      }
      journal.commit(batch % 100 == 0);
    }
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
