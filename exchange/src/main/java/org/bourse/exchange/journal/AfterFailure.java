package org.bourse.exchange.journal;

import java.io.Closeable;
import java.io.IOException;

/** Closes what a failed operation had opened, and loses neither failure. */
final class AfterFailure {
  private AfterFailure() {}

  static void close(Throwable failure, Closeable resource) {
    try {
      resource.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
