package org.bourse.exchange.snapshot;

import java.io.IOException;

/** A snapshot is not what was sealed. What else may go wrong when it is read says nothing of it. */
final class SnapshotDamagedException extends IOException {
  private static final long serialVersionUID = 1L;

  SnapshotDamagedException(String message) {
    super(message);
  }

  SnapshotDamagedException(String message, Throwable cause) {
    super(message, cause);
  }
}
