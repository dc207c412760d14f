package org.bourse.exchange.journal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data folder to one process: a system lock on its file {@code lock}, in which the holder's
 * process id is written. The system frees it when the process ends, however it ends. Any thread.
 */
public final class FolderLock implements AutoCloseable {
  /**
   * Held by this process. The system counts its locks by process, and closing any other channel on
   * the file would free them: so a second attempt must not even open it. Guarded by itself.
   */
  private static final Set<Path> HELD = new HashSet<>();

  /** Beyond what is written, for where locks are mandatory the rest must stay readable. */
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final int LONGEST_PID = 20;
  private static final int PID_LOOKS = 100;
  private static final long PAUSE_NANOS = 1_000_000;

  private final Path folder;
  private final FileChannel channel;
  private final @Nullable Object fileKey; // null where the file system has none

  private FolderLock(Path folder, FileChannel channel, @Nullable Object fileKey) {
    this.folder = folder;
    this.channel = channel;
    this.fileKey = fileKey;
  }

  /**
   * Takes the lock, without waiting.
   *
   * @param folder created if missing
   * @throws FolderLockedException if it is held, by this process or another
   */
  public static FolderLock acquire(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path real = folder.toRealPath();
    synchronized (HELD) {
      if (HELD.contains(real)) {
        throw new FolderLockedException(real, String.valueOf(ProcessHandle.current().pid()));
      }
      FileChannel channel = lock(real);
      FolderLock lock = new FolderLock(real, channel, fileKeyOf(channel, real));
      HELD.add(real);
      return lock;
    }
  }

  /**
   * The process that holds the lock now; empty if there is none. Takes nothing from a process that
   * wants the lock meanwhile, creates nothing, and needs no more than the right to read.
   *
   * @param folder may be missing
   * @throws IOException if the lock is held, and its file does not say by which process
   */
  public static OptionalLong holder(Path folder) throws IOException {
    try {
      Path real = folder.toRealPath();
      synchronized (HELD) {
        return HELD.contains(real)
            ? OptionalLong.of(ProcessHandle.current().pid())
            : otherHolder(real);
      }
    } catch (NoSuchFileException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Whether the lock still keeps others out: it no longer does once its file was removed or
   * exchanged. Any thread.
   */
  public boolean isHeld() {
    try {
      return channel.isOpen() && Objects.equals(fileKey, fileKey(folder));
    } catch (IOException e) {
      return false;
    }
  }

  private static @Nullable Object fileKeyOf(FileChannel locked, Path folder) throws IOException {
    try {
      return fileKey(folder);
    } catch (IOException e) {
      AfterFailure.close(e, locked);
      throw e;
    }
  }

  private static @Nullable Object fileKey(Path folder) throws IOException {
    return Files.readAttributes(folder.resolve("lock"), BasicFileAttributes.class).fileKey();
  }

  /** Frees the lock. The file stays. */
  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      if (channel.isOpen()) {
        try {
          channel.close();
        } finally {
          HELD.remove(folder);
        }
      }
    }
  }

  @Override
  public String toString() {
    return "the lock of " + folder;
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel = FileChannel.open(folder.resolve("lock"), CREATE, READ, WRITE);
    try {
      while (channel.tryLock(LOCKED_BYTE, 1, false) == null) {
        if (isHeld(channel)) {
          throw new FolderLockedException(folder, readPid(channel));
        }
      }
      writePid(channel);
      return channel;
    } catch (IOException | RuntimeException failure) {
      AfterFailure.close(failure, channel);
      throw failure;
    }
  }

  private static OptionalLong otherHolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve("lock"), READ)) {
      for (int look = 0; look < PID_LOOKS; look++) {
        if (!isHeld(channel)) {
          return OptionalLong.empty();
        }
        String pid = readPid(channel);
        if (!pid.isEmpty()) {
          return OptionalLong.of(Long.parseLong(pid));
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
    throw new IOException(
        "Data folder " + folder + " is in use, and its lock does not say by which process");
  }

  /**
   * Whether a process holds the lock, rather than just looks. A look is a shared lock for a moment,
   * which passes beside other looks and never beside the holder's.
   */
  private static boolean isHeld(FileChannel channel) throws IOException {
    try (FileLock look = channel.tryLock(LOCKED_BYTE, 1, true)) {
      return look == null;
    }
  }

  private static String readPid(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST_PID);
    channel.read(bytes, 0);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static void writePid(FileChannel channel) throws IOException {
    channel.truncate(0);
    String pid = ProcessHandle.current().pid() + "\n";
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
  }
}
