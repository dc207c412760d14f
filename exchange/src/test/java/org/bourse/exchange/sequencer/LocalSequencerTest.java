package org.bourse.exchange.sequencer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bourse.exchange.event.OrderReport;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LocalSequencerTest {
  private static final int FEED = 1 << 20;

  private final Path folder;

  LocalSequencerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldGiveDenseEventsForCommandsOfSeveralThreads() throws Exception {
    int each = 2_000;
    int all = SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * SequencerRig.SESSIONS * each;
    try (SequencerRig rig = open(new FaultyStorage(), Durability.OS, 64)) {
      Consumer consumer = new Consumer(rig.sequencer().events(0));
      offerOnThreads(rig, each);

      consumer.take(all);
      assertThat(consumer.numbers()).isEqualTo(LongStream.rangeClosed(1, all).boxed().toList());
    }
  }

  @Test
  void shouldKeepTheOrderOfEachThread() throws Exception {
    int each = 1_000;
    int all = SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * SequencerRig.SESSIONS * each;
    try (SequencerRig rig = open(new FaultyStorage(), Durability.OS, 64)) {
      Consumer consumer = new Consumer(rig.sequencer().events(0));
      offerOnThreads(rig, each);

      List<Integer> ofOne =
          consumer.take(all).stream()
              .filter(event -> event instanceof OrderReport && event.sessionId() == 2)
              .map(event -> ((OrderReport) event).refSeqNum())
              .toList();
      assertThat(ofOne).isEqualTo(IntStream.rangeClosed(1, each).boxed().toList());
    }
  }

  @Test
  void shouldGiveTwoConsumersTheSameEvents() throws Exception {
    try (SequencerRig rig = open(new FaultyStorage(), Durability.OS, 64)) {
      Consumer one = new Consumer(rig.sequencer().events(0));
      Consumer other = new Consumer(rig.sequencer().events(0));
      offerOnThreads(rig, 100);

      int all = SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 100 * SequencerRig.SESSIONS;
      assertThat(one.take(all)).isEqualTo(other.take(all));
    }
  }

  @Test
  void shouldTakeNothingMoreWhenTheRingIsFullAndGoOnLater() throws Exception {
    GatedStorage gate = new GatedStorage();
    try (SequencerRig rig = open(gate, Durability.DISK, 64)) {
      Consumer consumer = new Consumer(rig.sequencer().events(0));
      consumer.take(SequencerRig.DEFINITIONS);
      gate.close();
      AtomicInteger taken = new AtomicInteger();
      await()
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !rig.tryOffer(SequencerRig.order(0, taken.incrementAndGet())));
      assertThat(taken.get()).isGreaterThan(64);
      assertThat(rig.tryOffer(SequencerRig.order(0, taken.get()))).isFalse();

      gate.open();
      rig.offer(SequencerRig.order(0, taken.get()));
      assertThat(consumer.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * taken.get()))
          .hasSize(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * taken.get());
    }
  }

  @Test
  void shouldReleaseNothingBeforeItsRecordIsForced() throws Exception {
    GatedStorage gate = new GatedStorage();
    try (SequencerRig rig = open(gate, Durability.DISK, 64)) {
      Consumer consumer = new Consumer(rig.sequencer().events(0));
      consumer.take(SequencerRig.DEFINITIONS);
      gate.close();
      rig.offer(SequencerRig.order(0, 1));
      await().until(gate::isWaitedFor);
      consumer.poll();
      assertThat(consumer.numbers()).hasSize(SequencerRig.DEFINITIONS);

      gate.open();
      assertThat(consumer.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 1))
          .hasSize(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 1);
    }
  }

  @Test
  @Timeout(60)
  void shouldWakeAConsumerThatWaits() throws Exception {
    try (SequencerRig rig = open(new FaultyStorage(), Durability.OS, 64)) {
      EventStream stream = rig.sequencer().events(0);
      AtomicInteger given = new AtomicInteger();
      Thread waiting = new Thread(() -> waitFor(stream, given));
      waiting.start();
      for (int number = 1; number <= 200; number++) {
        int before = given.get();
        rig.offer(SequencerRig.order(0, number));
        await()
            .atMost(5, SECONDS)
            .pollDelay(Duration.ZERO)
            .pollInterval(Duration.ofNanos(100_000))
            .until(() -> given.get() > before);
      }
      waiting.interrupt();
      waiting.join();
    }
  }

  @Test
  void shouldHandleAllThatWasOfferedBeforeItStops() throws Exception {
    try (SequencerRig rig = open(new FaultyStorage(), Durability.OS, 4096)) {
      Consumer consumer = new Consumer(rig.sequencer().events(0));
      for (int number = 1; number <= 4_000; number++) {
        rig.offer(SequencerRig.order(0, number));
      }
      rig.sequencer().stop();

      assertThat(consumer.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 4_000))
          .hasSize(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 4_000);
    }
  }

  private SequencerRig open(Storage storage, Durability durability, int ringSize) throws Exception {
    return new SequencerRig(folder, storage, durability, ringSize, FEED).start();
  }

  private static void offerOnThreads(SequencerRig rig, int each) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int id = 0; id < SequencerRig.SESSIONS; id++) {
      int sessionId = id;
      Thread thread =
          new Thread(
              () -> {
                for (int number = 1; number <= each; number++) {
                  rig.offer(SequencerRig.order(sessionId, number));
                }
              });
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** Would sleep for minutes if nothing woke it. */
  private static void waitFor(EventStream stream, AtomicInteger given) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        given.addAndGet(stream.poll((eventSeq, buffer, offset, length) -> {}, 10));
        stream.await(600_000_000_000L);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
