package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The journal holds something that no crash explains, so records may be lost. Nothing was changed.
 * The message says the file, the offset, what was found and what to do.
 */
public final class JournalDamagedException extends IOException {
  static final String RESTORE = "Restore the file from a copy; nothing was changed.";

  JournalDamagedException(Path file, long offset, String found, String remedy) {
    super("Journal damaged: " + file + " at offset " + offset + ": found " + found + ". " + remedy);
  }
}
