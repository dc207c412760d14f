package org.bourse.exchange.access;

import java.io.IOException;
import java.util.Map;

/** Keeps for good who has changed what. Any thread. */
public interface AuditLog {
  /**
   * Adds a line. When this returns it is durable.
   *
   * @param who a user's name, or the file that was changed
   * @param what what was done
   * @param details never a password or what is kept of one; in the order in which they are written
   * @throws IOException where it can't be kept: then what it tells of must not be done
   */
  void record(String who, String what, Map<String, String> details) throws IOException;
}
