package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bourse.exchange.journal.LastRun;
import org.bourse.exchange.journal.Storage;

/**
 * The folder with all that an exchange keeps. Any thread.
 *
 * @param path where it is
 */
public record DataFolder(Path path) {
  private static final int MOST_ATTEMPTS = 100;

  /** Reads a data folder. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /** Whether what was read is as it should be. */
  @FunctionalInterface
  interface Check<T> {
    boolean isSound(T result);
  }

  /**
   * A folder that must be there.
   *
   * @throws IOException where it is not, or is of something else
   */
  public static DataFolder of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      throw new IOException(path + ": there is no such folder");
    }
    DataFolder folder = new DataFolder(path);
    if (folder.parts().stream().noneMatch(Files::isDirectory)) {
      throw new IOException(
          path + ": not the data folder of an exchange: it has none of journal, fix, snapshots");
    }
    return folder;
  }

  Path journal() {
    return path.resolve("journal");
  }

  Path fix() {
    return path.resolve("fix");
  }

  Path snapshots() {
    return path.resolve("snapshots");
  }

  /** Whether the last run ended in order. */
  boolean endedInOrder() throws IOException {
    return LastRun.of(path, "", Storage.disk()).endedInOrder();
  }

  private List<Path> parts() {
    return List.of(journal(), fix(), fix().resolve("marks"), snapshots());
  }

  /**
   * Reads, and reads again where that failed or found faults, and a running exchange has removed
   * files meanwhile.
   */
  <T> T read(Work<T> work, Check<T> check) throws IOException {
    for (int attempt = 1; ; attempt++) {
      Set<Path> before = names();
      try {
        T result = work.run();
        if (attempt == MOST_ATTEMPTS || check.isSound(result) || names().containsAll(before)) {
          return result;
        }
      } catch (IOException e) {
        if (attempt == MOST_ATTEMPTS || names().containsAll(before)) {
          throw e;
        }
      }
    }
  }

  private Set<Path> names() throws IOException {
    Set<Path> names = new HashSet<>();
    for (Path part : parts()) {
      try (Stream<Path> files = Files.list(part)) {
        files.forEach(names::add);
      } catch (NoSuchFileException | NotDirectoryException e) {
        names.remove(part); // nothing of it is there
      }
    }
    return names;
  }
}
