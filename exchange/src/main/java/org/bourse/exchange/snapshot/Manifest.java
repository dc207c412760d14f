package org.bourse.exchange.snapshot;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bourse.exchange.journal.Storage;
import org.bourse.exchange.journal.StorageFile;

/**
 * The text that vouches for a snapshot: {@code key: value} lines in a fixed order, the last the
 * SHA-256 of those above. Read back, it must be the very text that would be written.
 */
final class Manifest {
  static final String NAME = "manifest";
  static final String OPEN_ORDERS = "open-orders.map";
  static final String STATE = "engine.state";

  private static final int FORMAT = 2;
  private static final int LONGEST = 4096;
  private static final List<String> KEYS =
      List.of(
          "format",
          "journal",
          "engine-version",
          "position",
          "time",
          "event-seq",
          "open-orders",
          "orders",
          "state-hash",
          OPEN_ORDERS,
          STATE,
          "sha-256");

  private Manifest() {}

  static void write(Storage storage, Path folder, Snapshot snapshot) throws IOException {
    try (StorageFile file = storage.create(folder.resolve(NAME))) {
      file.write(ByteBuffer.wrap(text(snapshot).getBytes(ISO_8859_1)), 0);
      file.force();
    }
  }

  /**
   * Reads a snapshot's manifest.
   *
   * @throws SnapshotDamagedException says what is wrong with it
   */
  static Snapshot read(Storage storage, Path folder) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
    try (StorageFile file = storage.openToRead(folder.resolve(NAME))) {
      file.read(bytes, 0);
    } catch (NoSuchFileException e) {
      throw new SnapshotDamagedException("the manifest is missing", e);
    }
    String text = new String(bytes.array(), 0, bytes.position(), ISO_8859_1);
    Snapshot snapshot = parse(folder, text);
    if (!text(snapshot).equals(text)) {
      throw new SnapshotDamagedException("the manifest is damaged: its SHA-256 does not fit");
    }
    return snapshot;
  }

  private static Snapshot parse(Path folder, String text) throws IOException {
    String[] lines = text.split("\n", -1);
    if (lines.length != KEYS.size() + 1) {
      throw new SnapshotDamagedException(
          "the manifest is damaged: it has " + (lines.length - 1) + " lines");
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < KEYS.size(); i++) {
      String start = KEYS.get(i) + ": ";
      if (!lines[i].startsWith(start)) {
        throw new SnapshotDamagedException(
            "the manifest is damaged: line " + (i + 1) + " has no " + start);
      }
      values.add(lines[i].substring(start.length()));
    }
    try {
      if (Integer.parseInt(values.get(0)) != FORMAT) {
        throw new SnapshotDamagedException(
            "the manifest is of format " + values.get(0) + ", not " + FORMAT);
      }
      return new Snapshot(
          folder,
          HexFormat.fromHexDigitsToLong(values.get(1)),
          Integer.parseInt(values.get(2)),
          Long.parseLong(values.get(3)),
          Long.parseLong(values.get(4)),
          Long.parseLong(values.get(5)),
          Long.parseLong(values.get(6)),
          Long.parseLong(values.get(7)),
          HexFormat.fromHexDigitsToLong(values.get(8)),
          file(OPEN_ORDERS, values.get(9)),
          file(STATE, values.get(10)));
    } catch (IllegalArgumentException e) {
      throw new SnapshotDamagedException("the manifest is damaged: " + e.getMessage(), e);
    }
  }

  private static SealedFile file(String name, String value) {
    int space = Math.max(0, value.indexOf(' '));
    return new SealedFile(
        name, Long.parseLong(value.substring(0, space)), value.substring(space + 1));
  }

  private static String text(Snapshot snapshot) {
    Object[] values = {
      FORMAT,
      HexFormat.of().toHexDigits(snapshot.journal()),
      snapshot.engineVersion(),
      snapshot.position(),
      snapshot.time(),
      snapshot.eventSeq(),
      snapshot.openOrderCount(),
      snapshot.orderCount(),
      HexFormat.of().toHexDigits(snapshot.stateHash()),
      snapshot.openOrders().length() + " " + snapshot.openOrders().sha256(),
      snapshot.state().length() + " " + snapshot.state().sha256()
    };
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < values.length; i++) {
      text.append(KEYS.get(i)).append(": ").append(values[i]).append('\n');
    }
    Sha256 sha = new Sha256();
    byte[] above = text.toString().getBytes(ISO_8859_1);
    sha.add(above, 0, above.length);
    return text.append("sha-256: ").append(sha.hex()).append('\n').toString();
  }
}
