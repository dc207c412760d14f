package org.bourse.exchange.tools;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a failure says to whoever reads it, in one line. */
public final class Trouble {
  private Trouble() {}

  /** The line. */
  public static String line(IOException failure) {
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + ": may not be read or written";
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + ": is missing";
    }
    if (failure instanceof FileSystemException other && other.getReason() != null) {
      return other.getFile() + ": " + other.getReason();
    }
    return String.valueOf(failure.getMessage()).replace('\n', ' ');
  }
}
