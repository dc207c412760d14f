package org.bourse.exchange.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.model.Durability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A consumer that a feed of a few dozen events leaves behind. */
class OvertakenConsumerTest {
  private static final int FEED = 1 << 14;

  private final Path folder;

  OvertakenConsumerTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void shouldGiveEveryEventOnceAndInOrder() throws Exception {
    try (SequencerRig rig = open()) {
      Consumer consumer = new Consumer(rig.sequencer().events(0));
      enter(rig, 1, 2_000);
      awaitAll(rig, 2_000);

      consumer.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 2_000);
      assertThat(consumer.numbers())
          .isEqualTo(upTo(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 2_000));
    }
  }

  @Test
  void shouldGiveTheSameEventsAsToOneThatKeptUp() throws Exception {
    try (SequencerRig rig = open()) {
      Consumer slow = new Consumer(rig.sequencer().events(0));
      Consumer quick = new Consumer(rig.sequencer().events(0));
      for (int number = 1; number <= 500; number++) {
        enter(rig, number, number);
        quick.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * number);
      }

      assertThat(slow.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 500))
          .isEqualTo(quick.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 500));
    }
  }

  @Test
  void shouldCopeWithBeingOvertakenAgainDuringTheReplay() throws Exception {
    try (SequencerRig rig = open();
        EventStream stream = rig.sequencer().events(0)) {
      enter(rig, 1, 1_000);
      awaitAll(rig, 1_000);
      List<Long> numbers = new ArrayList<>();
      while (numbers.size() < SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 3_000) {
        stream.poll(
            (eventSeq, buffer, offset, length) -> {
              numbers.add(eventSeq);
              if (numbers.size() == 100 || numbers.size() == 1_500) {
                int next = numbers.size() == 100 ? 1_001 : 2_001;
                enter(rig, next, next + 999);
                awaitAll(rig, next + 999);
              }
            },
            10);
      }

      assertThat(numbers)
          .isEqualTo(upTo(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 3_000));
    }
  }

  @Test
  @Timeout(120)
  void shouldMissNothingWhileTheWriterGoesOn() throws Exception {
    int orders = 100_000;
    try (SequencerRig rig = open();
        EventStream stream = rig.sequencer().events(0)) {
      Thread writer = new Thread(() -> enter(rig, 1, orders));
      writer.start();
      List<Long> numbers = new ArrayList<>();
      while (numbers.size() < SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * orders) {
        stream.poll((eventSeq, buffer, offset, length) -> numbers.add(eventSeq), 50);
      }
      writer.join();

      assertThat(numbers)
          .isEqualTo(upTo(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * orders));
    }
  }

  /** The records that it would have read next may be gone, as no start needs them any more. */
  @Test
  void shouldBeginAnewWhereTheJournalWasShortenedSinceItWasOvertakenBefore() throws Exception {
    try (SequencerRig rig =
            new SequencerRig(folder, new FaultyStorage(), Durability.OS, 1024, FEED, 1 << 16)
                .start();
        EventStream stream = rig.sequencer().events(0)) {
      Consumer consumer = new Consumer(stream);
      enter(rig, 1, 2_000);
      awaitAll(rig, 2_000);
      consumer.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 2_000);
      rig.sealHere();
      enter(rig, 2_001, 4_000);
      awaitAll(rig, 4_000);

      consumer.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 4_000);
      assertThat(consumer.numbers())
          .isEqualTo(upTo(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 4_000));
    }
  }

  @Test
  void shouldGiveWhatCameBeforeItJoined() throws Exception {
    try (SequencerRig rig = open()) {
      enter(rig, 1, 10);
      awaitAll(rig, 10);

      Consumer late = new Consumer(rig.sequencer().events(3));
      late.take(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 10 - 3);
      assertThat(late.numbers())
          .isEqualTo(
              LongStream.rangeClosed(4, SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * 10)
                  .boxed()
                  .toList());
    }
  }

  private SequencerRig open() throws Exception {
    return new SequencerRig(folder, new FaultyStorage(), Durability.OS, 1024, FEED).start();
  }

  private static void enter(SequencerRig rig, int first, int last) {
    for (int number = first; number <= last; number++) {
      rig.offer(SequencerRig.order(0, number));
    }
  }

  /** Waits, by a consumer of its own, until so many orders have been handled. */
  private static void awaitAll(SequencerRig rig, int orders) {
    new Consumer(
            rig.sequencer()
                .events(SequencerRig.DEFINITIONS + SequencerRig.OF_AN_ORDER * orders - 1))
        .take(1);
  }

  private static List<Long> upTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
