package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The real file system, with faults: the n-th write or force from now fails, a write tears, there
 * is no room after so many bytes, and what was not forced is lost with the power. Nothing is really
 * forced, only counted. Any thread.
 */
public final class FaultyStorage implements Storage {
  private final Storage disk = Storage.disk();
  private final Map<Path, UnforcedSectors> unforced = new HashMap<>();
  private final UnforcedFolderChanges folderChanges = new UnforcedFolderChanges();
  private final List<FaultyFile> open = new ArrayList<>();
  private final Set<Path> forcedBlanks = new HashSet<>();
  private long room = Long.MAX_VALUE;
  private boolean outOfMemory;
  private int writesUntilFailure = Integer.MAX_VALUE;
  private int bytesOfFailedWrite;
  private int forcesUntilFailure = Integer.MAX_VALUE;
  private int writes;
  private int forces;
  private boolean staysBroken;
  private long operationsLeft = Long.MAX_VALUE;
  private boolean foldersAreApart;
  private boolean dead;

  /** The n-th write from now (1 is the next) puts down only its first bytes, and throws. */
  public synchronized void failWrite(int n, int bytesWritten) {
    writesUntilFailure = n;
    bytesOfFailedWrite = bytesWritten;
  }

  /** The n-th force of a file from now (1 is the next) throws, and makes nothing durable. */
  public synchronized void failForce(int n) {
    forcesUntilFailure = n;
  }

  /** The write or force that fails is not the only one: all after it fail as well. */
  synchronized void stayBroken() {
    staysBroken = true;
  }

  /** Files can grow by so many bytes in all, then there is no space left. */
  public synchronized void leaveRoom(long bytes) {
    room = bytes;
  }

  /** Whether making a file grow fails for want of memory, which is no failure of the disk. */
  synchronized void setOutOfMemory(boolean isOut) {
    outOfMemory = isOut;
  }

  /** After so many operations of any kind, each throws, as when the power is off. */
  public synchronized void stopAfter(long operations) {
    operationsLeft = operations;
  }

  /** From now on each folder is on a file system of its own. */
  public synchronized void setFoldersApart() {
    foldersAreApart = true;
  }

  /** Writes of files so far. */
  public synchronized int writes() {
    return writes;
  }

  /** Forces of files so far. */
  public synchronized int forces() {
    return forces;
  }

  /** Whether there is a blank segment that is ready to be used. */
  public synchronized boolean hasForcedBlank() {
    return !forcedBlanks.isEmpty();
  }

  /**
   * Cuts the power: each 512-byte sector that was written and not forced is kept or lost by chance,
   * and so is each last part of the changes to the folder. Everything throws from then on; the
   * files show what a machine finds when it is back.
   */
  public synchronized void losePower(Random random) throws IOException {
    dead = true;
    for (Map.Entry<Path, UnforcedSectors> file : unforced.entrySet()) {
      if (Files.exists(file.getKey())) {
        file.getValue().lose(file.getKey(), random);
      }
    }
    folderChanges.lose(random);
    for (FaultyFile file : open) {
      file.close();
    }
  }

  @Override
  public synchronized void createFolder(Path folder) throws IOException {
    requirePower();
    disk.createFolder(folder);
  }

  @Override
  public synchronized List<Path> list(Path folder) throws IOException {
    requirePower();
    return disk.list(folder);
  }

  @Override
  public synchronized StorageFile create(Path file) throws IOException {
    requirePower();
    return opened(file, disk.create(file));
  }

  @Override
  public synchronized StorageFile open(Path file) throws IOException {
    requirePower();
    return opened(file, disk.open(file));
  }

  @Override
  public synchronized StorageFile openToRead(Path file) throws IOException {
    requirePower();
    return opened(file, disk.openToRead(file));
  }

  @Override
  public synchronized void rename(Path from, Path to) throws IOException {
    requirePower();
    if (foldersAreApart && !to.resolveSibling(from.getFileName()).equals(from)) {
      throw new AtomicMoveNotSupportedException(
          from.toString(), to.toString(), "Cross-device link");
    }
    folderChanges.renamed(from, to);
    disk.rename(from, to);
    forcedBlanks.remove(from);
    UnforcedSectors sectors = unforced.remove(from);
    if (sectors != null) {
      unforced.put(to, sectors);
    }
    for (FaultyFile file : open) {
      file.renamed(from, to);
    }
  }

  @Override
  public synchronized void delete(Path file) throws IOException {
    requirePower();
    if (Files.exists(file)) {
      folderChanges.deleted(file);
      disk.delete(file);
      unforced.remove(file);
      forcedBlanks.remove(file);
    }
  }

  @Override
  public synchronized void forceFolder(Path folder) throws IOException {
    requirePower();
    folderChanges.forced(folder);
  }

  /** How many bytes of a write may be put down; all of them if it is not to fail. */
  synchronized int admitWrite(Path path, StorageFile file, long position, int length)
      throws IOException {
    requirePower();
    writes++;
    int admitted = length;
    if (--writesUntilFailure == 0) {
      admitted = Math.min(length - 1, bytesOfFailedWrite);
      writesUntilFailure = staysBroken ? 1 : Integer.MAX_VALUE;
    }
    long growth = Math.max(0, position + admitted - file.size());
    if (growth > 0 && outOfMemory) {
      throw new OutOfMemoryError("Direct buffer memory");
    }
    if (growth > room) {
      throw new IOException(path + ": No space left on device");
    }
    room -= growth;
    unforced.computeIfAbsent(path, key -> new UnforcedSectors()).keep(file, position, admitted);
    return admitted;
  }

  synchronized void admitForce(Path path) throws IOException {
    requirePower();
    forces++;
    if (--forcesUntilFailure == 0) {
      forcesUntilFailure = staysBroken ? 1 : Integer.MAX_VALUE;
      throw new IOException(path + ": Input/output error on force");
    }
    unforced.remove(path);
    if (path.toString().endsWith(".blank")) {
      forcedBlanks.add(path);
    }
  }

  synchronized void requirePower() throws IOException {
    if (dead || operationsLeft-- <= 0) {
      throw new IOException("The power is off");
    }
  }

  private StorageFile opened(Path path, StorageFile file) {
    FaultyFile faulty = new FaultyFile(this, path, file);
    open.add(faulty);
    return faulty;
  }
}
