package org.bourse.exchange.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.engine.RandomEngine;
import org.bourse.exchange.journal.FaultyStorage;
import org.bourse.exchange.journal.Storage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFailureTest {
  private static final long JOURNAL = 7;

  private final Path folder;

  private final FaultyStorage disk = new FaultyStorage();
  private MatchingEngine engine;
  private Snapshots snapshots;
  private Snapshot older;
  private int writes;
  private int forces;

  SnapshotFailureTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void seal() throws IOException {
    RandomEngine random = new RandomEngine(6);
    random.run(200);
    engine = random.engine();
    snapshots = Snapshots.open(folder, disk, JOURNAL);
    older = snapshots.seal(engine);
    writes = disk.writes();
    forces = disk.forces();
    random.run(200);
    assertThat(engine.openOrderCount()).isPositive();
  }

  @Test
  void shouldLeaveNothingOfASnapshotWhoseWriteFails() throws IOException {
    assertThat(writes).isGreaterThanOrEqualTo(3);
    for (int n = 1; n <= writes; n++) {
      disk.failWrite(n, n);
      requireFailure("write " + n);
    }
    requireSuccess();
  }

  @Test
  void shouldLeaveNothingOfASnapshotThatCannotBeForced() throws IOException {
    assertThat(forces).isGreaterThanOrEqualTo(3);
    for (int n = 1; n <= forces; n++) {
      disk.failForce(n);
      requireFailure("force " + n);
    }
    requireSuccess();
  }

  @Test
  void shouldLeaveNothingOfASnapshotForWhichThereIsNoRoom() throws IOException {
    for (int room = 0; room < older.state().length(); room += 500) {
      disk.leaveRoom(room);
      requireFailure("room " + room);
    }
    disk.leaveRoom(Long.MAX_VALUE);
    requireSuccess();
  }

  @Test
  void shouldSayWhyAMapCannotBeMade() throws IOException {
    Path nowhere = folder.resolve("nowhere").resolve("open-orders.map");

    assertThatThrownBy(() -> OpenOrderMap.create(nowhere, 5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere");
    Files.writeString(folder.resolve("text.map"), "no map, by no means a map");
    assertThatThrownBy(() -> OpenOrderMap.read(folder.resolve("text.map"), 5))
        .isInstanceOf(IOException.class);
  }

  @Test
  void shouldRefuseAMapWithMoreOrFewerOrdersThanItSays() throws IOException {
    Path map = folder.resolve("some.map");
    OpenOrderMap.create(map, engine.openOrderCount());
    OpenOrderMap.fill(map, engine, engine.openOrderCount());

    assertThatThrownBy(() -> OpenOrderMap.read(map, engine.openOrderCount() - 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("rank");
    assertThatThrownBy(() -> OpenOrderMap.fill(map, engine, engine.openOrderCount() + 1))
        .isInstanceOf(IOException.class);
  }

  /** As a start on a full disk may find it. */
  @Test
  void shouldLeaveASoundSnapshotAsItIsWhereThereIsNoRoomToReadIt() throws IOException {
    disk.leaveRoom(0);

    assertThat(NewestSnapshot.of(snapshots, Long.MAX_VALUE)).isNull();

    assertThat(snapshots.setAside()).hasSize(1);
    assertThat(snapshots.setAside().get(0).folder()).isEqualTo(older.folder());
    assertThat(newest()).isEqualTo(older);
  }

  private void requireFailure(String fault) throws IOException {
    assertThatThrownBy(() -> snapshots.seal(engine))
        .as(fault)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no snapshot at position " + engine.position());
    assertThat(SnapshotFiles.names(folder))
        .as(fault)
        .containsExactly(older.folder().getFileName().toString());
    assertThat(newest()).as(fault).isEqualTo(older);
  }

  private void requireSuccess() throws IOException {
    Snapshot sealed = snapshots.seal(engine);
    assertThat(newest()).isEqualTo(sealed);
  }

  private @Nullable Snapshot newest() throws IOException {
    return NewestSnapshot.of(Snapshots.open(folder, Storage.disk(), JOURNAL), Long.MAX_VALUE);
  }
}
