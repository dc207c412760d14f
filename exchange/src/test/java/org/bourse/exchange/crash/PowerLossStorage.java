package org.bourse.exchange.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/**
 * The real file system of a machine whose power fails: from then on everything throws, and {@link
 * #survivors} shows what the machine finds when it is back. Of each file, every 512-byte sector
 * that was written and not forced is there or not, by chance; so is each change to a folder that
 * was not forced, unless a later one that rests on it is. Nothing is really forced. Any thread.
 */
final class PowerLossStorage implements Storage {
  private final Storage disk = Storage.disk();
  private final Map<Path, Inode> names = new HashMap<>();
  private final List<FolderChange> changes = new ArrayList<>();
  private final List<FolderRename> folderRenames = new ArrayList<>();
  private final Set<Path> newFolders = new HashSet<>();
  private long operationsLeft = Long.MAX_VALUE;
  private boolean off;

  /** The power fails in the n-th operation from now that changes something. */
  synchronized void failIn(int operations) {
    operationsLeft = operations;
  }

  synchronized boolean isOff() {
    return off;
  }

  /**
   * Lays down in a new folder what is left of another one after the power has failed.
   *
   * @param data a folder, all of whose files that are not of this storage are kept as they are, but
   *     for those in new folders: what was written behind its back is lost or cut
   */
  synchronized void survivors(Path data, Path image, Random random) throws IOException {
    Map<Path, Inode> left = new HashMap<>(names);
    Set<Path> known = new HashSet<>(names.keySet());
    Set<Path> pinned = new HashSet<>();
    for (int i = changes.size() - 1; i >= 0; i--) {
      FolderChange change = changes.get(i);
      change.pin(known);
      if (change.isNeeded(pinned) || random.nextBoolean()) {
        change.pin(pinned);
      } else {
        change.undo(left);
      }
    }
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.toList()) {
        if (Files.isDirectory(file)) {
          Files.createDirectories(image.resolve(data.relativize(file)));
        } else if (!known.contains(file)) {
          byte[] content = Files.readAllBytes(file);
          boolean kept = !isInNewFolder(file) || random.nextBoolean();
          int length = kept ? content.length : random.nextInt(content.length + 1);
          Files.write(image.resolve(data.relativize(file)), Arrays.copyOf(content, length));
        }
      }
    }
    for (Map.Entry<Path, Inode> file : left.entrySet()) {
      Path path = image.resolve(data.relativize(file.getKey()));
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue().survivors(random));
    }
    forgetFolders(data, image, random);
  }

  private boolean isInNewFolder(Path file) {
    return newFolders.contains(file.getParent());
  }

  /** Renames of whole folders that were not forced, by chance. */
  private void forgetFolders(Path data, Path image, Random random) throws IOException {
    for (int i = folderRenames.size() - 1; i >= 0; i--) {
      Path from = image.resolve(data.relativize(folderRenames.get(i).from()));
      Path to = image.resolve(data.relativize(folderRenames.get(i).to()));
      if (random.nextBoolean() && Files.exists(to) && !Files.exists(from)) {
        Files.move(to, from);
      }
    }
  }

  @Override
  public synchronized void createFolder(Path folder) throws IOException {
    requirePower();
    if (!Files.exists(folder)) {
      newFolders.add(folder);
    }
    disk.createFolder(folder);
  }

  @Override
  public synchronized List<Path> list(Path folder) throws IOException {
    requirePower();
    return disk.list(folder);
  }

  @Override
  public synchronized StorageFile create(Path file) throws IOException {
    spend();
    StorageFile created = disk.create(file);
    Inode inode = new Inode(file);
    names.put(file, inode);
    changes.add(new FolderChange(inode, null, file, null));
    return new PowerLossFile(this, inode, created);
  }

  @Override
  public synchronized StorageFile open(Path file) throws IOException {
    requirePower();
    StorageFile opened = disk.open(file);
    return new PowerLossFile(this, inode(file), opened);
  }

  @Override
  public synchronized StorageFile openToRead(Path file) throws IOException {
    requirePower();
    return disk.openToRead(file);
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    spend();
    if (Files.isDirectory(from)) {
      renameFolder(from, to);
      return;
    }
    Inode inode = inode(from);
    Inode replaced = Files.exists(to) ? inode(to) : null;
    if (replaced != null) {
      replaced.deleting();
    }
    disk.rename(from, to);
    inode.renamed(to);
    names.remove(from);
    names.put(to, inode);
    changes.add(new FolderChange(inode, from, to, replaced));
  }

  /** What is known of the files within goes with them. */
  private void renameFolder(Path from, Path to) throws IOException {
    disk.rename(from, to);
    folderRenames.add(new FolderRename(from, to));
    newFolders.remove(from);
    for (Path old : List.copyOf(names.keySet())) {
      if (old.startsWith(from)) {
        Path now = to.resolve(from.relativize(old));
        Inode inode = names.remove(old);
        inode.renamed(now);
        names.put(now, inode);
      }
    }
    changes.replaceAll(change -> change.within(from, to));
  }

  @Override
  public synchronized void delete(Path file) throws IOException {
    spend();
    if (Files.exists(file)) {
      Inode inode = inode(file);
      inode.deleting();
      disk.delete(file);
      names.remove(file);
      changes.add(new FolderChange(inode, file, null, null));
    }
  }

  @Override
  public synchronized void forceFolder(Path folder) throws IOException {
    spend();
    changes.removeIf(change -> change.isIn(folder));
    folderRenames.removeIf(rename -> folder.equals(rename.to().getParent()));
  }

  synchronized void write(Inode inode, StorageFile file, ByteBuffer source, long position)
      throws IOException {
    requirePower();
    inode.writing(file, position, source.remaining());
    file.write(source, position);
    spend();
  }

  synchronized void force(Inode inode) throws IOException {
    spend();
    inode.forced();
  }

  /** A folder that got another name, which its own folder may forget before it is forced. */
  private record FolderRename(Path from, Path to) {}

  synchronized void requirePower() throws IOException {
    if (off) {
      throw new IOException("The power is off");
    }
  }

  private void spend() throws IOException {
    off |= --operationsLeft < 0;
    requirePower();
  }

  private Inode inode(Path file) throws IOException {
    Inode known = names.get(file);
    if (known == null) {
      known = new Inode(file);
      names.put(file, known);
    }
    return known;
  }
}
