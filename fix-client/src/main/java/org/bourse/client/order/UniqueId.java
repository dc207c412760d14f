package org.bourse.client.order;

import java.util.Locale;

/** Names of requests that no other request of this machine has had. */
final class UniqueId {

  private UniqueId() {}

  static String next() {
    return Long.toString(System.nanoTime() & Long.MAX_VALUE, 36).toUpperCase(Locale.ROOT);
  }
}
