package org.bourse.exchange.journal;

import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** What the sectors of one file held when it was last forced, of those written since. */
final class UnforcedSectors {
  private static final int SECTOR = 512;

  private final Map<Long, byte[]> before = new TreeMap<>();

  /** Keeps what a write is about to replace. */
  void keep(StorageFile file, long position, int length) throws IOException {
    for (long at = position / SECTOR * SECTOR; at < position + length; at += SECTOR) {
      if (!before.containsKey(at)) {
        byte[] content = new byte[SECTOR];
        file.read(ByteBuffer.wrap(content), at);
        before.put(at, content);
      }
    }
  }

  /** Puts some of it back. */
  void lose(Path path, Random random) throws IOException {
    try (FileChannel channel = FileChannel.open(path, WRITE)) {
      long size = channel.size();
      for (Map.Entry<Long, byte[]> sector : before.entrySet()) {
        if (random.nextBoolean()) {
          int length = (int) Math.min(SECTOR, size - sector.getKey());
          channel.write(ByteBuffer.wrap(sector.getValue(), 0, length), sector.getKey());
        }
      }
    }
  }
}
