package org.bourse.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bourse.exchange.access.CredentialStore;
import org.bourse.exchange.access.PasswordHash;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;
import org.jspecify.annotations.Nullable;

/**
 * The passwords that users have changed, in {@code credentials} of a data folder: a line a user
 * between a first and a last line, replaced as a whole.
 */
final class CredentialFile implements CredentialStore {
  static final String NAME = "credentials";

  private static final String FIRST = "bourse credentials 1";
  private static final int LARGEST = 16 << 20;
  private static final int WORDS = 3;

  private final Path folder;
  private final Storage storage;

  CredentialFile(Path folder, Storage storage) {
    this.folder = folder;
    this.storage = storage;
  }

  /**
   * Reads what was kept.
   *
   * @throws IOException where the file can't be read, or is not what a save leaves
   */
  List<Credential> load() throws IOException {
    List<String> lines = lines();
    List<Credential> all = new ArrayList<>();
    if (lines.isEmpty()) {
      return all;
    }
    if (!lines.get(0).equals(FIRST)) {
      throw damaged(1);
    }
    for (int i = 1; i < lines.size() - 1; i++) {
      Credential credential = credential(lines.get(i));
      if (credential == null) {
        throw damaged(i + 1);
      }
      all.add(credential);
    }
    if (!lines.get(lines.size() - 1).equals(last(all.size()))) {
      throw damaged(lines.size());
    }
    return all;
  }

  private List<String> lines() throws IOException {
    try (StorageFile file = storage.openToRead(folder.resolve(NAME))) {
      if (file.size() == 0 || file.size() > LARGEST) {
        throw damaged(1);
      }
      ByteBuffer bytes = ByteBuffer.allocateDirect((int) file.size());
      file.read(bytes, 0);
      return US_ASCII.decode(bytes.flip()).toString().lines().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
  }

  private static @Nullable Credential credential(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != WORDS) {
      return null;
    }
    PasswordHash configured = PasswordHash.parse(words[1]);
    PasswordHash changed = PasswordHash.parse(words[2]);
    return configured == null || changed == null
        ? null
        : new Credential(words[0], configured, changed);
  }

  private IOException damaged(int line) {
    return new IOException(
        folder.resolve(NAME)
            + ":"
            + line
            + ": damaged; restore the file, or remove it to go back to the passwords of"
            + " participants.yaml");
  }

  private static String last(int count) {
    return "end " + count;
  }

  @Override
  public void save(List<Credential> all) throws IOException {
    StringBuilder text = new StringBuilder(FIRST).append('\n');
    for (Credential credential : all) {
      text.append(credential.userName())
          .append(' ')
          .append(credential.configured().text())
          .append(' ')
          .append(credential.changed().text())
          .append('\n');
    }
    byte[] bytes = text.append(last(all.size())).append('\n').toString().getBytes(US_ASCII);
    Path building = folder.resolve(NAME + ".new");
    storage.delete(building);
    try (StorageFile file = storage.create(building)) {
      file.write(ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(), 0);
      file.force();
    }
    storage.rename(building, folder.resolve(NAME));
    storage.forceFolder(folder);
  }
}
