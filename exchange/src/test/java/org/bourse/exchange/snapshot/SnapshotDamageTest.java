package org.bourse.exchange.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bourse.exchange.engine.RandomEngine;
import org.bourse.exchange.journal.Storage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotDamageTest {
  private static final long JOURNAL = 7;

  private static final int HEADER = 3_000;

  /** The ordinary build flips one byte of so many; another seed, others. */
  private static final int STEP = Integer.getInteger("bourse.damage.step", 4);

  private final Path folder;

  private Snapshot older;
  private Snapshot newer;

  SnapshotDamageTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void seal() throws IOException {
    RandomEngine random = new RandomEngine(4);
    random.run(20);
    Snapshots snapshots = Snapshots.open(folder, Storage.disk(), JOURNAL);
    older = snapshots.seal(random.engine());
    random.run(10);
    newer = snapshots.seal(random.engine());
    assertThat(newer.openOrderCount()).isPositive();
  }

  @Test
  void shouldFindEachFlippedByteOfTheManifest() throws IOException {
    flipEach("manifest", IntStream.range(0, (int) Files.size(file("manifest"))).toArray());
  }

  @Test
  void shouldFindEachFlippedByteOfTheState() throws IOException {
    flipEach("engine.state", some((int) newer.state().length()));
  }

  @Test
  void shouldFindFlippedBytesOfTheMap() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    flipEach("open-orders.map", some(HEADER));
    int length = (int) newer.openOrders().length();
    flipEach("open-orders.map", random.ints(300, HEADER, length).sorted().distinct().toArray());
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "engine.state", "open-orders.map"})
  void shouldSetASnapshotAsideThatLacksAFile(String name) throws IOException {
    Files.delete(file(name));

    requireSetAside(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "engine.state", "open-orders.map"})
  void shouldSetASnapshotAsideWhoseFileIsCutShortOrLonger(String name) throws IOException {
    byte[] whole = Files.readAllBytes(file(name));
    for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1, whole.length + 1}) {
      Files.write(file(name), Arrays.copyOf(whole, length));
      requireSetAside(name + " of length " + length);
      Files.write(file(name), whole);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest", "engine.state", "open-orders.map"})
  void shouldSetASnapshotAsideWithTheFileOfAnother(String name) throws IOException {
    Files.write(file(name), Files.readAllBytes(older.folder().resolve(name)));

    requireSetAside(name);
  }

  @Test
  void shouldSetAFolderAsideThatIsNoSnapshot() throws IOException {
    Path foreign = folder.resolve("snapshot-00000000000000ff");
    Files.createDirectory(foreign);
    Files.createDirectory(foreign.resolve("manifest"));
    Files.writeString(folder.resolve("snapshot-00000000000000fe"), "a file");
    Snapshots snapshots = Snapshots.open(folder, Storage.disk(), JOURNAL);

    assertThat(NewestSnapshot.of(snapshots, Long.MAX_VALUE)).isEqualTo(newer);
    assertThat(snapshots.setAside()).hasSize(2);
  }

  @Test
  void shouldKeepEverySnapshotThatWasSetAside() throws IOException {
    RandomEngine random = new RandomEngine(4);
    random.run(30);
    for (int n = 0; n < 3; n++) {
      Files.write(file("engine.state"), new byte[1]);
      assertThat(Snapshots.open(folder, Storage.disk(), JOURNAL).seal(random.engine()))
          .isEqualTo(newer);
    }

    String name = newer.folder().getFileName().toString();
    assertThat(SnapshotFiles.names(folder))
        .containsExactly(
            older.folder().getFileName().toString(),
            name,
            name + ".damaged",
            name + ".damaged-2",
            name + ".damaged-3");
  }

  @Test
  void shouldNotLoadFilesThatWereChangedSinceTheyWereVerified() throws IOException {
    for (String name : new String[] {"engine.state", "open-orders.map"}) {
      byte[] whole = Files.readAllBytes(file(name));
      byte[] flipped = whole.clone();
      flipped[whole.length / 3] ^= 16;
      Files.write(file(name), flipped);
      Snapshots snapshots = Snapshots.open(folder, Storage.disk(), JOURNAL);
      assertThatThrownBy(() -> snapshots.load(newer, RandomEngine.fresh()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(newer.folder().toString());
      Files.write(file(name), whole);
    }
    assertThat(SnapshotFiles.names(folder)).hasSize(2);
  }

  private static int[] some(int length) {
    int first = Integer.getInteger("bourse.seed", 0) % STEP;
    return IntStream.range(0, length).filter(offset -> offset % STEP == first).toArray();
  }

  private void flipEach(String name, int[] offsets) throws IOException {
    byte[] whole = Files.readAllBytes(file(name));
    for (int offset : offsets) {
      byte[] flipped = whole.clone();
      flipped[offset] ^= (byte) (1 << offset % 8);
      Files.write(file(name), flipped);
      requireSetAside(name + " at " + offset);
    }
    Files.write(file(name), whole);
  }

  /** The older one is used, the newer has another name; that is undone then. */
  private void requireSetAside(String damage) throws IOException {
    Snapshots snapshots = Snapshots.open(folder, Storage.disk(), JOURNAL);
    assertThat(NewestSnapshot.of(snapshots, Long.MAX_VALUE)).as(damage).isEqualTo(older);
    assertThat(snapshots.setAside()).as(damage).hasSize(1);
    SetAside aside = snapshots.setAside().get(0);
    assertThat(aside.reason()).as(damage).isNotBlank();
    assertThat(aside.folder().getFileName().toString())
        .isEqualTo(newer.folder().getFileName() + ".damaged");
    Files.move(aside.folder(), newer.folder());
  }

  private Path file(String name) {
    return newer.folder().resolve(name);
  }
}
