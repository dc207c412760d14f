package org.bourse.exchange.crash;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that was created, renamed or deleted, which the folder may forget before it is forced.
 *
 * @param from the name before, null: there was none
 * @param to the name since, null: there is none
 * @param replaced what had that name, null: nothing
 */
record FolderChange(Inode file, @Nullable Path from, @Nullable Path to, @Nullable Inode replaced) {

  /** The same once the folder has another name. */
  FolderChange within(Path oldFolder, Path newFolder) {
    return new FolderChange(
        file, moved(from, oldFolder, newFolder), moved(to, oldFolder, newFolder), replaced);
  }

  private static @Nullable Path moved(@Nullable Path path, Path oldFolder, Path newFolder) {
    return path != null && path.startsWith(oldFolder)
        ? newFolder.resolve(oldFolder.relativize(path))
        : path;
  }

  boolean isIn(Path folder) {
    return folder.equals(from == null ? to.getParent() : from.getParent());
  }

  /** Whether a later change that is kept rests on this one. */
  boolean isNeeded(Set<Path> pinned) {
    return pinned.contains(from) || pinned.contains(to);
  }

  void pin(Set<Path> pinned) {
    if (from != null) {
      pinned.add(from);
    }
    if (to != null) {
      pinned.add(to);
    }
  }

  void undo(Map<Path, Inode> names) {
    if (to != null) {
      names.remove(to);
    }
    if (to != null && replaced != null) {
      names.put(to, replaced);
    }
    if (from != null) {
      names.put(from, file);
    }
  }
}
