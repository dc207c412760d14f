package org.bourse.exchange.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in a data folder, while an exchange runs on it, since when the machine has been up. So
 * the next start can tell a process that was killed, whose writes the system still has, from a loss
 * of power. One thread.
 */
public final class LastRun {
  private static final Logger LOG = LoggerFactory.getLogger(LastRun.class);
  private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String NAME = "run";
  private static final int LONGEST = 256;

  private final Path folder;
  private final String bootId;
  private final Storage storage;
  private final boolean powerLost;

  private LastRun(Path folder, String bootId, Storage storage, boolean powerLost) {
    this.folder = folder;
    this.bootId = bootId;
    this.storage = storage;
    this.powerLost = powerLost;
  }

  /**
   * Reads what the last run has left. Changes nothing.
   *
   * @param folder the data folder
   * @param bootId as {@link #bootId}
   */
  public static LastRun of(Path folder, String bootId, Storage storage) throws IOException {
    String last = read(folder, storage);
    return new LastRun(folder, bootId, storage, !last.isEmpty() && !last.equals(bootId));
  }

  /**
   * Notes, durably, that a run begins. To be called once all is mended that a loss of power has
   * left behind: a start that fails before must find it again.
   */
  public void begin() throws IOException {
    Path building = folder.resolve(NAME + ".new");
    storage.delete(building);
    try (StorageFile file = storage.create(building)) {
      byte[] text = (bootId + "\n").getBytes(US_ASCII);
      ByteBuffer bytes = ByteBuffer.allocateDirect(text.length).put(text).flip();
      file.write(bytes, 0);
      file.force();
    }
    storage.rename(building, folder.resolve(NAME));
    storage.forceFolder(folder);
  }

  /**
   * Which start of the machine this is: another one after each. Where the system does not say, one
   * that no other process has.
   */
  public static String bootId() {
    try {
      return Files.readString(LINUX_BOOT_ID).strip();
    } catch (IOException e) {
      LOG.debug("no boot id, so each unclean end counts as a loss of power", e);
      return UUID.randomUUID().toString();
    }
  }

  /** Whether the last run ended with the machine, so that what it did not force may be gone. */
  public boolean powerLost() {
    return powerLost;
  }

  /** Notes that this run ended in order: all that was written is durable. */
  public void end() throws IOException {
    storage.delete(folder.resolve(NAME));
    storage.forceFolder(folder);
  }

  private static String read(Path folder, Storage storage) throws IOException {
    try (StorageFile file = storage.openToRead(folder.resolve(NAME))) {
      ByteBuffer bytes = ByteBuffer.allocateDirect(LONGEST);
      file.read(bytes, 0);
      return US_ASCII.decode(bytes.flip()).toString().strip();
    } catch (NoSuchFileException e) {
      return "";
    }
  }
}
