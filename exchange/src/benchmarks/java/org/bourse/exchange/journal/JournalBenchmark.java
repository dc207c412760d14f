package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Measures the journal with payloads of 100 bytes: records a second appended without a force,
 * opened (each record verified) and replayed, and how long a commit with a force takes. Arguments:
 * a folder for the files, which are removed after; records, in millions.
 */
final class JournalBenchmark {
  private static final int PAYLOAD = 100;
  private static final int BATCH = 256;
  private static final long SEGMENT_BYTES = 64 << 20;

  private long sum;

  private JournalBenchmark() {}

  public static void main(String[] args) throws IOException {
    Path parent = Path.of(args.length > 0 ? args[0] : "target");
    long count = (args.length > 1 ? Long.parseLong(args[1]) : 5) * 1_000_000;
    Path folder = Files.createTempDirectory(parent, "journal-benchmark");
    try {
      JournalBenchmark benchmark = new JournalBenchmark();
      benchmark.append(folder, count);
      for (int round = 0; round < 3; round++) {
        benchmark.replay(folder, count);
      }
      for (int batch : new int[] {1, 64, 1024}) {
        benchmark.force(folder, batch);
      }
    } finally {
      delete(folder);
    }
  }

  private void append(Path folder, long count) throws IOException {
    UnsafeBuffer payload = new UnsafeBuffer(new byte[PAYLOAD]);
    try (Journal journal = Journal.open(folder, SEGMENT_BYTES, Storage.disk())) {
      long start = System.nanoTime();
      for (long i = 1; i <= count; i++) {
        payload.putLong(0, i);
        journal.append(i, payload, 0, PAYLOAD);
        if (i % BATCH == 0 || i == count) {
          journal.commit(false);
        }
      }
      print("append, not forced, batches of " + BATCH, count, System.nanoTime() - start);
    }
  }

  private void replay(Path folder, long count) throws IOException {
    sum = 0;
    long start = System.nanoTime();
    try (Journal journal = Journal.open(folder, SEGMENT_BYTES, Storage.disk())) {
      long opened = System.nanoTime();
      print("open, verifying", count, opened - start);
      try (JournalReader reader = journal.read(1)) {
        long begin = System.nanoTime();
        long read =
            reader.read(
                (sequence, time, buffer, offset, length) -> sum += buffer.getLong(offset), count);
        print("replay", read, System.nanoTime() - begin);
        if (sum != count * (count + 1) / 2) {
          throw new IllegalStateException("The records read are not those written");
        }
      }
    }
  }

  private void force(Path folder, int batch) throws IOException {
    UnsafeBuffer payload = new UnsafeBuffer(new byte[PAYLOAD]);
    long[] nanos = new long[2_000];
    try (Journal journal = Journal.open(folder, SEGMENT_BYTES, Storage.disk())) {
      for (int i = 0; i < nanos.length; i++) {
        long start = System.nanoTime();
        for (int record = 0; record < batch; record++) {
          journal.append(i, payload, 0, PAYLOAD);
        }
        journal.commit(true);
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    System.out.printf(
        "append and force, batches of %d: p50 %d us, p99 %d us, max %d us, %,d records/s%n",
        batch,
        nanos[nanos.length / 2] / 1000,
        nanos[nanos.length * 99 / 100] / 1000,
        nanos[nanos.length - 1] / 1000,
        (long) (1e9 * batch * nanos.length / Arrays.stream(nanos).sum()));
  }

  private static void print(String what, long records, long nanos) {
    System.out.printf("%s: %,d records/s%n", what, (long) (1e9 * records / nanos));
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }
}
