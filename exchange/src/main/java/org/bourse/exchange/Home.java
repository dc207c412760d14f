package org.bourse.exchange;

import java.nio.file.Path;

/** Where the exchange was unpacked: the launcher says so, else it is the working folder. */
final class Home {
  private Home() {}

  /** A folder of it. */
  static Path resolve(String name) {
    return Path.of(System.getProperty("bourse.home", "")).resolve(name);
  }
}
