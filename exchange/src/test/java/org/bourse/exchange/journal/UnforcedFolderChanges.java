package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * What was renamed and deleted in folders since each was last forced, and can be lost. A rename to
 * another folder is never half lost to no file at all; but once only the new folder was forced, the
 * old one may have its file again.
 */
final class UnforcedFolderChanges {
  private final List<Change> changes = new ArrayList<>();

  /** A file is about to be replaced by a rename from the same folder or another. */
  void renamed(Path from, Path to) throws IOException {
    Undo replaced = Files.exists(to) ? restore(to) : () -> {};
    Undo moved =
        () -> {
          Files.move(to, from);
          replaced.run();
        };
    Path left = folder(from);
    if (left.equals(folder(to))) {
      changes.add(new Change(left, moved, List.of()));
    } else {
      changes.add(
          new Change(folder(to), moved, List.of(new Change(left, restore(from), List.of()))));
    }
  }

  /** A file is about to be deleted. */
  void deleted(Path file) throws IOException {
    changes.add(new Change(folder(file), restore(file), List.of()));
  }

  void forced(Path folder) {
    List<Change> left = new ArrayList<>();
    for (Change change : changes) {
      if (change.folder.equals(folder.toAbsolutePath())) {
        left.addAll(change.afterForce);
      } else {
        left.add(change);
      }
    }
    changes.clear();
    changes.addAll(left);
  }

  /** Takes some of the last ones back. */
  void lose(Random random) throws IOException {
    int kept = random.nextInt(changes.size() + 1);
    for (int i = changes.size() - 1; i >= kept; i--) {
      changes.get(i).undo.run();
    }
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent());
  }

  private static Undo restore(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    return () -> Files.write(file, content);
  }

  /**
   * One change.
   *
   * @param folder it is durable once this is forced
   * @param afterForce what can be lost of it even then
   */
  private record Change(Path folder, Undo undo, List<Change> afterForce) {}

  /** Takes a change to a folder back. */
  private interface Undo {
    void run() throws IOException;
  }
}
