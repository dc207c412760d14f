package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import net.openhft.chronicle.map.ChronicleMap;
import net.openhft.chronicle.map.ChronicleMapBuilder;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.engine.OpenOrderSink;
import org.bourse.exchange.engine.RankedOrders;

/**
 * The open orders as a Chronicle Map: by OrderID their rank and their record. It is filled once and
 * has room for just that many, in one segment, so that its file never grows. Reading takes locks
 * that lie in the file: read a copy. What Chronicle throws comes out as an IOException.
 */
final class OpenOrderMap {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final int VALUE_BYTES = (1 + OpenOrderSink.RECORD_WORDS) * Long.BYTES;
  private static final int RUN_IN = 20_000;

  private OpenOrderMap() {}

  /** What may fail with anything. */
  private interface Work {
    void run() throws IOException;
  }

  /** More than a map of so many orders takes. */
  static long mostBytes(long count) {
    return (1 << 20) + count * 160;
  }

  /** Creates a map that holds nothing yet. */
  static void create(Path file, long count) throws IOException {
    ChronicleWarmUp.await();
    guarded(
        "can't create " + file,
        () -> {
          try (ChronicleMap<Long, byte[]> map = builder(count).createPersistedTo(file.toFile())) {
            require(map.isEmpty(), "a new map holds something");
          }
        });
  }

  /** Puts an engine's open orders in. */
  static void fill(Path file, MatchingEngine engine, long count) throws IOException {
    ChronicleWarmUp.await();
    guarded(
        "can't fill " + file,
        () -> {
          try (ChronicleMap<Long, byte[]> map = builder(count).createPersistedTo(file.toFile())) {
            byte[] value = new byte[VALUE_BYTES];
            engine.saveOpenOrders(
                (orderId, rank, words) -> {
                  LONGS.set(value, 0, rank);
                  for (int i = 0; i < words.length; i++) {
                    LONGS.set(value, (i + 1) * Long.BYTES, words[i]);
                  }
                  map.put(orderId, value);
                });
            require(map.longSize() == count, map.longSize() + " orders instead of " + count);
          }
        });
  }

  /** Reads a map that nobody else has open, and whose SHA-256 has been checked. */
  static RankedOrders read(Path file, long count) throws IOException {
    ChronicleWarmUp.await();
    RankedOrders orders = new RankedOrders(count);
    guarded(
        "can't read " + file,
        () -> {
          try (ChronicleMap<Long, byte[]> map = builder(count).createPersistedTo(file.toFile())) {
            readInto(orders, map);
          }
        });
    return orders;
  }

  /** Has Chronicle make what it makes at first use, in memory; whether it works. */
  static boolean warmUp() throws IOException {
    RankedOrders orders = new RankedOrders(RUN_IN);
    guarded(
        "Chronicle Map can't be used: it needs a JDK, with its compiler",
        () -> {
          try (ChronicleMap<Long, byte[]> map = builder(RUN_IN).create()) {
            byte[] value = new byte[VALUE_BYTES];
            for (long rank = 0; rank < RUN_IN; rank++) {
              LONGS.set(value, 0, rank);
              map.put(rank + 1, value);
            }
            readInto(orders, map);
          }
        });
    return true;
  }

  private static void readInto(RankedOrders orders, ChronicleMap<Long, byte[]> map)
      throws IOException {
    byte[] value = new byte[VALUE_BYTES];
    long[] words = new long[OpenOrderSink.RECORD_WORDS];
    IOException[] failure = new IOException[1];
    map.forEachEntryWhile(
        entry -> {
          byte[] bytes = entry.value().getUsing(value);
          try {
            require(bytes.length == VALUE_BYTES, "an entry has " + bytes.length + " bytes");
            for (int i = 0; i < words.length; i++) {
              words[i] = (long) LONGS.get(bytes, (i + 1) * Long.BYTES);
            }
            orders.add(entry.key().get(), (long) LONGS.get(bytes, 0), words);
            return true;
          } catch (IOException e) {
            failure[0] = e;
            return false;
          }
        });
    if (failure[0] != null) {
      throw failure[0];
    }
  }

  private static ChronicleMapBuilder<Long, byte[]> builder(long count) {
    return ChronicleMapBuilder.of(Long.class, byte[].class)
        .name("open-orders")
        .entries(Math.max(1, count))
        .actualSegments(1)
        .allowSegmentTiering(false)
        .constantValueSizeBySample(new byte[VALUE_BYTES])
        .putReturnsNull(true)
        .skipCloseOnExitHook(true);
  }

  /** A full disk under a mapped file is an InternalError, a damaged one can be anything. */
  private static void guarded(String failure, Work work) throws IOException {
    try {
      work.run();
    } catch (IOException e) {
      throw new IOException(failure + ": " + e.getMessage(), e);
    } catch (RuntimeException | LinkageError | InternalError | AssertionError e) {
      throw new IOException(failure + ": " + e, e);
    }
  }

  private static void require(boolean holds, String otherwise) throws IOException {
    if (!holds) {
      throw new IOException(otherwise);
    }
  }
}
