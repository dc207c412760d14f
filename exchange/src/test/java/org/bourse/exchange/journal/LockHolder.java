package org.bourse.exchange.journal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A process that takes the lock of a folder, says so, and holds it until its input ends. */
final class LockHolder {
  private LockHolder() {}

  public static void main(String[] args) throws IOException {
    try (FolderLock lock = FolderLock.acquire(Path.of(args[0]))) {
      System.out.println("holding " + lock);
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }
}
