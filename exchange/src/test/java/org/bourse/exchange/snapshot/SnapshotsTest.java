package org.bourse.exchange.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bourse.exchange.engine.MatchingEngine;
import org.bourse.exchange.engine.RandomEngine;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotsTest {
  private static final long JOURNAL = 7;

  private final Path folder;

  SnapshotsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldGiveAnEngineThatGoesOnAsTheOther(long seed) throws IOException {
    RandomEngine random = new RandomEngine(seed);
    random.run(3_000);
    open().seal(random.engine());
    random.follow(loaded());
    random.run(3_000);

    assertThat(random.agree()).as("seed %d", seed).isTrue();
    assertThat(random.engine().openOrderCount()).isPositive();
  }

  @Test
  void shouldDescribeTheEngineInTheManifest() throws IOException {
    MatchingEngine engine = engine(500);
    Snapshot sealed = open().seal(engine);

    assertThat(open().sealed()).containsExactly(sealed);
    assertThat(sealed.position()).isEqualTo(engine.position());
    assertThat(sealed.time()).isEqualTo(engine.lastTime());
    assertThat(sealed.eventSeq()).isEqualTo(engine.eventSeq());
    assertThat(sealed.openOrderCount()).isEqualTo(engine.openOrderCount()).isPositive();
    assertThat(sealed.orderCount()).isEqualTo(engine.orderCount());
    assertThat(sealed.stateHash()).isEqualTo(engine.stateHash());
    assertThat(SnapshotFiles.names(sealed.folder()))
        .containsExactly("engine.state", "manifest", "open-orders.map");
  }

  @Test
  void shouldHoldAnEngineThatKnowsNothing() throws IOException {
    MatchingEngine empty = RandomEngine.fresh();
    open().seal(empty);

    assertThat(loaded().stateHash()).isEqualTo(empty.stateHash());
  }

  @Test
  void shouldHoldAnEngineWithoutOpenOrders() throws IOException {
    MatchingEngine engine = engine(8);
    assertThat(engine.openOrderCount()).isZero();
    open().seal(engine);

    assertThat(loaded().stateHash()).isEqualTo(engine.stateHash());
  }

  @Test
  void shouldLeaveASnapshotAsItIsWhenItIsLoaded() throws IOException {
    open().seal(engine(1_000));
    Map<String, String> before = SnapshotFiles.hashes(folder);
    for (int start = 0; start < 3; start++) {
      loaded();
      assertThat(SnapshotFiles.hashes(folder)).isEqualTo(before);
    }
  }

  @Test
  void shouldSealTheSamePositionOnce() throws IOException {
    MatchingEngine engine = engine(300);
    Snapshot first = open().seal(engine);
    Map<String, String> before = SnapshotFiles.hashes(folder);

    assertThat(open().seal(engine)).isEqualTo(first);
    assertThat(SnapshotFiles.hashes(folder)).isEqualTo(before);
  }

  @Test
  void shouldGiveTheNewestThatIsNotBeyondAnEvent() throws IOException {
    List<Snapshot> sealed = seal(3);

    assertThat(NewestSnapshot.of(open(), Long.MAX_VALUE)).isEqualTo(sealed.get(2));
    assertThat(NewestSnapshot.of(open(), sealed.get(2).eventSeq() - 1)).isEqualTo(sealed.get(1));
    assertThat(NewestSnapshot.of(open(), sealed.get(1).eventSeq())).isEqualTo(sealed.get(1));
    assertThat(NewestSnapshot.of(open(), sealed.get(0).eventSeq() - 1)).isNull();
    assertThat(open().setAside()).isEmpty();
  }

  @Test
  void shouldKeepTheNewestAndOneForTheSlowestConsumer() throws IOException {
    List<Snapshot> sealed = seal(5);

    assertThat(open().prune(2, sealed.get(1).eventSeq())).isEqualTo(sealed.get(1).position());
    assertThat(open().sealed()).containsExactly(sealed.get(4), sealed.get(3), sealed.get(1));
    assertThat(open().prune(2, Long.MAX_VALUE)).isEqualTo(sealed.get(3).position());
    assertThat(open().sealed()).containsExactly(sealed.get(4), sealed.get(3));
  }

  @Test
  void shouldNeedTheWholeJournalWhereNoSnapshotIsOldEnough() throws IOException {
    List<Snapshot> sealed = seal(3);

    assertThat(open().prune(2, sealed.get(0).eventSeq() - 1)).isZero();
    assertThat(open().sealed()).containsExactly(sealed.get(2), sealed.get(1));
    assertThat(Snapshots.readOnly(folder.resolve("none"), Storage.disk()).sealed()).isEmpty();
  }

  @Test
  void shouldRemoveWhatAKilledProcessLeft() throws IOException {
    Snapshot sealed = open().seal(engine(300));
    for (String left :
        List.of("snapshot-00000000000000ff.building", "snapshot-0000000000000001.removed")) {
      Files.createDirectory(folder.resolve(left));
      Files.writeString(folder.resolve(left).resolve("engine.state"), "half");
    }
    Files.createDirectory(folder.resolve("reading"));
    Files.createDirectory(folder.resolve("notes"));

    assertThat(Snapshots.readOnly(folder, Storage.disk()).sealed()).containsExactly(sealed);
    assertThat(SnapshotFiles.names(folder)).hasSize(5);
    open();
    assertThat(SnapshotFiles.names(folder))
        .containsExactly("notes", sealed.folder().getFileName().toString());
  }

  @Test
  void shouldChangeNothingWhereItIsReadOnly() throws IOException {
    List<Snapshot> sealed = seal(2);
    Files.writeString(sealed.get(1).folder().resolve("engine.state"), "damaged");
    Map<String, String> before = SnapshotFiles.hashes(folder);
    Snapshots snapshots = Snapshots.readOnly(folder, Storage.disk());

    assertThat(NewestSnapshot.of(snapshots, Long.MAX_VALUE)).isEqualTo(sealed.get(0));
    snapshots.load(sealed.get(0), RandomEngine.fresh());
    assertThat(snapshots.setAside()).hasSize(1);
    assertThat(snapshots.damage()).isEqualTo(snapshots.setAside());
    assertThatThrownBy(() -> snapshots.prune(1, 0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> snapshots.seal(RandomEngine.fresh()))
        .isInstanceOf(IllegalStateException.class);
    assertThat(SnapshotFiles.hashes(folder)).isEqualTo(before);
  }

  private List<Snapshot> seal(int count) throws IOException {
    RandomEngine random = new RandomEngine(9);
    Snapshot[] sealed = new Snapshot[count];
    for (int i = 0; i < count; i++) {
      random.run(100);
      sealed[i] = open().seal(random.engine());
    }
    return List.of(sealed);
  }

  private static MatchingEngine engine(int commands) {
    RandomEngine random = new RandomEngine(7);
    random.run(commands);
    return random.engine();
  }

  private Snapshots open() throws IOException {
    return Snapshots.open(folder, Storage.disk(), JOURNAL);
  }

  private MatchingEngine loaded() throws IOException {
    Snapshots snapshots = open();
    Snapshot newest = NewestSnapshot.of(snapshots, Long.MAX_VALUE);
    if (newest == null) {
      throw new AssertionError("no sound snapshot: " + snapshots.setAside());
    }
    MatchingEngine engine = RandomEngine.fresh();
    snapshots.load(newest, engine);
    return engine;
  }

  @Test
  void shouldHaveWhatChronicleWouldElseCompileAtEachStart() throws ClassNotFoundException {
    Class<?> made = Class.forName("net.openhft.chronicle.hash.VanillaGlobalMutableState$$Native");

    assertThat(made.getProtectionDomain().getCodeSource().getLocation())
        .isEqualTo(Snapshots.class.getProtectionDomain().getCodeSource().getLocation());
  }
}
