package org.bourse.exchange.journal;

import java.io.IOException;
import java.nio.file.Path;

/** Another process, or this one, uses the folder. The message says which. */
public final class FolderLockedException extends IOException {
  FolderLockedException(Path folder, String pid) {
    super(
        "Data folder "
            + folder
            + " is in use by process "
            + (pid.isEmpty() ? "(unknown)" : pid)
            + ". Stop that process, or choose another data folder.");
  }
}
