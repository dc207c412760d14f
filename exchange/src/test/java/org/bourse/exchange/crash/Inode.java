package org.bourse.exchange.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.bourse.exchange.journal.StorageFile;
import org.jspecify.annotations.Nullable;

/**
 * A file whatever its name: where its bytes are, and what its sectors held when it was last forced.
 * Guarded by its storage.
 */
final class Inode {
  private static final int SECTOR = 512;

  private final Map<Long, byte[]> beforeForce = new HashMap<>();
  private Path path;
  private byte @Nullable [] deleted;
  private long forcedSize;

  /** A file as it is on the disk. */
  Inode(Path path) throws IOException {
    this.path = path;
    forcedSize = Files.size(path);
  }

  void renamed(Path to) {
    path = to;
  }

  /** Keeps the bytes, whose file is about to go. */
  void deleting() throws IOException {
    deleted = Files.readAllBytes(path);
  }

  /** Keeps what a write is about to replace. */
  void writing(StorageFile file, long position, int length) throws IOException {
    for (long at = position / SECTOR * SECTOR; at < position + length; at += SECTOR) {
      if (!beforeForce.containsKey(at)) {
        byte[] content = new byte[SECTOR];
        file.read(ByteBuffer.wrap(content), at);
        beforeForce.put(at, content);
      }
    }
  }

  void forced() throws IOException {
    beforeForce.clear();
    forcedSize = Files.size(path);
  }

  /**
   * The bytes after a loss of power: each sector since the last force is there or not, and so is
   * each part of what the file has grown by.
   */
  byte[] survivors(Random random) throws IOException {
    byte[] content = deleted == null ? Files.readAllBytes(path) : deleted.clone();
    beforeForce.forEach(
        (at, before) -> {
          if (random.nextBoolean()) {
            int length = (int) Math.min(SECTOR, content.length - at);
            System.arraycopy(before, 0, content, (int) (long) at, length);
          }
        });
    int grown = (int) Math.max(0, content.length - forcedSize);
    int kept =
        switch (random.nextInt(3)) {
          case 0 -> 0;
          case 1 -> grown;
          default -> random.nextInt(grown + 1);
        };
    return Arrays.copyOf(content, content.length - grown + kept);
  }
}
