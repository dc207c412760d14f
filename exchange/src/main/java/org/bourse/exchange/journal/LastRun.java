package org.bourse.exchange.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in a data folder how the last run on it ended. While an exchange runs, it says since
 * when the machine has been up: so the next start can tell a process that was killed, whose writes
 * the system still has, from a loss of power. After an end in order, it says where the logs ended.
 * Where it says nothing, as in an incomplete copy, the worst is assumed. One thread.
 */
public final class LastRun {
  private static final Logger LOG = LoggerFactory.getLogger(LastRun.class);
  private static final Path LINUX_BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final String NAME = "run";
  private static final Pattern ENDED = Pattern.compile("ended ([0-9]{1,18}) ([0-9]{1,18})");
  private static final int LONGEST = 256;

  private final Path folder;
  private final String bootId;
  private final Storage storage;
  private final String last;

  private LastRun(Path folder, String bootId, Storage storage, String last) {
    this.folder = folder;
    this.bootId = bootId;
    this.storage = storage;
    this.last = last;
  }

  /**
   * Reads what the last run has left. Changes nothing.
   *
   * @param folder the data folder
   * @param bootId as {@link #bootId}
   */
  public static LastRun of(Path folder, String bootId, Storage storage) throws IOException {
    return new LastRun(folder, bootId, storage, read(folder, storage));
  }

  /** Whether the last run ended in order, so that all that was written is durable. */
  public boolean endedInOrder() {
    return ENDED.matcher(last).matches();
  }

  /** Whether the last run ended with the machine, so that what it did not force may be gone. */
  public boolean powerLost() {
    return !endedInOrder() && !last.equals(bootId);
  }

  /**
   * Makes sure that the logs are those that the last run left, where it ended in order.
   *
   * @param nextCommand sequence of the next record of the command journal
   * @param nextMessage the same of the message log
   * @throws IOException where one is shorter: it is an older one, or its end is missing
   */
  public void requireEnds(long nextCommand, long nextMessage) throws IOException {
    Matcher ended = ENDED.matcher(last);
    if (ended.matches()) {
      requireEnd("journal", nextCommand, Long.parseLong(ended.group(1)));
      requireEnd("fix", nextMessage, Long.parseLong(ended.group(2)));
    }
  }

  private void requireEnd(String log, long next, long left) throws IOException {
    if (next < left) {
      throw new IOException(
          folder.resolve(log)
              + ": its end is missing: its last record is "
              + (next - 1)
              + ", and the last run, which ended in order, left "
              + (left - 1)
              + "; restore the folder, or remove the file "
              + folder.resolve(NAME)
              + " to go on with what there is, as after a loss of power");
    }
  }

  /**
   * Notes, durably, that a run begins. To be called once all is mended that a loss of power has
   * left behind: a start that fails before must find it again.
   */
  public void begin() throws IOException {
    write(bootId);
  }

  /**
   * Notes, durably, that this run ended in order: all that was written is durable.
   *
   * @param nextCommand sequence of the next record of the command journal
   * @param nextMessage the same of the message log
   */
  public void end(long nextCommand, long nextMessage) throws IOException {
    write("ended " + nextCommand + " " + nextMessage);
  }

  private void write(String line) throws IOException {
    Path building = folder.resolve(NAME + ".new");
    storage.delete(building);
    try (StorageFile file = storage.create(building)) {
      byte[] text = (line + "\n").getBytes(US_ASCII);
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
