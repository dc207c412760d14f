package org.bourse.exchange.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder of snapshots. */
final class SnapshotFiles {
  private SnapshotFiles() {}

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** The SHA-256 of each file, by its path. */
  static Map<String, String> hashes(Path folder) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> hashes.put(folder.relativize(file).toString(), hash(file)));
    }
    return hashes;
  }

  private static String hash(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Sha256 sha = new Sha256();
      sha.add(bytes, 0, bytes.length);
      return sha.hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
