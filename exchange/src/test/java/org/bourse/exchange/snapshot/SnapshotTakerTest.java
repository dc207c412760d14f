package org.bourse.exchange.snapshot;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;
import org.bourse.exchange.command.Command;
import org.bourse.exchange.command.Commands;
import org.bourse.exchange.command.DefineInstrument;
import org.bourse.exchange.command.DefineSession;
import org.bourse.exchange.command.NewOrder;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.journal.Journal;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.model.Instrument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTakerTest {
  private static final Instrument ABC =
      new Instrument("ABC", 2, 0, 1, 1, 100_000_000, 1_000_000_000);

  private final AtomicLong committed = new AtomicLong();
  private final AtomicLong cursor = new AtomicLong(Long.MAX_VALUE);
  private final MatchingEngine live = new MatchingEngine(100, 100);
  private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[Commands.MAX_LENGTH]);
  private Path folder;
  private Journal journal;
  private Snapshots snapshots;
  private @Nullable SnapshotTaker taker;
  private int orders;

  @BeforeEach
  void open(@TempDir Path temp) throws IOException {
    folder = temp;
    journal = Journal.open(folder.resolve("journal"), 4096, Storage.disk());
    snapshots = Snapshots.open(folder.resolve("snapshots"), Storage.disk(), journal.identity());
    carryOut(new DefineInstrument(0, ABC, true));
    carryOut(new DefineSession(0, 0, "S", "P"));
    journal.commit(false);
  }

  @AfterEach
  void close() throws Exception {
    try (Journal log = journal;
        SnapshotTaker sealing = Objects.requireNonNull(taker)) {
      sealing.stop();
      assertThat(log.firstSequence()).isPositive();
    }
  }

  @Test
  void shouldSealAfterSoManyCommands() throws IOException {
    start(10);
    enter(7);
    assertThat(snapshots.sealed()).isEmpty();
    enter(1);
    awaitSealed(10);

    assertThat(snapshots.sealed().get(0).stateHash()).isEqualTo(live.stateHash());
  }

  @Test
  void shouldSealWhatWasNotForced() throws IOException {
    start(10);
    enter(100);
    awaitSealed(102);

    Snapshots.Loaded loaded =
        snapshots.loadNewest(Long.MAX_VALUE, () -> new MatchingEngine(10, 10));
    assertThat(Objects.requireNonNull(loaded).engine().stateHash()).isEqualTo(live.stateHash());
  }

  @Test
  void shouldRemoveJournalThatNoStartNeeds() throws IOException {
    start(50);
    for (int i = 0; i < 6; i++) {
      enter(100);
      awaitSealed(live.position());
    }

    assertThat(snapshots.sealed()).hasSize(2);
    long oldest = snapshots.sealed().get(1).position();
    await().untilAsserted(() -> assertThat(journal.firstSequence()).isBetween(100L, oldest + 1));
  }

  @Test
  void shouldKeepWhatSlowestConsumerNeeds() throws IOException {
    start(50);
    enter(100);
    awaitSealed(live.position());
    long reached = live.eventSeq();
    cursor.set(reached);
    for (int i = 0; i < 5; i++) {
      enter(100);
      awaitSealed(live.position());
    }

    assertThat(NewestSnapshot.of(snapshots, reached)).isNotNull();
    assertThat(journal.firstSequence()).isLessThanOrEqualTo(reached + 1);
  }

  @Test
  void shouldSealWhenAsked() throws IOException {
    start(0);
    enter(5);
    SnapshotRequest request = new SnapshotRequest(snapshots.path());
    request.ask();
    await().atMost(30, SECONDS).until(() -> request.answer().isEmpty());

    assertThat(snapshots.sealed().get(0).position()).isEqualTo(7);
  }

  @Test
  void shouldSealAtEndOnlyWhatIsNew() throws Exception {
    start(0);
    enter(5);
    SnapshotTaker sealing = Objects.requireNonNull(taker);
    sealing.stop();
    sealing.sealAtEnd(live);
    sealing.sealAtEnd(live);

    assertThat(snapshots.sealed()).hasSize(1);
  }

  private void start(int everyCommands) {
    SnapshotTaker sealing =
        new SnapshotTaker(
            journal,
            snapshots,
            new SnapshotPolicy(everyCommands, 0, 2, null),
            0,
            () -> new MatchingEngine(100, 100),
            committed::get,
            () -> Math.min(cursor.get(), live.eventSeq()));
    sealing.start();
    taker = sealing;
  }

  private void awaitSealed(long position) {
    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> assertThat(NewestSnapshot.of(snapshots, Long.MAX_VALUE)).isNotNull());
    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () ->
                assertThat(snapshots.sealed().get(0).position()).isGreaterThanOrEqualTo(position));
  }

  private void enter(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      orders++;
      carryOut(
          new NewOrder(
              0, 0, orders, 0, 1_000 + orders % 7, 1, '1', '2', '0', false, "C" + orders, ""));
    }
    journal.commit(false);
    committed.set(live.position());
  }

  private void carryOut(Command command) {
    int length = Commands.encode(command, buffer, 0);
    long position = journal.append(orders, buffer, 0, length);
    live.apply(position, orders, buffer, 0, length, (event, offset, size) -> {});
    committed.set(0);
  }
}
