package org.bourse.exchange.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A process that takes the lock of a folder, says so, and holds it until its input ends; or that
 * only looks who does, over and over.
 */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    if (args.length > 1) {
      look(Path.of(args[0]));
    }
    try (FolderLock lock = FolderLock.acquire(Path.of(args[0]))) {
      System.out.println("holding " + lock);
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static void look(Path folder) throws IOException {
    System.out.println("looking");
    while (System.in.available() == 0) {
      FolderLock.holder(folder);
    }
  }
}
