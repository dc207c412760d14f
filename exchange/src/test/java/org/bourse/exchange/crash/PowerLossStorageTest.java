package org.bourse.exchange.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.bourse.exchange.journal.StorageFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a loss of power takes, and what it leaves. */
class PowerLossStorageTest {
  private static final int SECTOR = 512;
  private static final int TRIES = 100;

  @TempDir private Path folder;
  private final PowerLossStorage storage = new PowerLossStorage();
  private final Random random = new Random(1);
  private Path data;
  private int losses;

  @BeforeEach
  void makeFolder() throws IOException {
    data = Files.createDirectory(folder.resolve("data"));
  }

  @Test
  void shouldKeepWhatWasForced() throws IOException {
    StorageFile file = storage.create(data.resolve("a"));
    write(file, 0, 10 * SECTOR, 1);
    file.force();
    storage.forceFolder(data);

    assertThat(contentsOf("a")).containsExactly("1".repeat(10));
  }

  @Test
  void shouldLoseOrTearWhatWasNotForced() throws IOException {
    StorageFile file = storage.create(data.resolve("a"));
    write(file, 0, 2 * SECTOR, 1);
    file.force();
    storage.forceFolder(data);
    write(file, 0, 2 * SECTOR, 2);

    assertThat(contentsOf("a")).containsExactlyInAnyOrder("11", "12", "21", "22");
  }

  @Test
  void shouldForgetThatAFileHasGrown() throws IOException {
    StorageFile file = storage.create(data.resolve("a"));
    storage.forceFolder(data);
    write(file, 0, SECTOR, 1);

    assertThat(contentsOf("a")).contains("", "0", "1");
  }

  @Test
  void shouldForgetFolderChangesThatWereNotForced() throws IOException {
    storage.create(data.resolve("a")).force();
    storage.forceFolder(data);
    storage.rename(data.resolve("a"), data.resolve("b"));
    storage.create(data.resolve("c")).force();

    assertThat(namesLeft())
        .containsExactlyInAnyOrder(Set.of("a"), Set.of("b"), Set.of("a", "c"), Set.of("b", "c"));
  }

  @Test
  void shouldBringBackADeletedFile() throws IOException {
    StorageFile file = storage.create(data.resolve("a"));
    write(file, 0, SECTOR, 1);
    file.force();
    storage.forceFolder(data);
    storage.delete(data.resolve("a"));

    assertThat(contentsOf("a")).containsExactlyInAnyOrder("none", "1");
  }

  @Test
  void shouldRefuseEverythingOnceThePowerIsOff() throws IOException {
    StorageFile file = storage.create(data.resolve("a"));
    storage.failIn(1);
    write(file, 0, SECTOR, 1);

    assertThatThrownBy(() -> write(file, 0, SECTOR, 2)).hasMessage("The power is off");
    assertThatThrownBy(file::force).hasMessage("The power is off");
    assertThatThrownBy(() -> storage.list(data)).hasMessage("The power is off");
  }

  private static void write(StorageFile file, long position, int length, int value)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      bytes.put((byte) value);
    }
    file.write(bytes.flip(), position);
  }

  /** What a file can hold after a loss, one digit for each sector. */
  private Set<String> contentsOf(String name) throws IOException {
    Set<String> contents = new HashSet<>();
    for (int i = 0; i < TRIES; i++) {
      Path file = lose().resolve(name);
      contents.add(Files.exists(file) ? digits(Files.readAllBytes(file)) : "none");
    }
    return contents;
  }

  private static String digits(byte[] content) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at + SECTOR <= content.length; at += SECTOR) {
      digits.append(content[at]);
    }
    return digits.toString();
  }

  private Set<Set<String>> namesLeft() throws IOException {
    Set<Set<String>> names = new HashSet<>();
    for (int i = 0; i < TRIES; i++) {
      try (var files = Files.list(lose())) {
        names.add(new HashSet<>(files.map(file -> file.getFileName().toString()).toList()));
      }
    }
    return names;
  }

  private Path lose() throws IOException {
    Path image = folder.resolve("image-" + ++losses);
    storage.survivors(data, image, random);
    return image;
  }
}
