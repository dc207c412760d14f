package org.bourse.exchange.journal;

import java.io.IOException;

/**
 * The next segment could not be prepared, most often for want of room on the disk. Nothing of the
 * batch was written: none of its records will be found by a later open.
 */
public final class JournalFullException extends IOException {
  JournalFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
